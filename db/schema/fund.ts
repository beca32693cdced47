import type { ColumnType, Generated } from 'kysely'
import type { Bilingual } from './competence'
import type { GeneratedTimestamp, IsoDay, Json, Timestamp } from './identity'

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface LocalGoalTable {
  local_goal_id: Generated<string>
  project_id: string
  organisation_id: string
  wording: string
  measure: 'deltagare' | 'timmar' | 'avslut'
  target: number
  competence_codes: Generated<string[]>
  level: Unset<number>
  due_on: IsoDay
  created_at: Timestamp
  closed_at: Unset<Date>
}
/** The state-aid form of an external employer; its people book when it is signed. */
export interface AidFormTable {
  aid_form_id: Generated<string>
  project_id: string
  organisation_id: string
  basis: 'de-minimis' | 'gber-31' | 'inget-stod'
  is_sme: boolean
  signatory: string
  amount_ore: Generated<number>
  status: 'saknas' | 'skickad' | 'undertecknad'
  sent_on: Unset<IsoDay>
  signed_on: Unset<IsoDay>
  valid_until: Unset<IsoDay>
  note: Unset<string>
  changed_at: Timestamp
}
export interface RetentionRuleTable {
  retention_rule_id: string
  subject: string
  keeps_from: 'slutbetalning' | 'handelse'
  keep_days: number | null
  keep_years: Unset<number>
  is_sourced: Generated<boolean>
  fund_evidence: boolean
  source: string
  changed_at: GeneratedTimestamp
}
export interface PersonMergeTable {
  person_merge_id: Generated<string>
  kept_id: string
  merged_id: string
  merged_by: string
  reason: string
  detail: Json<Record<string, unknown>>
  merged_at: Timestamp
}
/** Which key seals the identity numbers; the key itself is never in the database. */
export interface IdentityKeyTable {
  key_version: number
  fingerprint: Buffer
  taken_at: Timestamp
  retired_at: Unset<Date>
}
export interface NoticeVersionTable {
  version: string
  /** Participants who acknowledged an earlier version are asked again. */
  ask_again: Generated<boolean>
  wording: Json<Bilingual>
  /** Null for the first version, which comes with the portal. */
  published_at: Timestamp | null
  published_by: string | null
}
export interface NoticeAcknowledgementTable {
  participation_id: string
  version: string
  acknowledged_at: Timestamp
}
export interface ParticipantImportTable {
  import_id: Generated<string>
  project_id: string
  actor_id: string
  file_name: string
  file_sha256: string
  state: 'forhandsvisad' | 'inford' | 'angrad' | 'avbruten'
  mapping: Json<Record<string, unknown>>
  /** The rows of the file as JSON, sealed by the vault; gone when the import is applied or given up. */
  sealed_rows: Unset<Buffer>
  counts: ColumnType<Record<string, number>, string | undefined, string>
  created_at: Timestamp
  applied_at: Unset<Date>
  undone_at: Unset<Date>
}
export interface ParticipantImportRowTable {
  import_id: string
  line: number
  outcome: 'skapad' | 'andrad' | 'oforandrad' | 'avvisad'
  person_id: string | null
  participation_id: string | null
  detail: ColumnType<Record<string, unknown>, string | undefined, string>
}
export interface ProjectMonthTable {
  project_id: string
  /** `2025-03` */
  month: string
  /** `laser`: a big month is being locked, a part at a time; it takes no signature any more. */
  state: 'oppen' | 'laser' | 'last'
  /** How many times the month has been locked. */
  generation: Generated<number>
  must_resend: Generated<boolean>
  changed_at: Timestamp
  changed_by: string | null
  /** How many are to be locked and how many are, while the state is `laser`. */
  locking_total: Unset<number>
  locked_count: Generated<number>
}
export type PersonMonthState = 'oppen' | 'signerad' | 'attesterad' | 'last' | 'exporterad' | 'rattad'
export interface PersonMonthTable {
  project_id: string
  person_id: string
  month: string
  state: PersonMonthState
  changed_at: Timestamp
  person_month_id: Generated<string>
}
export interface MonthEventTable {
  month_event_id: Generated<string>
  project_id: string
  person_id: string
  month: string
  kind: 'signerad' | 'attesterad' | 'aterlamnad' | 'andrad' | 'last' | 'exporterad' | 'oppnad'
  generation: number
  actor_id: string | null
  method: 'egen' | 'ledare' | 'chef' | 'koordinator' | 'kontor' | 'system'
  /** All registered minutes of the person-month when it happened, and those that may be reported. */
  minutes: number
  reportable_minutes: number
  entry_count: number
  lines_sha256: string
  reason: string | null
  happened_at: Timestamp
}
/** A person's figures as they were frozen when a month was locked. */
export interface MonthFigureTable {
  project_id: string
  month: string
  generation: number
  person_id: string
  participation_id: string
  partner_id: string
  employer_id: string
  municipality_code: string | null
  entry_on: IsoDay
  exit_on: IsoDay | null
  registered_minutes: number
  reportable_minutes: number
  reported_minutes: number
  entry_count: number
  lines_sha256: string
  frozen_at: Timestamp
}
/** Written by triggers alone: the end of each person's chain. */
export interface LedgerHeadTable {
  person_id: string
  position: number
  hash: Buffer
}
/** Written by triggers alone: the hash chain of a person's time entries and month events. */
export interface LedgerLinkTable {
  person_id: string
  position: number
  kind: 'time_entry' | 'month_event'
  row_id: string
  row_hash: Buffer
  hash: Buffer
}
/** Written by the database alone: links of the chain whose row was deleted by a rule. */
export interface LedgerRemovalTable {
  row_id: string
  person_id: string
  cause: 'gallring' | 'radering'
  removed_at: GeneratedTimestamp
}
export interface ExportBatchTable {
  export_batch_id: Generated<string>
  project_id: string
  month: string
  number: number
  generation: number
  template: string
  template_version: string
  state: 'koad' | 'klar'
  row_count: Generated<number>
  reported_minutes: Generated<number>
  content_sha256: Unset<string>
  /** Incomplete records that went along, each acknowledged by name. */
  acknowledged: ColumnType<
    { participationId: string; missing: string[]; by: string; at: string }[],
    string | undefined,
    string
  >
  difference: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
  created_by: string
  created_at: Timestamp
  finished_at: Unset<Date>
  superseded_by: Unset<string>
}
export interface ExportLineTable {
  export_batch_id: string
  position: number
  person_id: string
  identity_number_id: string | null
  is_protected: boolean
  starts_on: IsoDay | null
  ends_on: IsoDay | null
  reported_minutes: number
}
/** Every version of the fund's file that has been used, so that a file can be made again byte for byte. */
export interface ReportTemplateTable {
  template: string
  version: string
  mapping: Json<unknown>
  content_sha256: string
  first_seen_at: Timestamp
}
