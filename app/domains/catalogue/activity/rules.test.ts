import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDay } from '~/shared/dates'
import { accessNeedsDeletedOn, bookingWindow, clockOf, instantOf, overlaps, slugOf, weekly, weeksLater } from './rules'

const at = (text: string) => new Date(text)
const meeting = { startsAt: at('2025-04-10T11:00:00Z'), endsAt: at('2025-04-10T13:00:00Z') }
const occasion = {
  state: 'planerat' as const,
  activityState: 'publicerad' as const,
  bookingOpensAt: at('2025-03-01T08:00:00Z'),
  bookingClosesAt: at('2025-04-08T08:00:00Z'),
  meetings: [meeting],
}

describe('the booking window', () => {
  test.each([
    ['2025-03-01T07:59:59Z', 'not-yet'],
    ['2025-03-01T08:00:00Z', 'open'],
    ['2025-04-08T07:59:59Z', 'open'],
    ['2025-04-08T08:00:00Z', 'closed'],
    ['2025-04-10T11:00:00Z', 'started'],
  ])('at %s it is %s', (now, window) => expect(bookingWindow(occasion, at(now))).toBe(window))

  test('without limits it is open until the first meeting', () => {
    const free = { ...occasion, bookingOpensAt: null, bookingClosesAt: null }
    expect(bookingWindow(free, at('2025-04-10T10:59:59Z'))).toBe('open')
    expect(bookingWindow({ ...free, meetings: [] }, at('2030-01-01T00:00:00Z'))).toBe('open')
    expect(bookingWindow({ ...free, state: 'installt' }, at('2025-03-10T00:00:00Z'))).toBe('cancelled')
    expect(bookingWindow({ ...free, activityState: 'arkiverad' }, at('2025-03-10T00:00:00Z'))).toBe('withdrawn')
  })
})

test('access needs are deleted thirty days after the last meeting', () => {
  const later = { startsAt: at('2025-04-20T11:00:00Z'), endsAt: at('2025-04-20T22:30:00Z') }
  expect(accessNeedsDeletedOn([later, meeting])).toBe('2025-05-21')
})

test('meetings overlap when they share time, not when one follows the other', () => {
  const after = { startsAt: meeting.endsAt, endsAt: at('2025-04-10T14:00:00Z') }
  const within = { startsAt: at('2025-04-10T12:00:00Z'), endsAt: at('2025-04-10T12:10:00Z') }
  expect(overlaps([meeting], [after])).toBe(false)
  expect(overlaps([meeting], [after, within])).toBe(true)
  expect(overlaps([], [meeting])).toBe(false)
})

describe('the Stockholm clock', () => {
  test.each([
    ['2025-01-10', '13:00', '2025-01-10T12:00:00.000Z'],
    ['2025-07-10', '9.30', '2025-07-10T07:30:00.000Z'],
    ['2025-03-30', '03:00', '2025-03-30T01:00:00.000Z'],
    ['2025-03-30', '02:30', '2025-03-30T01:30:00.000Z'],
    ['2025-10-26', '02:30', '2025-10-26T00:30:00.000Z'],
  ])('%s %s is %s', (day, time, iso) => expect(instantOf(day, time)?.toISOString()).toBe(iso))

  test.each([
    ['2025-02-30', '13:00'],
    ['2025-13-01', '13:00'],
    ['25-01-01', '13:00'],
    ['2025-01-01', '24:00'],
    ['2025-01-01', 'ett'],
  ])('%s %s is no moment', (day, time) => expect(instantOf(day, time)).toBeUndefined())

  test('writing a moment and reading it gives the same moment', () => {
    const minute = fc.integer({ min: Date.UTC(2023, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 })
    fc.assert(
      fc.property(minute, (minutes) => {
        const instant = new Date(minutes * 60_000)
        const read = instantOf(localDay(instant), clockOf(instant))
        // The hour that comes twice in autumn reads as its first occurrence.
        expect([0, 3_600_000]).toContain(instant.getTime() - (read?.getTime() ?? 0))
      }),
    )
  })

  test('a week later is the same time of the clock across summer time', () => {
    expect(weeksLater(at('2025-03-27T12:00:00Z'), 1).toISOString()).toBe('2025-04-03T11:00:00.000Z')
    const weeks = weekly([{ startsAt: at('2025-03-27T12:00:00Z'), endsAt: at('2025-03-27T14:00:00Z') }], 3)
    expect(weeks.map(([one]) => one?.endsAt.toISOString())).toEqual([
      '2025-03-27T14:00:00.000Z',
      '2025-04-03T13:00:00.000Z',
      '2025-04-10T13:00:00.000Z',
    ])
  })
})

test.each([
  ['AI i vuxenutbildningen: möjligheter!', 'ai-i-vuxenutbildningen-mojligheter'],
  ['  Språk & yrke ', 'sprak-yrke'],
  ['???', ''],
])('the slug of %s is %s', (title, slug) => expect(slugOf(title)).toBe(slug))
