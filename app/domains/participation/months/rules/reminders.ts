import { dueDay } from '../../project/rules'

/** Days after the due day during which the last reminder may still be sent. */
const GRACE = 14

/**
 * The days (ISO) on which a month is reminded of, counted from its end by the project's days for reporting: the first
 * day, halfway, three days before it is due, and the day after. A short time for reporting gives fewer.
 */
export function reminderDays(month: string, reportDueDays: number): string[] {
  const offsets = [1, Math.ceil(reportDueDays / 2), reportDueDays - 3, reportDueDays + 1].filter(
    (offset) => offset >= 1,
  )
  return [...new Set(offsets)].toSorted((a, b) => a - b).map((offset) => dueDay(month, offset))
}

/** The step that a month has come to on a day, from 1; undefined before the first and when the time has passed. */
export function reminderStep(month: string, reportDueDays: number, today: string): number | undefined {
  if (today > dueDay(month, reportDueDays + GRACE)) return undefined
  const step = reminderDays(month, reportDueDays).filter((day) => day <= today).length
  return step === 0 ? undefined : step
}

/** Those who attest are reminded from the second step: the participants sign first. */
export function attestReminderStep(month: string, reportDueDays: number, today: string): number | undefined {
  const step = reminderStep(month, reportDueDays, today)
  return step === undefined || step < 2 ? undefined : step
}
