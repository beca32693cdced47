import { localDay } from '~/shared/dates'
import type { Meeting, Occasion } from './model'

/** Whether an occasion can be booked at a moment, and if not, why. */
export type BookingWindow = 'open' | 'cancelled' | 'withdrawn' | 'started' | 'not-yet' | 'closed'

export function bookingWindow(
  occasion: Pick<Occasion, 'state' | 'activityState' | 'bookingOpensAt' | 'bookingClosesAt'> & {
    meetings: readonly Pick<Meeting, 'startsAt'>[]
  },
  now: Date,
): BookingWindow {
  if (occasion.state === 'installt') return 'cancelled'
  if (occasion.activityState !== 'publicerad') return 'withdrawn'
  if (hasStarted(occasion, now)) return 'started'
  if (occasion.bookingOpensAt !== null && now < occasion.bookingOpensAt) return 'not-yet'
  if (occasion.bookingClosesAt !== null && now >= occasion.bookingClosesAt) return 'closed'
  return 'open'
}

/** An occasion starts with its first meeting; one without meetings has not started. */
export function hasStarted(occasion: { meetings: readonly Pick<Meeting, 'startsAt'>[] }, now: Date): boolean {
  const first = occasion.meetings[0]
  return first !== undefined && first.startsAt <= now
}

/** The day of the first meeting (ISO, Stockholm): what must be in order at the occasion is tried against it. */
export function firstDay(occasion: { meetings: readonly Pick<Meeting, 'startsAt'>[] }): string | undefined {
  const first = occasion.meetings[0]
  return first === undefined ? undefined : localDay(first.startsAt)
}

const DAY = 86_400_000

/** Access needs are deleted thirty days after the last meeting (domain brief §2.6). */
export function accessNeedsDeletedOn(meetings: readonly Pick<Meeting, 'endsAt'>[]): string {
  const last = Math.max(...meetings.map(({ endsAt }) => endsAt.getTime()))
  return localDay(new Date(last + 30 * DAY))
}

/** Whether two sets of meetings touch the same time; one that ends when the other starts does not. */
export function overlaps(
  some: readonly Pick<Meeting, 'startsAt' | 'endsAt'>[],
  others: readonly Pick<Meeting, 'startsAt' | 'endsAt'>[],
): boolean {
  return some.some((one) => others.some((other) => one.startsAt < other.endsAt && other.startsAt < one.endsAt))
}

const zone = 'Europe/Stockholm'
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/**
 * The instant of `2025-03-24` and `14:03` on a Stockholm clock; undefined when it is no day or time. In the hour that
 * summer time skips it is the instant an hour later; in the hour that comes twice it is the first.
 */
export function instantOf(day: string, time: string): Date | undefined {
  const clock = /^(\d{1,2})[.:](\d{2})$/.exec(time.trim())
  const calendar = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.trim())
  if (clock === null || calendar === null) return undefined
  const [hour, minute] = [Number(clock[1]), Number(clock[2])]
  if (hour > 23 || minute > 59) return undefined
  const wanted = `${day.trim()}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const asUtc = Date.parse(`${wanted}:00Z`)
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(day.trim())) return undefined
  const shown = (instant: number) => wallClock.format(new Date(instant)).replace(' ', 'T')
  for (const hours of [2, 1]) {
    const instant = asUtc - hours * 3_600_000
    if (shown(instant) === wanted) return new Date(instant)
  }
  return new Date(asUtc - 3_600_000)
}

/** `14:03` on a Stockholm clock, as a time field takes it. */
export function clockOf(instant: Date): string {
  return wallClock.format(instant).slice(-5)
}

/** The same day and time of the clock, a number of weeks later, also across a change to summer time. */
export function weeksLater(instant: Date, weeks: number): Date {
  const day = new Date(Date.parse(`${localDay(instant)}T00:00:00Z`) + weeks * 7 * DAY).toISOString().slice(0, 10)
  return instantOf(day, clockOf(instant)) ?? instant
}

/** Meetings repeated weekly: the given ones, then `times - 1` copies of all of them, a week apart. */
export function weekly<T extends { startsAt: Date; endsAt: Date }>(meetings: readonly T[], times: number): T[][] {
  return Array.from({ length: times }, (_, week) =>
    meetings.map((meeting) => ({
      ...meeting,
      startsAt: weeksLater(meeting.startsAt, week),
      endsAt: weeksLater(meeting.endsAt, week),
    })),
  )
}

/** A slug of a title: `AI i vuxenutbildningen` gives `ai-i-vuxenutbildningen`. Empty when no letter is left. */
export function slugOf(title: string): string {
  return title
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}

/** What a maker says has been thought of before an activity is published (domain brief §2.6). */
export const checklist = ['gender', 'accessible', 'language', 'captions', 'distance', 'inclusive'] as const
export type ChecklistItem = (typeof checklist)[number]
