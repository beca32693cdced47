import type { OrganisationId } from '~/shared/ids'
import type { Booking, BookingState } from './model'

/** What limits the seats of an occasion: all of them, and the most that each listed organisation may have. */
export interface SeatLimits {
  capacity: number | null
  listed: readonly { organisationId: OrganisationId; seats: number | null }[]
}

type Seated = Pick<Booking, 'bookingId' | 'organisationId' | 'state' | 'queuedAt'>

const inQueue = (one: Seated, other: Seated) =>
  one.queuedAt.getTime() - other.queuedAt.getTime() ||
  (one.bookingId < other.bookingId ? -1 : one.bookingId > other.bookingId ? 1 : 0)

/**
 * Who on the waiting list gets a seat now, first in the queue first. Somebody whose organisation has all its seats is
 * passed by and keeps the place in the queue; nobody else is.
 */
export function movesUp(bookings: readonly Seated[], { capacity, listed }: SeatLimits): string[] {
  const booked = bookings.filter(({ state }) => state === 'bokad')
  const limit = new Map(listed.map(({ organisationId, seats }) => [organisationId, seats]))
  const taken = new Map<OrganisationId, number>()
  const take = (organisationId: OrganisationId | null) => {
    if (organisationId !== null) taken.set(organisationId, (taken.get(organisationId) ?? 0) + 1)
  }
  for (const { organisationId } of booked) take(organisationId)
  let seats = booked.length
  const moved: string[] = []
  for (const waiting of bookings.filter(({ state }) => state === 'vantelista').toSorted(inQueue)) {
    if (capacity !== null && seats >= capacity) break
    const { organisationId } = waiting
    const most = organisationId === null ? null : (limit.get(organisationId) ?? null)
    if (organisationId !== null && most !== null && (taken.get(organisationId) ?? 0) >= most) continue
    take(organisationId)
    seats += 1
    moved.push(waiting.bookingId)
  }
  return moved
}

/** Seats that nobody has; null without limit. */
export function placesLeft(booked: number, capacity: number | null): number | null {
  return capacity === null ? null : Math.max(0, capacity - booked)
}

/** The number in the queue of a booking on the waiting list, the first is 1. */
export function queueNumber(bookings: readonly Seated[], bookingId: string): number | undefined {
  const queue = bookings.filter(({ state }) => state === 'vantelista').toSorted(inQueue)
  const index = queue.findIndex((one) => one.bookingId === bookingId)
  return index === -1 ? undefined : index + 1
}

/** A booking that still asks for or has a seat. */
export function isActive(state: BookingState): boolean {
  return state === 'ansokt' || state === 'bokad' || state === 'vantelista'
}

/**
 * The organisation that a booking is counted by: of the person's employers, the one with most working time; where only
 * listed organisations may book, the first of them that is listed. `undefined` says that none of them is.
 */
export function organisationOf(
  employers: readonly OrganisationId[],
  rules: { onlyListed: boolean; listed: readonly { organisationId: OrganisationId }[] },
): OrganisationId | null | undefined {
  if (!rules.onlyListed) return employers[0] ?? null
  return employers.find((employer) => rules.listed.some(({ organisationId }) => organisationId === employer))
}
