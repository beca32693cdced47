import { createHash } from 'node:crypto'
import type { Actor } from '~/domains/identity'
import type { CourseId, PersonId } from '~/shared/ids'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { addEditor, removeEditor, updateSettings } from '../store/draft.server'
import { findLeadersByEmail } from '../store/occasion.server'
import { holdRequirements } from '../store/requirement.server'
import { circleThrough } from '../terms/prerequisites'
import { changeDraft, type ChangeRefusal } from './commands.server'
import { withOutdated } from './course-texts'
import type { CourseSettings } from './settings'

/** Tells one state of the settings from another. */
export function sealOfSettings(settings: CourseSettings): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 32)
}

export type SaveSettings =
  | Outcome<null, ChangeRefusal | 'edited-meanwhile'>
  /** The course would ask for itself; the titles from the course back to it. */
  | { ok: false; refusal: 'circle'; circle: string[] }

/**
 * Saves the settings when they still are what the writer saw; `version` is their seal then. When the course's own texts
 * are not as before, their translations are outdated.
 */
export async function saveSettings(
  db: Db,
  actor: Actor,
  { slug, settings, version, now }: { slug: string; settings: CourseSettings; version: string; now: Date },
): Promise<SaveSettings> {
  let circle: string[] = []
  type Refusal = 'edited-meanwhile' | 'circle'
  const outcome = await changeDraft<null, Refusal>(db, actor, { slug, now, what: 'settings' }, async (tx, draft) => {
    if (sealOfSettings(draft.settings) !== version) return refused('edited-meanwhile')
    const { courses } = settings.terms.prerequisites
    if (courses.length > 0) {
      const { graph, titles } = await holdRequirements(tx, draft.courseId)
      const way = circleThrough(slug, courses, graph)
      if (way !== undefined) {
        circle = way.map((each) => (each === slug ? settings.title : (titles.get(each) ?? each)))
        return refused('circle')
      }
    }
    await updateSettings(tx, draft.courseId, withOutdated(draft.settings, settings))
    return done(null)
  })
  if (outcome.ok) return outcome
  const { refusal } = outcome
  return refusal === 'circle' ? { ok: false, refusal, circle } : refused(refusal)
}

/** Puts somebody on the course, by e-mail: an account with the role of a course leader is what gives the right. */
export function inviteEditor(
  db: Db,
  actor: Actor,
  { slug, email, now }: { slug: string; email: string; now: Date },
): Promise<Outcome<null, ChangeRefusal | 'no-such-person'>> {
  return changeDraft<null, 'no-such-person'>(db, actor, { slug, now, what: 'editor-added' }, async (tx, draft) => {
    const [found] = await findLeadersByEmail(tx, [email])
    if (found === undefined) return refused('no-such-person')
    await addEditor(tx, draft.courseId, found.personId, now)
    return done(null)
  })
}

/** Takes somebody off the course. Nobody takes off the last one, so that a course always has its people. */
export function dismissEditor(
  db: Db,
  actor: Actor,
  { slug, personId, now }: { slug: string; personId: string; now: Date },
): Promise<Outcome<null, ChangeRefusal | 'last-one'>> {
  return changeDraft<null, 'last-one'>(db, actor, { slug, now, what: 'editor-removed' }, async (tx, draft) => {
    if (draft.editors.length < 2) return refused('last-one')
    await removeEditor(tx, draft.courseId as CourseId, personId as PersonId)
    return done(null)
  })
}
