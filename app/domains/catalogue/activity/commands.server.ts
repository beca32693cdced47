import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { insertActivity, setActivityState, updateActivity } from '../store/activity.server'
import type { ReadActivity } from './forms'
import type { Activity, ActivityState } from './model'
import { canManageActivity } from './policy'
import { checklist, slugOf } from './rules'

/** A new draft, with a slug of its title that nothing else has. */
export function createActivity(
  db: Db,
  actor: Actor,
  { read, now }: { read: ReadActivity; now: Date },
): Promise<Outcome<{ slug: string }, 'not-allowed'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ slug: string }, 'not-allowed'>> => {
    const { organisationId, content, seats } = read
    if (!canManageActivity(actor, { organisationId })) return refused('not-allowed')
    const stem = slugOf(content.title) || 'aktivitet'
    for (let number = 1; ; number += 1) {
      // The address of a new activity is no slug.
      const slug = number === 1 && stem !== 'ny' ? stem : `${stem}-${number + 1}`
      const made = { slug, organisationId, createdBy: actor.personId, content, seats, at: now }
      const activityId = await insertActivity(tx, made)
      if (activityId === undefined) continue
      await recordAudit(tx, {
        actorId: actor.personId,
        action: 'activity.created',
        subjectKind: 'activity',
        subjectId: activityId,
        detail: { slug, title: content.title },
        at: now,
      })
      return done({ slug })
    }
  })
}

/** Saves an activity; `version` is its `changedAt` when the form was opened. The organiser stays. */
export function saveActivity(
  db: Db,
  actor: Actor,
  activity: Activity,
  { read, version, now }: { read: ReadActivity; version: Date; now: Date },
): Promise<Outcome<undefined, 'not-allowed' | 'edited-meanwhile'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<undefined, 'not-allowed' | 'edited-meanwhile'>> => {
    if (!canManageActivity(actor, activity)) return refused('not-allowed')
    const { activityId } = activity
    const { content, seats } = read
    if (!(await updateActivity(tx, { activityId, content, seats, readChangedAt: version, at: now }))) {
      return refused('edited-meanwhile')
    }
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'activity.changed',
      subjectKind: 'activity',
      subjectId: activityId,
      detail: { title: content.title },
      at: now,
    })
    return done(undefined)
  })
}

/**
 * Publishes, archives or opens an activity again, in the caller's transaction. Publishing asks that the maker has ticked
 * every point of the checklist of accessibility and the horizontal principles; what was ticked is logged.
 */
export async function setState(
  tx: Tx,
  actor: Actor,
  activity: Activity,
  { state, checked, now }: { state: ActivityState; checked: readonly string[]; now: Date },
): Promise<Outcome<undefined, 'not-allowed' | 'checklist'>> {
  if (!canManageActivity(actor, activity)) return refused('not-allowed')
  if (state === 'publicerad' && !checklist.every((item) => checked.includes(item))) return refused('checklist')
  await setActivityState(tx, activity.activityId, state, now)
  await recordAudit(tx, {
    actorId: actor.personId,
    action: `activity.${state}`,
    subjectKind: 'activity',
    subjectId: activity.activityId,
    detail: { checked: state === 'publicerad' ? checklist : [] },
    at: now,
  })
  return done(undefined)
}
