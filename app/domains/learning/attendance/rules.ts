import type { PersonId } from '~/shared/ids'
import type { ConfirmedLine, Mark, MeetingTime, Presence } from './model'

const MINUTE = 60_000
/** Check-in opens half an hour before the meeting and closes with it. */
export const CHECK_IN_OPENS_MINUTES = 30

/** The minutes of a meeting that count: its length without the break. */
export function meetingMinutes({ startsAt, endsAt, breakMinutes }: MeetingTime): number {
  return Math.max(0, Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE) - breakMinutes)
}

/** The part of a meeting at which somebody was, cut to the meeting; undefined when there is none. */
export function presentSpan(meeting: MeetingTime, presence: Presence): { startsAt: Date; endsAt: Date } | undefined {
  if (!presence.present) return undefined
  const from = Math.max(meeting.startsAt.getTime(), presence.cameAt?.getTime() ?? -Infinity)
  const to = Math.min(meeting.endsAt.getTime(), presence.leftAt?.getTime() ?? Infinity)
  return to > from ? { startsAt: new Date(from), endsAt: new Date(to) } : undefined
}

/**
 * Whole minutes that somebody was at a meeting. The break is shared: whoever was there for half of the time had half of
 * the break, so that a whole meeting gives its length without the break, and nobody gets more than that.
 */
export function presentMinutes(meeting: MeetingTime, presence: Presence): number {
  const span = presentSpan(meeting, presence)
  if (span === undefined) return 0
  const whole = meeting.endsAt.getTime() - meeting.startsAt.getTime()
  const share = (span.endsAt.getTime() - span.startsAt.getTime()) / whole
  return Math.floor(share * meetingMinutes(meeting) + 1e-9)
}

/** What a confirmation freezes of one person: the newest mark, or that there is none, and the minutes that count. */
export function confirmedLine(
  meeting: MeetingTime,
  personId: PersonId,
  mark: (Presence & Pick<Mark, 'markId' | 'method'>) | null,
): ConfirmedLine {
  return {
    personId,
    markId: mark?.markId ?? null,
    present: mark?.present ?? false,
    cameAt: mark?.cameAt?.toISOString() ?? null,
    leftAt: mark?.leftAt?.toISOString() ?? null,
    method: mark?.method ?? null,
    minutes: mark === null ? 0 : presentMinutes(meeting, mark),
  }
}

/** Whether the minutes are enough of the occasion's: `percent` of all its meetings, 80 unless the activity says more. */
export function hasAttended(minutes: number, occasionMinutes: number, percent: number): boolean {
  return minutes > 0 && minutes * 100 >= occasionMinutes * percent
}

export type Standing = 'attended' | 'product-missing' | 'product-waiting' | 'too-little'

/** How somebody stands to a finished occasion: enough time, and the product where one is asked for. */
export function standingOf(
  attended: boolean,
  productAsked: boolean,
  product: { acceptedAt: Date | null } | undefined,
): Standing {
  if (!attended) return 'too-little'
  if (!productAsked) return 'attended'
  if (product === undefined) return 'product-missing'
  return product.acceptedAt === null ? 'product-waiting' : 'attended'
}

export function cameLate(meeting: MeetingTime, presence: Presence): boolean {
  return presence.present && presence.cameAt !== null && presence.cameAt > meeting.startsAt
}

export function leftEarly(meeting: MeetingTime, presence: Presence): boolean {
  return presence.present && presence.leftAt !== null && presence.leftAt < meeting.endsAt
}

export type CheckInWindow = 'too-early' | 'open' | 'over'

/** Whether one can check in now: from half an hour before the meeting until its end. */
export function checkInWindow(meeting: MeetingTime, at: Date): CheckInWindow {
  if (at.getTime() < meeting.startsAt.getTime() - CHECK_IN_OPENS_MINUTES * MINUTE) return 'too-early'
  return at > meeting.endsAt ? 'over' : 'open'
}

/** When somebody who checks in at `at` came: in time is the whole meeting (null), later is the moment itself. */
export function cameAtCheckIn(meeting: MeetingTime, at: Date): Date | null {
  return at > meeting.startsAt ? at : null
}

export type TimesFault = 'came-outside' | 'left-outside' | 'left-before-came' | 'time-form'

/** A clock time `14.05` or `14:05` within a meeting, on the day that makes it fall inside; undefined when it does not. */
export function clockWithin(meeting: MeetingTime, hours: number, minutes: number): Date | undefined {
  for (let at = Math.ceil(meeting.startsAt.getTime() / MINUTE) * MINUTE; at <= meeting.endsAt.getTime(); at += MINUTE) {
    const shown = stockholmClock.format(new Date(at))
    if (shown === `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`) return new Date(at)
  }
  return undefined
}

const stockholmClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
})

/** Reads the times of a form; blank means from the start and to the end. */
export function readTimes(
  meeting: MeetingTime,
  came: string,
  left: string,
): { ok: true; value: { cameAt: Date | null; leftAt: Date | null } } | { ok: false; refusal: TimesFault } {
  const cameRead = readClock(meeting, came)
  const leftRead = readClock(meeting, left)
  if (cameRead === 'form' || leftRead === 'form') return { ok: false, refusal: 'time-form' }
  if (cameRead === undefined) return { ok: false, refusal: 'came-outside' }
  if (leftRead === undefined) return { ok: false, refusal: 'left-outside' }
  const cameAt = cameRead ?? (leftRead === null ? null : meeting.startsAt)
  if (cameAt !== null && leftRead !== null && leftRead <= cameAt) return { ok: false, refusal: 'left-before-came' }
  return { ok: true, value: { cameAt, leftAt: leftRead } }
}

function readClock(meeting: MeetingTime, typed: string): Date | null | undefined | 'form' {
  if (typed.trim() === '') return null
  const match = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(typed.trim())
  if (match === null) return 'form'
  return clockWithin(meeting, Number(match[1]), Number(match[2]))
}
