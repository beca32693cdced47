import { createHash } from 'node:crypto'
import type { Actor } from '~/domains/identity'
import type { Language } from '~/shared/language'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { updateSettings } from '../store/draft.server'
import { changeDraft, type ChangeRefusal } from './commands.server'
import { sealOfCourse } from './original-seal'
import type { CourseSettings, CourseTextsIn } from './settings'

/** Tells one state of the course's own texts and their translation from another. */
export function sealOfTexts(settings: CourseSettings, language: Language): string {
  const said = JSON.stringify([sealOfCourse(settings), settings.translations[language] ?? null])
  return createHash('sha256').update(said).digest('hex').slice(0, 32)
}

/**
 * Saves the course's own texts in another language than its own, when original and translation still are what the
 * writer saw; `version` is their seal then.
 */
export function saveCourseTexts(
  db: Db,
  actor: Actor,
  wish: { slug: string; language: Language; texts: CourseTextsIn; version: string; now: Date },
): Promise<Outcome<null, ChangeRefusal | 'own-language' | 'edited-meanwhile'>> {
  type Refusal = 'own-language' | 'edited-meanwhile'
  const { slug, language, now } = wish
  return changeDraft<null, Refusal>(db, actor, { slug, now, what: 'translation' }, async (tx, draft) => {
    const { settings } = draft
    if (language === settings.language) return refused('own-language')
    if (sealOfTexts(settings, language) !== wish.version) return refused('edited-meanwhile')
    const translations = { ...settings.translations, [language]: wish.texts }
    await updateSettings(tx, draft.courseId, { ...settings, translations })
    return done(null)
  })
}

/** Takes a language off the course. The texts of its lessons in that language are kept, for when it comes back. */
export function removeCourseTexts(
  db: Db,
  actor: Actor,
  { slug, language, now }: { slug: string; language: Language; now: Date },
): Promise<Outcome<null, ChangeRefusal | 'no-such-language'>> {
  return changeDraft<null, 'no-such-language'>(
    db,
    actor,
    { slug, now, what: 'translation-removed' },
    async (tx, draft) => {
      const { [language]: removed, ...others } = draft.settings.translations
      if (removed === undefined) return refused('no-such-language')
      await updateSettings(tx, draft.courseId, { ...draft.settings, translations: others })
      return done(null)
    },
  )
}
