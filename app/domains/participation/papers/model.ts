import type { PersonId } from '~/shared/ids'
import type { MonthMethod, PersonMonthState, SourceKind } from '../months/model'
import type { TimeType } from '../rules/months'

/** One person's month as every report tells it: the same facts in the närvarointyg, the sammanställning and the bundle. */
export interface MonthRow {
  month: string
  personId: PersonId
  participationId: string
  /** The alias of a protected person. */
  name: string
  isProtected: boolean
  /** Workplace, place and days are null for protected persons. */
  partner: string | null
  employer: string | null
  municipality: string | null
  entryOn: string | null
  exitOn: string | null
  state: PersonMonthState
  /** Minutes of the booked meetings, attended or not, breaks taken away. */
  planned: number
  attended: number
  seen: number
  /** Minutes in the last signature; null when the month was never signed. */
  signed: number | null
  /** Minutes of the ledger now. */
  registered: number
  reportable: number
  /** Minutes of the frozen figure of the lock that holds, rounded by the project's rule; 0 while the month is open. */
  reported: number
  entryCount: number
  /** SHA-256 of the month's lines now. */
  linesSha256: string
  generation: number
  frozenAt: Date | null
  signedAt: Date | null
  signedMethod: MonthMethod | null
  attestedAt: Date | null
  attestedMethod: MonthMethod | null
  attestedBy: string | null
  /** The file that holds now and the minutes of the person in it; null when the person stands in none. */
  batchNumber: number | null
  batchMinutes: number | null
}

/** One line of a person's month with what the fund asks of a time record. */
export interface PaperLine {
  personId: PersonId
  timeEntryId: string
  workedOn: string
  startsAt: Date | null
  endsAt: Date | null
  breakMinutes: number | null
  minutes: number
  timeType: TimeType
  sourceKind: SourceKind
  title: string
  mode: 'plats' | 'digitalt' | 'bada' | null
  place: string | null
  leader: string | null
  reason: string | null
  recordedAt: Date
  /** Place in the person's chain and the link's hash, in hexadecimal. */
  position: number
  rowHash: string
  hash: string
}

/** Where a piece of rows ends; the next begins after it. */
export type After = { sort: string; personId: PersonId } | undefined

/** The columns of minutes that are summed. */
export const minuteColumns = [
  'planned',
  'attended',
  'seen',
  'signed',
  'registered',
  'reportable',
  'reported',
  'batchMinutes',
] as const

export interface MonthTotals extends Record<(typeof minuteColumns)[number], number> {
  month: string
  persons: number
  /** Reported minutes of those who stand in no file that holds. */
  leftOut: number
}
