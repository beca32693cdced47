import type { ProjectId } from '~/shared/ids'
import { isDay } from '../rules/dates'
import { placeDay } from '../rules/placement'
import type { MonthStanding, ProjectRules } from './model'

/** Whether signed months are attested at a partner: its own setting goes before that of the project. */
export function attestationWanted(
  project: { attestation: boolean },
  partner: { attestation: boolean | null },
): boolean {
  return partner.attestation ?? project.attestation
}

/** The day (ISO) on which the report of a month is due. */
export function dueDay(month: string, reportDueDays: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, reportDueDays)).toISOString().slice(0, 10)
}

export interface ReportCalendar {
  /** The first month that can still be reported in time, and its due day. */
  next: { month: string; dueOn: string } | null
  /** Months with time that are past their due day and not locked, the oldest first. */
  late: string[]
  /** Months that must be sent again because an earlier one was corrected. */
  resend: string[]
}

/** What the office owes SCB on a day: months of the ledger, and the month that runs even when it is still empty. */
export function reportCalendar(
  project: { startsOn: string; endsOn: string } & Pick<ProjectRules, 'reportDueDays'>,
  months: readonly MonthStanding[],
  today: string,
): ReportCalendar {
  const known = new Map(months.map((standing) => [standing.month, standing]))
  const running = today.slice(0, 7)
  if (project.startsOn.slice(0, 7) <= running && running <= project.endsOn.slice(0, 7) && !known.has(running)) {
    known.set(running, { month: running, locked: false, mustResend: false })
  }
  const open = [...known.values()]
    .filter(({ locked }) => !locked)
    .map(({ month }) => ({ month, dueOn: dueDay(month, project.reportDueDays) }))
    .toSorted((a, b) => a.month.localeCompare(b.month))
  return {
    next: open.find(({ dueOn }) => dueOn >= today) ?? null,
    late: open.filter(({ dueOn }) => dueOn < today).map(({ month }) => month),
    resend: [...known.values()].flatMap(({ month, mustResend }) => (mustResend ? [month] : [])).toSorted(),
  }
}

const LEAST_GROUP = 5

/**
 * A figure by gender when no group is under five persons. One small group hides both, since the total stands beside
 * them and the hidden one could be subtracted.
 */
export function byGender(split: {
  women: { people: number; amount: number }
  men: { people: number; amount: number }
}): { women: number; men: number } | null {
  if (split.women.people < LEAST_GROUP || split.men.people < LEAST_GROUP) return null
  return { women: split.women.amount, men: split.men.amount }
}

export interface AidForm {
  status: 'saknas' | 'skickad' | 'undertecknad'
  /** ISO day, inclusive; null: until further notice. */
  validUntil: string | null
}

/** Whether people of an external employer may book on a day: its state-aid form is signed and still valid. */
export function isAidFormInForce(form: AidForm | undefined, on: string | undefined): boolean {
  if (form?.status !== 'undertecknad') return false
  return form.validUntil === null || on === undefined || on <= form.validUntil
}

/** What becomes of hours on a day that someone tries: inside the project with month and due day, or why not. */
export function triedDay(day: string, project: { startsOn: string; endsOn: string; reportDueDays: number }) {
  if (day === '') return null
  if (!isDay(day)) return { answer: 'day' as const, month: '', dueOn: '' }
  const projectId = 'tried' as ProjectId
  const { outsideReason } = placeDay(day, [{ projectId, startsOn: project.startsOn, endsOn: project.endsOn }])
  const month = day.slice(0, 7)
  return {
    answer: outsideReason === null || outsideReason === 'no-record' ? ('inside' as const) : outsideReason,
    month,
    dueOn: dueDay(month, project.reportDueDays),
  }
}
