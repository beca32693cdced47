import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { canPublishCourse } from '../authoring/policy'
import { insertPath, updatePath } from '../store/path.server'
import type { ReadPath } from './form'

/** Paths are the whole portal's: editors without an organisation make them. */
export function canMakePaths(actor: Actor): boolean {
  return canPublishCourse(actor, { organisationId: null })
}

/** Saves a path, a new one when `slug` is null; answers its address. */
export function savePath(
  db: Db,
  actor: Actor,
  { slug, path, now }: { slug: string | null; path: ReadPath; now: Date },
): Promise<Outcome<{ slug: string }, 'not-allowed' | 'not-found'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ slug: string }, 'not-allowed' | 'not-found'>> => {
    if (!canMakePaths(actor)) return refused('not-allowed')
    // The address of a new path is no path's.
    const address = path.slug === 'ny' ? 'ny-vag' : path.slug
    if (slug !== null && !(await updatePath(tx, slug, path, now))) return refused('not-found')
    const saved = slug ?? (await insertPath(tx, { ...path, slug: address }, now))
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'path.saved',
      subjectKind: 'learning_path',
      subjectId: saved,
      detail: { title: path.title, isPublished: path.isPublished, created: slug === null },
      at: now,
    })
    return done({ slug: saved })
  })
}
