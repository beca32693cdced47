import type { Actor } from '~/domains/identity'
import type { Theirs } from '~/domains/writing'
import { findText, saveTextWithin } from '~/domains/writing/index.server'
import type { RichDocument } from '~/shared/editor/document'
import type { LessonId, TextId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { lockDraft, touchDraft } from '../store/draft.server'
import { updateLesson } from '../store/draft-lesson.server'
import { findSourceLesson } from '../store/draft-source.server'
import type { QuizTexts } from '../questions/translation'
import { listTexts, putLessonText, updateTranslation } from '../store/draft-text.server'
import { changeDraft, type ChangeRefusal } from './commands.server'
import { hasTask, type LessonSettings, settingsOf } from './lesson-settings'
import { textsOfLesson } from './lesson-texts.server'
import { sealOfOriginal } from './original-seal'
import { canChangeDraft, canSeeDraft } from './policy'

/** A text as its writer sends it, with the save that the changes were made to. */
export interface SentText {
  body: RichDocument
  baseSeq: number
}

export interface LessonWriting {
  language: Language
  /** Left out when the texts are not sent; they stay as they are. */
  text?: (SentText & { title: string }) | undefined
  prompt?: SentText | undefined
  minutes: number
  settings: LessonSettings
  /** Of a translation: what the questions say, and whether it is said to be whole and true to the original. */
  translation?: { questions: QuizTexts; isDone: boolean } | undefined
}

/** A text that another had saved since; nothing of it was written. */
export interface MetPart {
  part: 'body' | 'prompt'
  theirs: Theirs
}

/**
 * Saves a lesson's texts in one language with its minutes and what its kind asks for. A text that meets another's is not
 * written and comes back in `met`; the rest is saved.
 */
export function saveLesson(
  db: Db,
  actor: Actor,
  { slug, lessonId, writing, now }: { slug: string; lessonId: string; writing: LessonWriting; now: Date },
): Promise<Outcome<{ met: MetPart[] }, ChangeRefusal | 'no-such-lesson'>> {
  return changeDraft<{ met: MetPart[] }, 'no-such-lesson'>(
    db,
    actor,
    { slug, now, what: 'lesson' },
    async (tx, draft) => {
      const lesson = draft.lessons.find((each) => each.lessonId === lessonId)
      if (lesson === undefined || lesson.kind !== writing.settings.kind) return refused('no-such-lesson')
      const written = (await listTexts(tx, lesson.lessonId)).find(({ language }) => language === writing.language)
      if (written === undefined) return refused('no-such-lesson')
      const met: MetPart[] = []
      const save = async (part: MetPart['part'], textId: TextId, sent: SentText, title?: string) => {
        const fields = title === undefined ? undefined : { title }
        const saved = await saveTextWithin(tx, { textId, ...sent, fields, authorId: actor.personId, at: now })
        if (saved.ok) return
        if (saved.refusal !== 'conflict') throw new Error(`The text of a lesson was refused: ${saved.refusal}`)
        met.push({ part, theirs: saved.theirs })
      }
      const { text, prompt } = writing
      if (text !== undefined) {
        await save('body', written.textId, { body: text.body, baseSeq: text.baseSeq }, text.title)
      }
      if (prompt !== undefined && written.prompt !== null) await save('prompt', written.prompt.textId, prompt)
      if (writing.translation !== undefined) {
        const { questions, isDone } = writing.translation
        const original = (await listTexts(tx, lesson.lessonId)).find(
          (each) => each.language === draft.settings.language,
        )
        const asked = lesson.settings.kind === 'quiz' ? lesson.settings.questions : []
        const seal = original && sealOfOriginal({ ...original, prompt: original.prompt?.body ?? null }, asked)
        const originalSeal = isDone ? (seal ?? null) : written.originalSeal
        await updateTranslation(tx, lesson.lessonId, writing.language, { questions, originalSeal })
      }
      await updateLesson(tx, lesson.lessonId, { minutes: writing.minutes, settings: writing.settings, at: now })
      return done({ met })
    },
  )
}

/**
 * Changes a text of a draft's lesson under the lock of the draft, which is marked as changed when the text was. `write`
 * does the writing.
 */
export function changeDraftText<T>(
  db: Db,
  actor: Actor,
  { slug, textId, now }: { slug: string; textId: TextId; now: Date },
  write: (tx: Tx) => Promise<T>,
): Promise<Outcome<T, ChangeRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<T, ChangeRefusal>> => {
    const draft = await lockDraft(tx, slug)
    if (draft === undefined || !canSeeDraft(actor, draft)) return refused('not-found')
    if (!canChangeDraft(actor, draft)) return refused('in-review')
    const seq = async () => (await findText(tx, textId))?.seq
    const before = await seq()
    const value = await write(tx)
    if ((await seq()) !== before) await touchDraft(tx, draft.courseId, now)
    return done(value)
  })
}

/** Begins a text of a lesson in a language that it has none in. Begun already, nothing happens. */
export function beginText(
  db: Db,
  actor: Actor,
  { slug, lessonId, text, now }: { slug: string; lessonId: string; text: TextStart; now: Date },
): Promise<Outcome<null, ChangeRefusal | 'no-such-lesson'>> {
  return changeDraft<null, 'no-such-lesson'>(db, actor, { slug, now, what: 'lesson' }, async (tx, draft) => {
    const lesson = draft.lessons.find((each) => each.lessonId === lessonId)
    if (lesson === undefined) return refused('no-such-lesson')
    if (lesson.languages.includes(text.language)) return done(null)
    const prompt = hasTask(lesson.kind) ? text.prompt : null
    await putLessonText(tx, lesson.lessonId, { ...text, prompt }, { at: now, by: actor.personId })
    return done(null)
  })
}

export interface TextStart {
  language: Language
  title: string
  body: RichDocument
  prompt: RichDocument
}

/** Takes the newest version of the lesson that this one was taken from; `seal` is the version that was looked at. */
export function takeUpdate(
  db: Db,
  actor: Actor,
  { slug, lessonId, seal, now }: { slug: string; lessonId: string; seal: string; now: Date },
): Promise<Outcome<null, ChangeRefusal | 'no-such-lesson' | 'changed-meanwhile'>> {
  return changeDraft<null, 'no-such-lesson' | 'changed-meanwhile'>(
    db,
    actor,
    { slug, now, what: 'update' },
    async (tx, draft) => {
      const lesson = draft.lessons.find((each) => each.lessonId === lessonId)
      const source = lesson?.source && (await findSourceLesson(tx, lesson.source.lessonId))
      if (lesson === undefined || source === undefined || source === null) return refused('no-such-lesson')
      if (source.seal !== seal) return refused('changed-meanwhile')
      await updateLesson(tx, lesson.lessonId as LessonId, {
        minutes: source.minutes,
        settings: settingsOf(source.kind, source),
        source,
        at: now,
      })
      for (const text of textsOfLesson(source, source.language)) {
        await putLessonText(tx, lesson.lessonId, text, { at: now, by: actor.personId })
      }
      return done(null)
    },
  )
}
