import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { previewOf, requireDraft } from '~/authoring.server'
import { db } from '~/db.server'
import { inModules } from '~/domains/catalogue'
import { mediaAddress } from '~/domains/catalogue/index.server'
import { PreviewBar } from '~/domains/catalogue/ui/authoring/preview-bar'
import { CourseView } from '~/domains/catalogue/ui/course-view'
import { listCompetenceNames } from '~/domains/competence/index.server'
import { previewLessons } from '~/domains/learning/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { formatDay } from '~/shared/dates'
import { forReading } from '~/shared/editor/for-reading.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { draft } = await requireDraft(request, params['slug'])
  const { language, languages, lessons } = await previewOf(request, draft)
  const { settings } = draft
  const codes = settings.competences.map(({ code }) => code)
  const t = translator(languageOf(request))
  const { translations, coverPath, ...own } = settings
  return {
    title: `${t('authoring')('tabs.preview')} – ${settings.title} – ${t('common')('portal')}`,
    language,
    languages,
    page: {
      course: {
        ...own,
        ...translations[language],
        coverAlt: translations[language]?.coverAlt ?? own.coverAlt,
        description: forReading(translations[language]?.description ?? own.description),
        courseId: draft.courseId,
        slug: draft.slug,
        revision: (draft.published?.revision ?? 0) + 1,
        nominalMinutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
        coverPath: mediaAddress(coverPath),
        lessons: inModules(previewLessons(lessons, language), translations[language]?.modules),
        publishedOn: formatDay(draft.changedAt),
        learningPaths: [],
        retired: false,
      },
      names: await listCompetenceNames(db(), codes),
      signedIn: true,
      savesAs: null,
      keepsQuestions: false,
      progress: null,
      preview: { language },
    },
  }
}

export default function AuthorPreview() {
  const { page, language, languages } = useLoaderData<typeof loader>()
  const { slug } = page.course
  return (
    <>
      <PreviewBar
        slug={slug}
        language={language}
        languages={languages}
        addressIn={(each) => paths.draftPreview(slug, `?sprak=${each}`)}
      />
      <CourseView page={page} />
    </>
  )
}
