import type { Statement } from '../model'

export type StatementFault = 'title' | 'minutes' | 'day' | 'future' | 'before-start' | 'after-end' | 'daily-cap'

export interface StatementCircumstances {
  startsOn: string
  endsOn: string
  dailyCapMinutes: number
  /** Minutes that the ledger already has of the day. */
  dayMinutes: number
  today: string
}

/** The most that one own statement can say: a working day of eight hours. */
export const STATEMENT_CAP_MINUTES = 480

/** Whether a text is a day of the calendar, `2025-03-24`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Why a participant's own statement of time cannot be written, or undefined. */
export function faultOfStatement(
  statement: Statement,
  { startsOn, endsOn, dailyCapMinutes, dayMinutes, today }: StatementCircumstances,
): StatementFault | undefined {
  const { workedOn, minutes, title } = statement
  if (title.trim().length < 3) return 'title'
  if (!isDay(workedOn)) return 'day'
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > STATEMENT_CAP_MINUTES) return 'minutes'
  if (workedOn > today) return 'future'
  if (workedOn < startsOn) return 'before-start'
  if (workedOn > endsOn) return 'after-end'
  if (dayMinutes + minutes > dailyCapMinutes) return 'daily-cap'
  return undefined
}
