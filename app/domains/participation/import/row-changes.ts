import type { CheckedRow, EmploymentValues, ParticipationValues, Problem, RowDetail, RowPlan } from './model'

/** Ids for what a row makes; given from outside so that the rules stay without chance. */
export interface RowIds {
  personId: string
  employmentId: string
  participationId: string
  numberId: string
}

/** What the stored row of an applied import says: enough to take it back, nothing of a refused row's cells. */
export function detailOf(row: CheckedRow, ids: RowIds): RowDetail {
  if (row.plan === undefined) return { problems: row.problems.map(withoutValue) }
  const { plan } = row
  const detail: RowDetail = {}
  if (plan.personId === undefined) detail.createdPerson = true
  if (plan.number !== undefined) detail.numberId = ids.numberId
  if (plan.employment.kind !== 'none') {
    const { employment } = plan
    detail.employment = {
      id: employment.kind === 'make' ? ids.employmentId : employment.id,
      before: employment.kind === 'make' ? null : employment.before,
      after: employment.after,
    }
  }
  if (plan.participation.kind !== 'none') {
    const { participation } = plan
    detail.participation = {
      before: participation.kind === 'make' ? null : participation.before,
      after: participation.after,
    }
  }
  return detail
}

function withoutValue({ column, code, hints }: Problem): Problem {
  return hints === undefined ? { column, code } : { column, code, hints }
}

export function participationIdOf(plan: RowPlan, ids: RowIds): string | null {
  return plan.participation.kind === 'make' ? ids.participationId : (plan.participationId ?? null)
}

/** What is known of an applied row's person and record when it is to be taken back. */
export interface UndoFacts {
  /** Undefined when the record is gone. */
  record: { values: ParticipationValues; hasTime: boolean; used: readonly KeptReason[] } | undefined
  employment: (EmploymentValues & { endsOn: string | null }) | undefined
  /** Whether the number that the row added may go. */
  numberFree: boolean
  /** Why the person that the row made must stay. */
  personUsed: readonly KeptReason[]
}

export const keptReasons = [
  'ledger',
  'month',
  'notice',
  'booking',
  'account',
  'merged',
  'used',
  'record-gone',
  'record-changed',
  'employment-changed',
  'number-used',
] as const
export type KeptReason = (typeof keptReasons)[number]

function same(one: object, other: object): boolean {
  return Object.entries(one).every(([key, value]) => (other as Record<string, unknown>)[key] === value)
}

/** Why a row cannot be taken back; empty when it can. A row is taken back whole or not at all. */
export function reasonsToKeep(detail: RowDetail, facts: UndoFacts): KeptReason[] {
  const reasons = new Set<KeptReason>()
  if (detail.participation !== undefined) {
    const { before, after } = detail.participation
    const { record } = facts
    if (record === undefined) reasons.add('record-gone')
    else {
      if (before === null) record.used.forEach((reason) => reasons.add(reason))
      else if (record.hasTime && before.entryOn !== after.entryOn) reasons.add('ledger')
      if (!same(after, record.values) && !reasons.has('ledger')) reasons.add('record-changed')
    }
  }
  if (detail.employment !== undefined) {
    const { employment } = facts
    if (employment === undefined || employment.endsOn !== null || !same(detail.employment.after, employment))
      reasons.add('employment-changed')
  }
  if (detail.numberId !== undefined && !facts.numberFree) reasons.add('number-used')
  if (detail.createdPerson === true) facts.personUsed.forEach((reason) => reasons.add(reason))
  return [...reasons]
}

/** The reason that a table's reference gives. */
export function reasonOfTable(table: string): KeptReason {
  if (['account', 'session', 'role_grant'].includes(table)) return 'account'
  if (table === 'time_entry' || table === 'ledger_link' || table === 'attendance_mark') return 'ledger'
  if (/^(person_month|month_|export_)/.test(table)) return 'month'
  if (table === 'booking' || table === 'interest') return 'booking'
  if (table === 'notice_acknowledgement') return 'notice'
  if (table === 'person_merge') return 'merged'
  return 'used'
}
