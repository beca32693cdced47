import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireDraft } from '~/authoring.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import {
  courseLanguages,
  draftHead,
  type LessonSettings,
  lessonDraftForm,
  lessonFieldsOf,
  readLesson,
  readQuestions,
  typedLesson,
} from '~/domains/catalogue'
import {
  listLectures,
  listTexts,
  readWrittenText,
  saveLesson,
  type WrittenText,
} from '~/domains/catalogue/index.server'
import { LessonEditor } from '~/domains/catalogue/ui/authoring/lesson-editor'
import { translator } from '~/i18n/translator.server'
import type { Translate } from '~/i18n/translate'
import { languageOf } from '~/server/language.server'
import { formatDateTime } from '~/shared/dates'
import type { RichDocument } from '~/shared/editor/document'
import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const empty: RichDocument = { type: 'doc', content: [] }
const shown = (document: RichDocument) => ({ document, markdown: markdownFromDocument(document) })

function taskOf(settings: LessonSettings): RichDocument {
  if (settings.kind === 'reflection') return settings.prompt
  return settings.kind === 'assignment' ? settings.assignment.task : empty
}

async function openLesson(request: Request, params: Record<string, string | undefined>) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const lesson = draft.lessons.find(({ lessonId }) => lessonId === params['lessonId']) ?? notFound()
  const [own, ...others] = courseLanguages(draft.settings)
  const asked = new URL(request.url).searchParams.get('sprak')
  const language = others.find((each) => each === asked) ?? own ?? 'sv'
  const texts = await listTexts(db(), lesson.lessonId)
  const text = texts.find((each) => each.language === language)
  const lectures = lesson.kind === 'lecture' ? await listLectures(db()) : []
  const prompt = taskOf(lesson.settings)
  return { actor, draft, lesson, language, languages: [own ?? 'sv', ...others], texts, text, lectures, prompt }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, draft, lesson, language, languages, texts, text, lectures, prompt } = await openLesson(request, params)
  const portal = translator(languageOf(request))('common')('portal')
  const { title, minutes, settings, lessonId, kind } = lesson
  return {
    title: `${title} – ${draft.settings.title} – ${portal}`,
    page: {
      head: draftHead(draft, actor),
      lessonId,
      name: title,
      kind,
      language,
      languages: languages.map((each) => ({ language: each, has: texts.some((one) => one.language === each) })),
      fields: lessonFieldsOf({ title: text?.title ?? '', minutes, settings, changedAt: text?.changedAt ?? null }),
      body: shown(text?.body ?? empty),
      prompt: shown(prompt),
      lectures: lectures.map((lecture) => ({ value: lecture.lectureId, label: lecture.title })),
    },
  }
}

function faultText(written: WrittenText, t: Translate<'authoring'>): string | undefined {
  if (written.ok) return undefined
  const { fault } = written
  return fault.kind === 'line'
    ? t('lesson.fault.line', { ...fault })
    : t('lesson.fault.body', { message: fault.message })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, draft, lesson, language, languages, text, lectures, prompt } = await openLesson(request, params)
  const t = translator(languageOf(request))('authoring')
  const raw = await request.clone().formData()
  const form = await readForm(request, lessonDraftForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const sent = form.value
  const isOriginal = language === languages[0]
  const stored = lessonFieldsOf({ ...lesson, changedAt: null })
  const fields = isOriginal ? typedLesson(sent, raw) : { ...stored, title: sent.title, version: sent.version }
  const body = readWrittenText({ json: sent.body, markdown: sent.markdown }, text?.body ?? empty)
  const task =
    (lesson.kind === 'reflection' || lesson.kind === 'assignment') && isOriginal
      ? readWrittenText({ json: sent.prompt, markdown: sent.promptMarkdown }, prompt)
      : ({ ok: true, document: prompt } as const)
  const kept = {
    fields,
    body: { document: body.ok ? body.document : (text?.body ?? empty), markdown: sent.markdown ?? '' },
    prompt: { document: task.ok ? task.document : prompt, markdown: sent.promptMarkdown ?? '' },
  }
  const none = { errors: {}, questions: [], quiz: {}, assignment: {}, focus: null, conflict: null, kept }
  const changed = readQuestions(raw)
  if (changed.kind === 'changed' && isOriginal && lesson.kind === 'quiz') {
    return data({ ...none, focus: changed.focus, at: now().getTime() })
  }
  const lectureIds = lectures.map(({ lectureId }) => String(lectureId))
  const read = readLesson(fields, lesson.settings, {
    prompt: kept.prompt.document,
    lectureIds,
    sent: isOriginal ? raw : undefined,
  })
  const errors: Record<string, string> = {}
  if (!read.ok) {
    for (const fault of Object.values(read.faults.fields))
      errors[fault === 'lecture' ? 'lectureId' : fault] = t(`lesson.fault.${fault}`)
    const quizzes = translator(languageOf(request))('quizzes')
    for (const { field, fault } of read.faults.questions) errors[field] = quizzes(`fault.${fault}`)
    for (const [field, fault] of Object.entries(read.faults.quiz)) errors[field] = quizzes(`settings.fault.${fault}`)
    const making = translator(languageOf(request))('assignmentMaking')
    for (const [field, fault] of Object.entries(read.faults.assignment)) errors[field] = making(`fault.${fault}`)
  }
  const bodyFault = faultText(body, t)
  const promptFault = faultText(task, t)
  if (bodyFault !== undefined) errors['body'] = bodyFault
  if (promptFault !== undefined) errors['prompt'] = promptFault
  const faulty = read.ok ? { questions: [], quiz: {}, assignment: {} } : read.faults
  if (!read.ok || !body.ok || !task.ok) {
    const { questions, quiz, assignment } = faulty
    return data({ ...none, errors, questions, quiz, assignment, at: now().getTime() }, { status: 400 })
  }
  const readChangedAt = sent.version === '' ? null : new Date(sent.version)
  if (readChangedAt !== null && Number.isNaN(readChangedAt.getTime())) throw new Response(null, { status: 400 })
  const { minutes, settings } = read
  const writing = { language, title: fields.title.trim(), minutes, body: body.document, settings, readChangedAt }
  const outcome = await saveLesson(db(), actor, { slug: draft.slug, lessonId: lesson.lessonId, writing, now: now() })
  if (outcome.ok) {
    const query = isOriginal ? '' : `?sprak=${language}`
    return redirectWithToast(paths.draftLesson(draft.slug, lesson.lessonId, query), 'lessonSaved')
  }
  switch (outcome.refusal) {
    case 'not-found':
    case 'no-such-lesson':
      return notFound()
    case 'not-allowed':
    case 'in-review':
      return data({ ...none, errors: { form: t('fault.in-review') }, at: now().getTime() }, { status: 403 })
    case 'edited-meanwhile': {
      const fresh = { ...kept, fields: { ...fields, version: text?.changedAt.toISOString() ?? '' } }
      const at = text === undefined ? '' : formatDateTime(text.changedAt)
      return data({ ...none, conflict: at, kept: fresh, at: now().getTime() }, { status: 409 })
    }
  }
}

export default function AuthorLesson() {
  const { page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const shownPage = { ...page, ...answer?.kept }
  const key = `${page.language}-${shownPage.fields.version}-${answer?.at ?? ''}`
  return <LessonEditor key={key} page={shownPage} faults={answer} />
}
