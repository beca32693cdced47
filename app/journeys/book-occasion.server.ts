import {
  accessNeedsDeletedOn,
  bookingWindow,
  type BookingWindow,
  firstDay,
  hasStarted,
  type Occasion,
} from '~/domains/catalogue'
import { lockOccasion } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { type BookingLine, type BookingState, isActive, movesUp, organisationOf } from '~/domains/learning'
import {
  listBookings,
  listEmployers,
  queueBooking,
  setAccessNeeds,
  setBookingState,
} from '~/domains/learning/index.server'
import { enqueueNotices } from '~/domains/notice/index.server'
import { findBookingBlock } from '~/domains/participation/index.server'
import { localDay } from '~/shared/dates'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { bookingNotice } from './booking-notices.server'

export type BookRefusal =
  'not-found' | Exclude<BookingWindow, 'open'> | 'not-listed' | 'aid-form-missing' | 'refused-before'

/**
 * A person books an occasion: a seat when there is one and nobody waits for it, otherwise a place in the queue; where
 * approval is wanted, a place among those who ask. The occasion is held while seats are given, so that the last seat
 * goes to one. Booking again changes nothing but the access needs.
 */
export function bookOccasion(
  db: Db,
  actor: Actor,
  request: { occasionId: string; accessNeeds: string; now: Date },
): Promise<Outcome<{ state: BookingState; occasion: Occasion }, BookRefusal>> {
  const { now } = request
  const { personId } = actor
  return db
    .transaction()
    .execute(async (tx): Promise<Outcome<{ state: BookingState; occasion: Occasion }, BookRefusal>> => {
      const occasion = await lockOccasion(tx, request.occasionId)
      if (occasion === undefined || occasion.activityState === 'utkast') return refused('not-found')
      const needs = needsOf(request.accessNeeds, occasion)
      const own = (await listBookings(tx, occasion.occasionId)).find((booking) => booking.personId === personId)
      if (own !== undefined && isActive(own.state)) {
        if (!hasStarted(occasion, now)) await setAccessNeeds(tx, own.bookingId, needs)
        return done({ state: own.state, occasion })
      }
      if (own?.state === 'nekad') return refused('refused-before')
      const window = bookingWindow(occasion, now)
      if (window !== 'open') return refused(window)
      const day = localDay(now)
      const employers = await listEmployers(tx, personId, day)
      const organisationId = organisationOf(employers, {
        onlyListed: occasion.onlyListedOrganisations,
        listed: occasion.listed,
      })
      if (organisationId === undefined) return refused('not-listed')
      const { projectId, occasionId } = occasion
      if (projectId !== null) {
        const block = await findBookingBlock(tx, { personId, projectId, on: firstDay(occasion) ?? day })
        if (block !== undefined) return refused(block)
      }
      const state = occasion.approvalRequired ? 'ansokt' : 'vantelista'
      const booking = {
        occasionId,
        personId,
        organisationId,
        state,
        decidedBy: null,
        accessNeeds: needs,
        at: now,
      } as const
      const bookingId = await queueBooking(tx, booking)
      const moved = await giveSeats(tx, occasion, now, personId)
      return done({ state: moved.some((line) => line.bookingId === bookingId) ? 'bokad' : state, occasion })
    })
}

function needsOf(text: string, occasion: Occasion): { text: string; deletedOn: string } | null {
  const trimmed = text.trim()
  if (trimmed === '' || occasion.meetings.length === 0) return null
  return { text: trimmed, deletedOn: accessNeedsDeletedOn(occasion.meetings) }
}

/**
 * Gives free seats to those who wait, the first in the queue first, with a notice to each but the one who asks.
 * The caller holds the occasion. Nothing moves once it has started or been called off.
 */
export async function giveSeats(
  tx: Tx,
  occasion: Occasion,
  now: Date,
  asking?: Actor['personId'],
): Promise<BookingLine[]> {
  if (occasion.state !== 'planerat' || hasStarted(occasion, now)) return []
  const bookings = await listBookings(tx, occasion.occasionId)
  const ids = movesUp(bookings, occasion)
  const moved = bookings.filter(({ bookingId }) => ids.includes(bookingId))
  await setBookingState(tx, ids, { state: 'bokad', at: now })
  await enqueueNotices(
    tx,
    moved
      .filter(({ personId }) => personId !== asking)
      .map((line) => bookingNotice('booking-place', line, occasion, { of: line.queuedAt.toISOString(), at: now })),
  )
  return moved
}

/** A person gives up the own booking, until the first meeting starts; the seat goes to the first who waits. */
export function cancelBooking(
  db: Db,
  actor: Actor,
  request: { occasionId: string; now: Date },
): Promise<Outcome<{ occasion: Occasion }, 'not-found' | 'started'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ occasion: Occasion }, 'not-found' | 'started'>> => {
    const occasion = await lockOccasion(tx, request.occasionId)
    if (occasion === undefined) return refused('not-found')
    const bookings = await listBookings(tx, occasion.occasionId)
    const own = bookings.find(({ personId }) => personId === actor.personId)
    if (own === undefined) return refused('not-found')
    if (!isActive(own.state)) return done({ occasion })
    if (hasStarted(occasion, request.now)) return refused('started')
    await setBookingState(tx, [own.bookingId], { state: 'avbokad', at: request.now })
    await giveSeats(tx, occasion, request.now)
    return done({ occasion })
  })
}
