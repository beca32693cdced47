import type { IdentityNumber, IdentityNumberFault } from '../rules/identity-number'
import type { DatesFault } from '../rules/dates'
import type { ProjectId } from '~/shared/ids'

/** What a column of the file can mean, in the order of the template. */
export const importFields = [
  'givenName',
  'familyName',
  'email',
  'number',
  'employer',
  'municipality',
  'partner',
  'job',
  'schoolForm',
  'percent',
  'entryOn',
  'exitOn',
  'employedFrom',
] as const
export type ImportField = (typeof importFields)[number]

/** The column (from 0) that holds each field. */
export type Mapping = Partial<Record<ImportField, number>>

export const FILE_LIMITS = { bytes: 5 * 1024 * 1024, rows: 5_000, columns: 60, cellLength: 300 } as const
/** Days that an uploaded file waits to be applied. */
export const WAITS_DAYS = 7

export interface FileRow {
  /** The line of a text file, or the row of a sheet, where the row begins; the first is 1. */
  line: number
  cells: string[]
}

export interface FileTable {
  header: string[]
  rows: FileRow[]
}

export type FileForm = 'csv' | 'xlsx'

/** Why a file is not read at all. */
export type FileFault =
  | 'missing'
  | 'too-large'
  | 'empty'
  | 'header-only'
  | 'one-column'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'old-excel'
  | 'macros'
  | 'binary-excel'
  | 'open-document'
  | 'other-zip'
  | 'zip-bomb'
  | 'broken-workbook'
  | 'pdf'
  | 'html'
  | 'unreadable'
  | 'quotes'

export type ProblemCode =
  | 'given-name-missing'
  | 'family-name-missing'
  | 'email-missing'
  | 'email-form'
  | 'email-duplicate'
  | 'email-other-person'
  | 'number-duplicate'
  | 'number-scientific'
  | 'number-other'
  | `number-${Exclude<IdentityNumberFault, 'empty'>}`
  | 'employer-unknown'
  | 'employer-ambiguous'
  | 'employer-outside'
  | 'municipality-unknown'
  | 'partner-missing'
  | 'partner-unknown'
  | 'partner-not-in-project'
  | 'partner-outside'
  | 'percent-form'
  | 'employed-form'
  | DatesFault
  | 'name-differs'
  | 'not-here'

/** What is wrong with one cell. `value` is what the cell says, numbers masked; `hints` fill the sentence. */
export interface Problem {
  column: ImportField | null
  code: ProblemCode
  value?: string | undefined
  hints?: Record<string, string> | undefined
}

/** What the reader should know of a row that goes ahead. */
export interface Remark {
  column: ImportField
  code: 'job-other' | 'school-form-unknown' | 'email-kept'
  value: string
}

export interface EmploymentValues {
  organisationId: string
  municipalityCode: string | null
  job: string
  schoolForm: string
  percent: number
  startsOn: string
}
export interface ParticipationValues {
  partnerId: string
  employerId: string
  municipalityCode: string | null
  entryOn: string | null
  exitOn: string | null
}

/** A part that is made, changed from one state to another, or left as it is. */
export type Change<Values> =
  { kind: 'make'; after: Values } | { kind: 'change'; id: string; before: Values; after: Values } | { kind: 'none' }

/** What a good row does when it is applied. */
export interface RowPlan {
  /** Undefined for somebody new. */
  personId: string | undefined
  givenName: string
  familyName: string
  email: string
  number: IdentityNumber | undefined
  employment: Change<EmploymentValues>
  participation: Change<ParticipationValues>
  /** The record that the person has in the project already. */
  participationId: string | undefined
}

export type RowOutcome = 'skapad' | 'andrad' | 'oforandrad' | 'avvisad'

export interface CheckedRow {
  line: number
  outcome: RowOutcome
  /** The cells by field as they may be shown: identity numbers are masked. */
  shown: Partial<Record<ImportField, string>>
  problems: Problem[]
  remarks: Remark[]
  /** The row goes ahead when the reader says that it is this person. */
  question: { portalName: string } | undefined
  plan: RowPlan | undefined
}

/** What a row did, so that the import can be taken back. */
export interface RowDetail {
  problems?: Problem[]
  createdPerson?: boolean
  numberId?: string
  employment?: { id: string; before: EmploymentValues | null; after: EmploymentValues }
  participation?: { before: ParticipationValues | null; after: ParticipationValues }
  /** Why an undo left the row. */
  kept?: string[]
  undone?: boolean
}

export type ImportCounts = Record<RowOutcome, number>

export interface KnownEmployment extends EmploymentValues {
  employmentId: string
  endsOn: string | null
}

/** Somebody in the portal whom a row may mean, by a number or an e-mail that is in the file. */
export interface KnownPerson {
  personId: string
  givenName: string
  familyName: string
  /** In lower case; the first is the one in use, others belong to records that were merged into this one. */
  emails: string[]
  /** Nothing of the person is shown or changed by a file: protected, erased or merged away. */
  isClosed: boolean
  /** Keyed hashes of the person's numbers, as hexadecimal text. */
  lookups: string[]
  employments: KnownEmployment[]
  record: (ParticipationValues & { participationId: string }) | null
}

export interface ImportProject {
  projectId: ProjectId
  diarienr: string
  name: string
  startsOn: string
  endsOn: string
  ownerId: string
}

export interface OrganisationChoice {
  organisationId: string
  slug: string
  name: string
  orgnr: string | null
  municipalityCodes: string[]
}
export interface MunicipalityChoice {
  code: string
  name: string
}

/** What the portal knows when the rows of a file are checked. */
export interface ImportFacts {
  project: ImportProject
  partners: { organisationId: string; municipalityCodes: string[] }[]
  organisations: OrganisationChoice[]
  municipalities: MunicipalityChoice[]
  people: KnownPerson[]
}

/** Whose participants the importer keeps: everybody's, or those of these partners. */
export interface ImportReach {
  everyone: boolean
  organisationIds: readonly string[]
}

export interface CheckRequest {
  rows: readonly FileRow[]
  mapping: Mapping
  facts: ImportFacts
  reach: ImportReach
  /** Stockholm day. */
  today: string
  /** Keyed hash of a number, as hexadecimal text. */
  lookup: (digits: string) => string
  /** Lines of which the reader has said that the person is the same although the names differ. */
  confirmed: ReadonlySet<number>
}
