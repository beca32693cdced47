import type { Activity, ActivityState } from '~/domains/catalogue'
import { listOccasions, setState } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import type { Outcome } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { tellInterested } from './tell-interested.server'

/**
 * Publishes, archives or opens an activity again. Those who asked to be told of a date are told of the next occasion that
 * is planned when it is published.
 */
export function setActivityState(
  db: Db,
  actor: Actor,
  activity: Activity,
  request: { state: ActivityState; checked: readonly string[]; now: Date },
): Promise<Outcome<undefined, 'not-allowed' | 'checklist'>> {
  const { state, now } = request
  return db.transaction().execute(async (tx) => {
    const outcome = await setState(tx, actor, activity, request)
    if (!outcome.ok || state !== 'publicerad') return outcome
    const starts = (await listOccasions(tx, activity.activityId)).flatMap(
      ({ occasionId, meetings, state: planned }) => {
        const startsAt = meetings[0]?.startsAt
        return startsAt === undefined || startsAt <= now || planned === 'installt' ? [] : [{ occasionId, startsAt }]
      },
    )
    const [next] = starts.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
    if (next !== undefined) await tellInterested(tx, activity, next, now)
    return outcome
  })
}
