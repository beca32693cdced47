import { accessNeedsDeletedOn, canManageActivity, type Activity, type Occasion } from '~/domains/catalogue'
import {
  insertOccasion,
  lockOccasion,
  type MeetingPlan,
  type OccasionPlan,
  setCancelled,
  updateOccasion,
} from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { isActive } from '~/domains/learning'
import { listAttendedMeetings, listBookings, moveAccessNeedsDeletion } from '~/domains/learning/index.server'
import { enqueueNotices } from '~/domains/notice/index.server'
import type { OccasionId } from '~/shared/ids'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { giveSeats } from './book-occasion.server'
import { tellInterested } from './tell-interested.server'
import { bookingNotice } from './booking-notices.server'

export interface PlannedOccasion {
  plan: OccasionPlan
  meetings: MeetingPlan[]
}

/**
 * Plans one or several occasions of an activity. Those who asked to be told when it gets a date are told, when the
 * activity is published.
 */
export function planOccasions(
  db: Db,
  actor: Actor,
  activity: Activity,
  request: { occasions: readonly PlannedOccasion[]; now: Date },
): Promise<Outcome<{ occasionIds: OccasionId[] }, 'not-allowed'>> {
  const { activityId } = activity
  const { occasions, now } = request
  return db.transaction().execute(async (tx): Promise<Outcome<{ occasionIds: OccasionId[] }, 'not-allowed'>> => {
    if (!canManageActivity(actor, activity)) return refused('not-allowed')
    const occasionIds: OccasionId[] = []
    for (const { plan, meetings } of occasions) {
      occasionIds.push(await insertOccasion(tx, { activityId, plan, meetings, at: now }))
    }
    const occasionId = occasionIds[0]
    const startsAt = occasions[0]?.meetings[0]?.startsAt
    if (occasionId !== undefined && startsAt !== undefined && activity.state === 'publicerad')
      await tellInterested(tx, activity, { occasionId, startsAt }, now)
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'occasion.planned',
      subjectKind: 'activity',
      subjectId: activityId,
      detail: { occasionIds },
      at: now,
    })
    return done({ occasionIds })
  })
}

export type ChangeRefusal = 'not-allowed' | 'not-found' | 'cancelled' | 'below-booked' | 'meeting-attended'

/** What the booked must know of a meeting: when and where, not its title. */
const shownOf = (meetings: readonly MeetingPlan[]) =>
  JSON.stringify(
    meetings.map(({ startsAt, endsAt, mode, place, onlineUrl }) => [startsAt, endsAt, mode, place, onlineUrl]).sort(),
  )

/**
 * Changes the plan of an occasion. New time or place is told to those who are booked or wait; more seats go to those
 * who wait. Refuses fewer seats than are booked, and to move or remove a meeting whose attendance is recorded.
 */
export function changeOccasion(
  db: Db,
  actor: Actor,
  request: { occasionId: string; now: Date } & PlannedOccasion,
): Promise<Outcome<{ occasion: Occasion }, ChangeRefusal>> {
  const { plan, meetings, now } = request
  return db.transaction().execute(async (tx): Promise<Outcome<{ occasion: Occasion }, ChangeRefusal>> => {
    const before = await lockOccasion(tx, request.occasionId)
    if (before === undefined) return refused('not-found')
    if (!canManageActivity(actor, before)) return refused('not-allowed')
    if (before.state === 'installt') return refused('cancelled')
    const { occasionId } = before
    const bookings = await listBookings(tx, occasionId)
    const booked = bookings.filter(({ state }) => state === 'bokad').length
    if (plan.capacity !== null && plan.capacity < booked) return refused('below-booked')
    const attended = await listAttendedMeetings(tx, occasionId)
    const touched = before.meetings.some((meeting) => {
      const after = meetings.find(({ meetingId }) => meetingId === meeting.meetingId)
      return attended.includes(meeting.meetingId) && (after === undefined || shownOf([after]) !== shownOf([meeting]))
    })
    if (touched) return refused('meeting-attended')
    await updateOccasion(tx, { occasionId, plan, meetings, at: now })
    await moveAccessNeedsDeletion(tx, occasionId, accessNeedsDeletedOn(meetings))
    const occasion = await lockOccasion(tx, occasionId)
    if (occasion === undefined) return refused('not-found')
    if (shownOf(before.meetings) !== shownOf(meetings)) {
      const event = { of: now.toISOString(), at: now }
      const told = bookings.filter(({ state }) => isActive(state))
      await enqueueNotices(
        tx,
        told.map((line) => bookingNotice('occasion-changed', line, occasion, event)),
      )
    }
    await giveSeats(tx, occasion, now)
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'occasion.changed',
      subjectKind: 'occasion',
      subjectId: occasionId,
      detail: { capacity: plan.capacity, meetings: meetings.length },
      at: now,
    })
    return done({ occasion })
  })
}

/** Calls an occasion off, with the reason in a notice to everybody who is booked, waits or has asked. */
export function cancelOccasion(
  db: Db,
  actor: Actor,
  request: { occasionId: string; reason: string; now: Date },
): Promise<Outcome<{ told: number }, 'not-allowed' | 'not-found' | 'reason' | 'meeting-attended'>> {
  const { now } = request
  const reason = request.reason.trim()
  type Answer = Outcome<{ told: number }, 'not-allowed' | 'not-found' | 'reason' | 'meeting-attended'>
  return db.transaction().execute(async (tx): Promise<Answer> => {
    const occasion = await lockOccasion(tx, request.occasionId)
    if (occasion === undefined) return refused('not-found')
    if (!canManageActivity(actor, occasion)) return refused('not-allowed')
    if (reason === '') return refused('reason')
    if ((await listAttendedMeetings(tx, occasion.occasionId)).length > 0) return refused('meeting-attended')
    if (!(await setCancelled(tx, occasion.occasionId, reason, now))) return done({ told: 0 })
    const told = (await listBookings(tx, occasion.occasionId)).filter(({ state }) => isActive(state))
    await enqueueNotices(
      tx,
      told.map((line) =>
        bookingNotice('occasion-cancelled', line, { ...occasion, cancelReason: reason }, { of: 'installt', at: now }),
      ),
    )
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'occasion.cancelled',
      subjectKind: 'occasion',
      subjectId: occasion.occasionId,
      reason,
      detail: { told: told.length },
      at: now,
    })
    return done({ told: told.length })
  })
}
