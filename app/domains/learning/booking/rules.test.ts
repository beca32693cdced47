import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OrganisationId } from '~/shared/ids'
import type { BookingState } from './model'
import { isActive, movesUp, organisationOf, placesLeft, queueNumber, type SeatLimits } from './rules'

const org = (name: string) => name as OrganisationId
const [north, south] = [org('norr'), org('syd')]
const booking = (
  bookingId: string,
  state: BookingState,
  minute: number,
  organisationId: OrganisationId | null = null,
) => ({
  bookingId,
  state,
  organisationId,
  queuedAt: new Date(Date.UTC(2025, 2, 1, 8, minute)),
})

describe('the waiting list', () => {
  test('moves up in the order of the queue until the seats are taken', () => {
    const bookings = [booking('c', 'vantelista', 3), booking('a', 'bokad', 1), booking('b', 'vantelista', 2)]
    expect(movesUp(bookings, { capacity: 2, listed: [] })).toEqual(['b'])
    expect(movesUp(bookings, { capacity: 1, listed: [] })).toEqual([])
    expect(movesUp(bookings, { capacity: null, listed: [] })).toEqual(['b', 'c'])
  })

  test('passes by only those whose organisation has all its seats', () => {
    const bookings = [
      booking('a', 'bokad', 1, north),
      booking('b', 'vantelista', 2, north),
      booking('c', 'vantelista', 3, south),
      booking('d', 'ansokt', 0, south),
    ]
    const listed = [
      { organisationId: north, seats: 1 },
      { organisationId: south, seats: null },
    ]
    expect(movesUp(bookings, { capacity: 3, listed })).toEqual(['c'])
    expect(queueNumber(bookings, 'c')).toBe(2)
    expect(queueNumber(bookings, 'a')).toBeUndefined()
  })

  test('any sequence of booking, cancelling and new limits keeps the limits and the order', () => {
    const step = fc.record({
      kind: fc.constantFrom('book' as const, 'cancel' as const, 'limits' as const),
      person: fc.integer({ min: 0, max: 11 }),
      organisation: fc.constantFrom(north, south, null),
      capacity: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
      seats: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let limits: SeatLimits = { capacity: 3, listed: [] }
        const rows = new Map<number, ReturnType<typeof booking>>()
        steps.forEach(({ kind, person, organisation, capacity, seats }, minute) => {
          const own = rows.get(person)
          if (kind === 'book' && (own === undefined || !isActive(own.state))) {
            rows.set(person, { ...booking(String(person), 'vantelista', 0, organisation), queuedAt: new Date(minute) })
          }
          if (kind === 'cancel' && own !== undefined) rows.set(person, { ...own, state: 'avbokad' })
          // Limits are never set below what is booked: the page refuses it.
          if (kind === 'limits' && [...rows.values()].every(({ state }) => state !== 'bokad')) {
            limits = { capacity, listed: [{ organisationId: north, seats }] }
          }
          const before = [...rows.values()]
          const moved = movesUp(before, limits)
          for (const [key, row] of rows) if (moved.includes(row.bookingId)) rows.set(key, { ...row, state: 'bokad' })
          const after = [...rows.values()]
          const booked = after.filter(({ state }) => state === 'bokad')
          const ofNorth = (list: typeof after) => list.filter((row) => row.organisationId === north)
          const most = limits.listed[0]?.seats ?? Infinity
          expect(booked.length).toBeLessThanOrEqual(limits.capacity ?? Infinity)
          expect(ofNorth(booked).length).toBeLessThanOrEqual(most)
          const full = booked.length >= (limits.capacity ?? Infinity)
          const queue = after.filter(({ state }) => state === 'vantelista')
          for (const waiting of queue) {
            const stopped = waiting.organisationId === north && ofNorth(booked).length >= most
            // Nobody waits while a seat is free that they could have, and nobody has passed them by.
            expect(full || stopped).toBe(true)
            for (const id of moved) {
              const passer = before.find(({ bookingId }) => bookingId === id)
              if (passer !== undefined && !stopped)
                expect(passer.queuedAt.getTime()).toBeLessThan(waiting.queuedAt.getTime())
            }
          }
          expect(movesUp(after, limits)).toEqual([])
        })
      }),
      { numRuns: 300 },
    )
  })
})

test('places left never fall below none', () => {
  expect(placesLeft(2, 5)).toBe(3)
  expect(placesLeft(7, 5)).toBe(0)
  expect(placesLeft(7, null)).toBeNull()
})

test('a booking is counted by an employer, a listed one where only these may book', () => {
  const listed = [{ organisationId: south }]
  expect(organisationOf([north, south], { onlyListed: false, listed })).toBe(north)
  expect(organisationOf([north, south], { onlyListed: true, listed })).toBe(south)
  expect(organisationOf([north], { onlyListed: true, listed })).toBeUndefined()
  expect(organisationOf([], { onlyListed: false, listed })).toBeNull()
  expect(organisationOf([], { onlyListed: true, listed })).toBeUndefined()
})
