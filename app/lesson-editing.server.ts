import { requireDraft } from './authoring.server'
import { now } from './clock.server'
import { db } from './db.server'
import {
  courseLanguages,
  draftHead,
  type DraftText,
  emptyDocument,
  type LessonDraftForm,
  type LessonFaults,
  lessonFieldsOf,
  stateOfLesson,
  translatedFields,
} from './domains/catalogue'
import {
  beginText,
  listLectures,
  listTexts,
  type MetPart,
  readWrittenText,
  type WrittenText,
} from './domains/catalogue/index.server'
import type { EditedText, LessonEditorPage } from './domains/catalogue/ui/authoring/lesson-editor-page'
import type { Written } from './domains/writing'
import { translator } from './i18n/translator.server'
import { metText } from './journeys/write-text.server'
import { languageOf } from './server/language.server'
import type { RichDocument } from './shared/editor/document'
import { forReading } from './shared/editor/for-reading.server'
import { markdownFromDocument } from './shared/editor/markdown/writer'
import { forbidden, notFound, redirectWithToast } from './shared/http.server'
import { paths } from './shared/paths'

/** The lesson of the address in the language that it asks for, when the course has it. */
export async function openLesson(request: Request, params: Record<string, string | undefined>) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const lesson = draft.lessons.find(({ lessonId }) => lessonId === params['lessonId']) ?? notFound()
  const [own = draft.settings.language, ...others] = courseLanguages(draft.settings)
  const asked = new URL(request.url).searchParams.get('sprak')
  const language = others.find((each) => each === asked) ?? own
  const texts = await listTexts(db(), lesson.lessonId)
  const text = texts.find((each) => each.language === language)
  const original = texts.find((each) => each.language === own)
  const lectures = lesson.kind === 'lecture' ? await listLectures(db()) : []
  return { actor, draft, lesson, language, own, languages: [own, ...others], texts, text, original, lectures }
}
export type OpenLesson = Awaited<ReturnType<typeof openLesson>>

type Stored = Pick<DraftText, 'textId' | 'body' | 'seq' | 'savedAt'>

function edited({ textId, body, seq, savedAt }: Stored, title?: string): EditedText {
  const fields = title === undefined ? {} : { title }
  return { textId, body, fields, seq, savedAt: savedAt.toISOString(), markdown: markdownFromDocument(body) }
}

function readTexts({ title, body, prompt }: { title: string; body: RichDocument; prompt: RichDocument | null }) {
  return { title, body: forReading(body), prompt: prompt === null ? null : forReading(prompt) }
}

/** What the editor of a lesson shows. */
export function lessonEditorPage({
  actor,
  draft,
  lesson,
  language,
  languages,
  texts,
  text,
  original,
  lectures,
  own,
}: OpenLesson): LessonEditorPage {
  const { title, minutes, settings, lessonId, kind } = lesson
  const head = draftHead(draft, actor)
  const shown = head.mayChange ? (language === own ? undefined : original) : text
  return {
    head,
    viewerKey: actor.personId,
    lessonId,
    name: title,
    kind,
    language,
    languages: languages.map((each) => ({ language: each, has: texts.some((one) => one.language === each) })),
    fields: lessonFieldsOf({ title: text?.title ?? '', minutes, settings }),
    texts:
      text === undefined
        ? null
        : { body: edited(text, text.title), prompt: text.prompt === null ? null : edited(text.prompt) },
    reading: shown === undefined ? null : readTexts({ ...shown, prompt: shown.prompt?.body ?? null }),
    lectures: lectures.map((lecture) => ({ value: lecture.lectureId, label: lecture.title })),
    translation: language === own || text === undefined ? null : translationOf(lesson, text, original),
  }
}

function translationOf(
  lesson: OpenLesson['lesson'],
  text: DraftText,
  original: DraftText | undefined,
): NonNullable<LessonEditorPage['translation']> {
  const { settings } = lesson
  const asked = settings.kind === 'quiz' ? settings.questions : []
  const state = stateOfLesson(lesson, original, text)
  return { fields: translatedFields(asked, text.questions), state: state === 'missing' ? 'unfinished' : state }
}

/** Where the lesson is written in the language that is open. */
export function lessonAddress({ draft, lesson, language, own }: OpenLesson): string {
  return paths.draftLesson(draft.slug, lesson.lessonId, language === own ? '' : `?sprak=${language}`)
}

/** Begins the text of a language: empty, or as a copy of the original to write over. */
export async function beginLessonText(open: OpenLesson, isCopy: boolean) {
  const { actor, draft, lesson, language, original } = open
  const copied = isCopy ? original : undefined
  const text = {
    language,
    title: copied?.title ?? '',
    body: copied?.body ?? emptyDocument,
    prompt: copied?.prompt?.body ?? emptyDocument,
  }
  const outcome = await beginText(db(), actor, { slug: draft.slug, lessonId: lesson.lessonId, text, now: now() })
  if (outcome.ok) return redirectWithToast(lessonAddress(open), 'saved')
  return outcome.refusal === 'in-review' || outcome.refusal === 'not-allowed' ? forbidden() : notFound()
}

/** The texts that a form holds: none of them when scripts have saved them already. */
export function sentTexts(sent: LessonDraftForm, { text }: OpenLesson) {
  const isSent = (...fields: (string | undefined)[]) => fields.some((field) => field !== undefined)
  return {
    body: isSent(sent.body, sent.markdown)
      ? readWrittenText({ json: sent.body, markdown: sent.markdown }, text?.body ?? emptyDocument)
      : undefined,
    prompt: isSent(sent.prompt, sent.promptMarkdown)
      ? readWrittenText({ json: sent.prompt, markdown: sent.promptMarkdown }, text?.prompt?.body ?? emptyDocument)
      : undefined,
  }
}

/** What is wrong with a form, by field, in the reader's language. */
export function lessonErrors(
  request: Request,
  faults: LessonFaults | undefined,
  texts: { body: WrittenText | undefined; prompt: WrittenText | undefined },
): Record<string, string> {
  const language = languageOf(request)
  const t = translator(language)('authoring')
  const quizzes = translator(language)('quizzes')
  const errors: Record<string, string> = {}
  for (const fault of Object.values(faults?.fields ?? {})) {
    errors[fault === 'lecture' ? 'lectureId' : fault] = t(`lesson.fault.${fault}`)
  }
  for (const { index, field, fault } of faults?.questions ?? []) {
    const row = /\.r(\d+)\./.exec(field)?.[1]
    const message = quizzes(`fault.${fault}`)
    errors[field] =
      row === undefined
        ? quizzes('fault.atQuestion', { number: index + 1, message })
        : quizzes('fault.atRow', { number: index + 1, row: Number(row) + 1, message })
  }
  for (const [field, fault] of Object.entries(faults?.quiz ?? {})) errors[field] = quizzes(`settings.fault.${fault}`)
  const making = translator(language)('assignmentMaking')
  for (const [field, fault] of Object.entries(faults?.assignment ?? {})) errors[field] = making(`fault.${fault}`)
  for (const part of ['body', 'prompt'] as const) {
    const written = texts[part]
    if (written === undefined || written.ok) continue
    const { fault } = written
    errors[part] =
      fault.kind === 'line' ? t('lesson.fault.line', { ...fault }) : t('lesson.fault.body', { message: fault.message })
  }
  return errors
}

/** The texts that met another's, each with the other and what separates them. */
export function metTexts(met: readonly MetPart[], mine: { body: Written; prompt: Written }) {
  return Object.fromEntries(met.map(({ part, theirs }) => [part, metText(mine[part], theirs)]))
}
