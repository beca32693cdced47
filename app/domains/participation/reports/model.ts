import type { PersonId, ProjectId } from '~/shared/ids'
import type { MissingPart } from '../rules/completeness'
import type { Rounding } from '../rules/months'

export const reportFields = [
  'identitetsnummer',
  'startdatum',
  'slutdatum',
  'tid',
  'manad',
  'diarienummer',
  'projekt',
] as const
export type ReportField = (typeof reportFields)[number]

/** How a person with protected personal data is written in the file; `ÅÅÅÅMMDD` is the date of birth. */
export interface ProtectedCode {
  code: string
  /** False for an inference that SCB has not confirmed; shown as such. */
  confirmed: boolean
  source: string
}

/** The form of the fund's monthly file, as the office keeps it in content/reports. */
export interface ReportTemplate {
  template: string
  version: string
  source: string
  sheet: string
  fileName: string
  separator: ';' | ',' | '\t'
  dates: 'ÅÅÅÅMMDD' | 'ÅÅÅÅ-MM-DD'
  identityNumber: { century: boolean; hyphen: boolean }
  hours: { unit: 'timmar' | 'minuter'; decimals: number }
  protectedCode: { woman: ProtectedCode; man: ProtectedCode }
  columns: { field: ReportField; heading: string }[]
}

/** The project and month that a file is about. */
export interface ReportSubject {
  diarienr: string
  projectName: string
  /** `2025-03` */
  month: string
  number: number
  rounding: Rounding
}

/** One line of the file, its identity number opened. */
export interface ReportLine {
  /** Twelve digits; null when the person has no number in the register. */
  digits: string | null
  isProtected: boolean
  startsOn: string | null
  endsOn: string | null
  reportedMinutes: number
}

export interface ExportBatch {
  batchId: string
  projectId: ProjectId
  month: string
  number: number
  generation: number
  template: string
  templateVersion: string
  state: 'koad' | 'klar'
  rowCount: number
  reportedMinutes: number
  contentSha256: string | null
  acknowledged: AcknowledgedRecord[]
  difference: BatchDifference | null
  madeBy: string
  createdAt: Date
  finishedAt: Date | null
  supersededBy: { batchId: string; number: number } | null
}

/** An incomplete record that went along in a file, and who let it. */
export interface AcknowledgedRecord {
  participationId: string
  missing: MissingPart[]
  by: string
  at: string
}

/** What changed since the file that this one replaces: counts of persons, and the change of the sum in minutes. */
export interface BatchDifference {
  previous: string
  previousNumber: number
  added: number
  removed: number
  changed: number
  minutes: number
}

/** One person whose frozen figures would go to the file, but whose record lacks something. */
export interface IncompleteRecord {
  participationId: string
  /** The alias of a protected person. */
  name: string
  isProtected: boolean
  missing: MissingPart[]
  reportedMinutes: number
}

export interface ReportMonth {
  month: string
  state: 'oppen' | 'last'
  generation: number
  mustResend: boolean
  /** Frozen figures of the newest lock; zero while the month is open. */
  persons: number
  registeredMinutes: number
  reportableMinutes: number
  reportedMinutes: number
  batches: ExportBatch[]
}

export interface ReportProject {
  projectId: ProjectId
  diarienr: string
  name: string
  rounding: Rounding
  selfStudyEligible: boolean
  startsOn: string
  endsOn: string
  reportDueDays: number
}

export type DifferenceKind = 'added' | 'removed' | 'changed'

export interface DifferenceRow {
  personId: PersonId
  participationId: string | null
  name: string
  kind: DifferenceKind
  /** The identity number or the protection is another than in the file before. */
  numberChanged: boolean
  before: { startsOn: string | null; endsOn: string | null; reportedMinutes: number } | null
  after: { startsOn: string | null; endsOn: string | null; reportedMinutes: number } | null
}

export type BatchRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'not-locked'
  | 'nothing'
  | 'earlier-queued'
  | 'earlier-unexported'
  | 'changed'
  | 'template-changed'
