import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import {
  emptyDocument,
  lessonDraftForm,
  lessonFieldsOf,
  readLesson,
  readQuestions,
  readTranslatedFields,
  typedLesson,
} from '~/domains/catalogue'
import { saveLesson } from '~/domains/catalogue/index.server'
import { KindFields, TranslationFields } from '~/domains/catalogue/ui/authoring/kind-fields'
import { LessonEditor } from '~/domains/catalogue/ui/authoring/lesson-editor'
import { withKept } from '~/domains/catalogue/ui/authoring/lesson-editor-page'
import { LessonForm } from '~/domains/writing/ui/lesson-form'
import { translator } from '~/i18n/translator.server'
import {
  beginLessonText,
  lessonAddress,
  lessonEditorPage,
  lessonErrors,
  metTexts,
  openLesson,
  sentTexts,
} from '~/lesson-editing.server'
import { languageOf } from '~/server/language.server'
import type { RichDocument } from '~/shared/editor/document'
import { plainText } from '~/shared/editor/plain-text'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const open = await openLesson(request, params)
  const portal = translator(languageOf(request))('common')('portal')
  return {
    title: `${open.lesson.title} – ${open.draft.settings.title} – ${portal}`,
    page: lessonEditorPage(open),
  }
}

const saysSomething = (document: RichDocument) => plainText(document).trim() !== ''

export async function action({ request, params }: ActionFunctionArgs) {
  const open = await openLesson(request, params)
  const { actor, draft, lesson, language, own, text, lectures } = open
  const raw = await request.clone().formData()
  const intent = raw.get('intent')
  if (intent === 'begin' || intent === 'copy') return beginLessonText(open, intent === 'copy')
  const form = await readForm(request, lessonDraftForm)
  if (!form.ok || text === undefined) throw new Response(null, { status: 400 })
  const sent = form.value
  const isOriginal = language === own
  const title = (sent.title ?? text.title).trim()
  const fields = { ...(isOriginal ? typedLesson(sent, raw) : lessonFieldsOf(lesson)), title }
  const texts = sentTexts(sent, open)
  const kept = { fields, title: sent.title, markdown: sent.markdown, promptMarkdown: sent.promptMarkdown }
  const none = { errors: {}, questions: [], quiz: {}, assignment: {}, focus: null, met: {}, kept, at: now().getTime() }
  const changed = readQuestions(raw)
  if (changed.kind === 'changed' && isOriginal && lesson.kind === 'quiz') {
    return data({ ...none, focus: changed.focus })
  }
  const lectureIds = lectures.map(({ lectureId }) => String(lectureId))
  const read = readLesson(fields, lesson.settings, { lectureIds, sent: isOriginal ? raw : undefined })
  const faults = read.ok ? undefined : read.faults
  if (!read.ok || texts.body?.ok === false || texts.prompt?.ok === false) {
    const { questions = [], quiz = {}, assignment = {} } = faults ?? {}
    const errors = lessonErrors(request, faults, texts)
    return data({ ...none, errors, questions, quiz, assignment }, { status: 400 })
  }
  const asked = lesson.settings.kind === 'quiz' ? lesson.settings.questions : []
  const translated = readTranslatedFields(asked, raw)
  const isDone = raw.get('klar') === 'ja'
  if (
    !isOriginal &&
    isDone &&
    (!translated.isWhole || title === '' || !saysSomething(texts.body?.document ?? text.body))
  ) {
    const t = translator(languageOf(request))('authoring')
    return data({ ...none, errors: { klar: t('lesson.fault.notWhole') } }, { status: 400 })
  }
  const mine = {
    body: { body: texts.body?.document ?? text.body, fields: { title } },
    prompt: { body: texts.prompt?.document ?? text.prompt?.body ?? emptyDocument, fields: {} },
  }
  const writing = {
    language,
    minutes: read.minutes,
    settings: read.settings,
    text: texts.body && { title, body: mine.body.body, baseSeq: sent.baseSeq },
    prompt: texts.prompt && { body: mine.prompt.body, baseSeq: sent.promptSeq },
    translation: isOriginal ? undefined : { questions: translated.texts, isDone },
  }
  const outcome = await saveLesson(db(), actor, { slug: draft.slug, lessonId: lesson.lessonId, writing, now: now() })
  if (outcome.ok) {
    const { met } = outcome.value
    if (met.length > 0) return data({ ...none, met: metTexts(met, mine) }, { status: 409 })
    return redirectWithToast(lessonAddress(open), 'lessonSaved')
  }
  switch (outcome.refusal) {
    case 'not-found':
    case 'no-such-lesson':
      return notFound()
    case 'not-allowed':
    case 'in-review': {
      const t = translator(languageOf(request))('authoring')
      return data({ ...none, errors: { form: t('fault.in-review') } }, { status: 403 })
    }
  }
}

export default function AuthorLesson() {
  const { page: loaded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const page = answer === undefined ? loaded : withKept(loaded, answer.kept)
  const { texts, language, head, lessonId, kind } = page
  const isOriginal = language === page.languages[0]?.language
  return (
    <LessonEditor page={page}>
      {texts !== null && (
        <LessonForm
          key={texts.body.textId}
          texts={texts}
          viewerKey={page.viewerKey}
          language={language}
          editAt={paths.draftLesson(head.slug, lessonId, isOriginal ? '' : `?sprak=${language}`)}
          backTo={paths.draft(head.slug)}
          errors={answer?.errors ?? {}}
          met={answer?.met ?? {}}
          savesFirst={kind === 'quiz' || kind === 'assignment'}
        >
          {isOriginal ? (
            <KindFields key={answer?.at} kind={kind} fields={page.fields} lectures={page.lectures} faults={answer} />
          ) : (
            page.translation !== null && <TranslationFields translation={page.translation} />
          )}
        </LessonForm>
      )}
    </LessonEditor>
  )
}
