import type { Validity } from './model'

const DAY = 86_400_000

/** The same day of the month some months later, or the month's last day where it is shorter. ISO days. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** The ISO day some days before or, with a negative number, after another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10)
}

/** The last day on which a course finished on a day counts; null is for ever. */
export function validUntil({ months }: Pick<Validity, 'months'>, finishedOn: string): string | null {
  return months === null ? null : monthsAfter(finishedOn, months)
}

export type ValidityState = 'for-ever' | 'valid' | 'ending' | 'ended'

/** How what counts until a day stands today; `ending` from the day on which one is reminded. */
export function validityState(until: string | null, today: string, remindDays: number): ValidityState {
  if (until === null) return 'for-ever'
  if (today > until) return 'ended'
  return today >= daysBefore(until, remindDays) ? 'ending' : 'valid'
}

/** Whether a new round may be begun: when what was finished has ended or is about to. */
export function mayRenew(until: string | null, today: string, remindDays: number): boolean {
  return ['ending', 'ended'].includes(validityState(until, today, remindDays))
}
