import { accessNeedsDeletedOn, canLead, hasStarted, type Occasion } from '~/domains/catalogue'
import { lockOccasion } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { type BookingLine, isActive } from '~/domains/learning'
import { listBookings, queueBooking, setBookingState } from '~/domains/learning/index.server'
import { enqueueNotice } from '~/domains/notice/index.server'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { giveSeats } from './book-occasion.server'
import { bookingNotice } from './booking-notices.server'

export type DecideRefusal = 'not-allowed' | 'not-found' | 'started' | 'other-activity' | 'booked-there'

async function openBooking(
  tx: Tx,
  actor: Actor,
  { occasionId, bookingId }: { occasionId: string; bookingId: string },
): Promise<Outcome<{ occasion: Occasion; booking: BookingLine }, 'not-allowed' | 'not-found'>> {
  const occasion = await lockOccasion(tx, occasionId)
  if (occasion === undefined) return refused('not-found')
  if (!canLead(actor, occasion)) return refused('not-allowed')
  const booking = (await listBookings(tx, occasionId)).find((one) => one.bookingId === bookingId)
  return booking === undefined ? refused('not-found') : done({ occasion, booking })
}

/**
 * A leader approves or refuses somebody who asked, or takes away a place, always with a notice. An approved person
 * stands in the queue from when they asked and gets a seat at once when there is one. Deciding again changes nothing.
 */
export function decideBooking(
  db: Db,
  actor: Actor,
  request: { occasionId: string; bookingId: string; decision: 'approve' | 'refuse'; now: Date },
): Promise<Outcome<undefined, DecideRefusal>> {
  const { decision, now } = request
  return db.transaction().execute(async (tx): Promise<Outcome<undefined, DecideRefusal>> => {
    const opened = await openBooking(tx, actor, request)
    if (!opened.ok) return opened
    const { occasion, booking } = opened.value
    if (decision === 'approve' ? booking.state !== 'ansokt' : !isActive(booking.state)) return done(undefined)
    if (hasStarted(occasion, now)) return refused('started')
    const state = decision === 'approve' ? 'vantelista' : 'nekad'
    await setBookingState(tx, [booking.bookingId], { state, decidedBy: actor.personId, at: now })
    const moved = await giveSeats(tx, occasion, now, booking.personId)
    const seated = moved.some(({ bookingId }) => bookingId === booking.bookingId)
    const event = { of: booking.queuedAt.toISOString(), at: now, state: seated ? 'bokad' : state }
    const kind = decision === 'approve' ? 'booking-approved' : 'booking-refused'
    await enqueueNotice(tx, bookingNotice(kind, booking, occasion, event))
    await recordAudit(tx, {
      actorId: actor.personId,
      action: decision === 'approve' ? 'booking.approved' : 'booking.refused',
      subjectKind: 'booking',
      subjectId: booking.bookingId,
      detail: { occasionId: occasion.occasionId },
      at: now,
    })
    return done(undefined)
  })
}

/**
 * A leader moves a booking to another occasion of the same activity, where the person stands last in the queue or gets
 * a free seat. Both occasions are held, in the order of their ids, so that two moves never wait for each other.
 */
export function moveBooking(
  db: Db,
  actor: Actor,
  request: { occasionId: string; bookingId: string; toOccasionId: string; now: Date },
): Promise<Outcome<undefined, DecideRefusal>> {
  const { now, toOccasionId } = request
  return db.transaction().execute(async (tx): Promise<Outcome<undefined, DecideRefusal>> => {
    if (toOccasionId < request.occasionId) await lockOccasion(tx, toOccasionId)
    const opened = await openBooking(tx, actor, request)
    if (!opened.ok) return opened
    const target = await lockOccasion(tx, toOccasionId)
    const { occasion, booking } = opened.value
    if (target === undefined || target.activityId !== occasion.activityId) return refused('other-activity')
    if (target.occasionId === occasion.occasionId || !isActive(booking.state)) return done(undefined)
    if (target.state !== 'planerat' || hasStarted(target, now) || hasStarted(occasion, now)) return refused('started')
    const there = (await listBookings(tx, toOccasionId)).find(({ personId }) => personId === booking.personId)
    if (there !== undefined && isActive(there.state)) return refused('booked-there')
    const { personId, organisationId, accessNeeds } = booking
    await setBookingState(tx, [booking.bookingId], { state: 'avbokad', decidedBy: actor.personId, at: now })
    const bookingId = await queueBooking(tx, {
      occasionId: target.occasionId,
      personId,
      organisationId,
      state: booking.state === 'ansokt' ? 'ansokt' : 'vantelista',
      decidedBy: actor.personId,
      accessNeeds:
        accessNeeds === null || target.meetings.length === 0
          ? null
          : { text: accessNeeds, deletedOn: accessNeedsDeletedOn(target.meetings) },
      at: now,
    })
    const moved = await giveSeats(tx, target, now, personId)
    await giveSeats(tx, occasion, now)
    const seated = moved.some((line) => line.bookingId === bookingId)
    const event = { of: now.toISOString(), at: now, state: seated ? 'bokad' : 'vantelista' }
    await enqueueNotice(tx, bookingNotice('booking-moved', { personId, bookingId }, target, event))
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'booking.moved',
      subjectKind: 'booking',
      subjectId: booking.bookingId,
      detail: { from: occasion.occasionId, to: target.occasionId },
      at: now,
    })
    return done(undefined)
  })
}
