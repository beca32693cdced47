import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { previewOf, requireDraft } from '~/authoring.server'
import { db } from '~/db.server'
import { findLectureById } from '~/domains/catalogue/index.server'
import { PreviewBar } from '~/domains/catalogue/ui/authoring/preview-bar'
import { askedQuestions } from '~/domains/learning'
import { previewPage } from '~/domains/learning/index.server'
import { LessonView } from '~/domains/learning/ui/lesson-view'
import { PreviewWork } from '~/domains/learning/ui/preview-work'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { notFound } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const { language, languages, lessons } = await previewOf(request, draft)
  const lesson = lessons.find(({ slug }) => slug === params['lektion']) ?? notFound()
  const lecture = lesson.lectureId === null ? undefined : await findLectureById(db(), lesson.lectureId)
  const query = language === draft.settings.language ? '' : `?sprak=${language}`
  const page = previewPage(draft, lessons, { slug: lesson.slug, language, query, lecture }) ?? notFound()
  const t = translator(languageOf(request))
  const { check, ...shown } = lecture ?? { check: undefined }
  return {
    title: `${t('courseReview')('preview.lesson', { title: page.title })} – ${t('common')('portal')}`,
    page,
    language,
    languages,
    viewerKey: actor.personId,
    lecture: lecture === undefined || !('slug' in shown) ? null : shown,
    questions: askedQuestions(check?.questions ?? lesson.questions),
    reflection: lesson.reflection,
    assignment: lesson.assignment,
  }
}

export default function AuthorPreviewLesson() {
  const { page, language, languages, viewerKey, lecture, questions, reflection, assignment } =
    useLoaderData<typeof loader>()
  return (
    <>
      <PreviewBar
        slug={page.course.slug}
        language={language}
        languages={languages}
        addressIn={(each) => paths.draftPreviewLesson(page.course.slug, page.slug, `?sprak=${each}`)}
      />
      <LessonView
        key={page.lessonId}
        page={page}
        viewerKey={viewerKey}
        lecture={lecture}
        watch={undefined}
        notes={[]}
        newNoteId=""
        refused={undefined}
      >
        <PreviewWork questions={questions} reflection={reflection} assignment={assignment} />
      </LessonView>
    </>
  )
}
