import type { Actor } from '~/domains/identity'
import type { RichDocument } from '~/shared/editor/document'
import type { LessonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { updateLesson } from '../store/draft-lesson.server'
import { findSourceLesson } from '../store/draft-source.server'
import { insertText, saveText } from '../store/draft-text.server'
import { changeDraft, type ChangeRefusal } from './commands.server'
import { settingsOf, type LessonSettings } from './lesson-settings'

export interface LessonWriting {
  language: Language
  title: string
  minutes: number
  body: RichDocument
  settings: LessonSettings
  /** When the text was last changed as the writer saw it; null when there was none in this language. */
  readChangedAt: Date | null
}

/**
 * Saves a lesson's text in one language with its minutes and what its kind asks for. When somebody else has saved the
 * text since it was opened, nothing is written.
 */
export function saveLesson(
  db: Db,
  actor: Actor,
  { slug, lessonId, writing, now }: { slug: string; lessonId: string; writing: LessonWriting; now: Date },
): Promise<Outcome<null, ChangeRefusal | 'no-such-lesson' | 'edited-meanwhile'>> {
  return changeDraft<null, 'no-such-lesson' | 'edited-meanwhile'>(
    db,
    actor,
    { slug, now, what: 'lesson' },
    async (tx, draft) => {
      const lesson = draft.lessons.find((each) => each.lessonId === lessonId)
      if (lesson === undefined || lesson.kind !== writing.settings.kind) return refused('no-such-lesson')
      const { language, title, body, readChangedAt } = writing
      if (!(await saveText(tx, lesson.lessonId, { language, title, body, readChangedAt, at: now }))) {
        return refused('edited-meanwhile')
      }
      await updateLesson(tx, lesson.lessonId, { minutes: writing.minutes, settings: writing.settings, at: now })
      return done(null)
    },
  )
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
      const texts = { ...source.translations, [source.language]: { title: source.title, body: source.body } }
      for (const [language, text] of Object.entries(texts)) {
        const { title, body } = text
        await insertText(tx, lesson.lessonId, { language: language as Language, title, body, at: now })
      }
      return done(null)
    },
  )
}
