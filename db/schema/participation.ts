import type { ColumnType, Generated } from 'kysely'
import type { Bilingual } from './competence'
import type { IsoDay, Json, Timestamp, GeneratedTimestamp } from './identity'

import type {
  AidFormTable,
  ExportBatchTable,
  ExportLineTable,
  IdentityKeyTable,
  LedgerHeadTable,
  LedgerLinkTable,
  LedgerRemovalTable,
  LocalGoalTable,
  MonthEventTable,
  MonthFigureTable,
  NoticeAcknowledgementTable,
  NoticeVersionTable,
  ParticipantImportRowTable,
  ParticipantImportTable,
  PersonMergeTable,
  PersonMonthTable,
  ProjectMonthTable,
  ReportTemplateTable,
  RetentionRuleTable,
} from './fund'

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface ProjectTable {
  project_id: Generated<string>
  diarienr: string
  name: string
  fund: string
  cci: string | null
  owner_id: string
  starts_on: IsoDay
  ends_on: IsoDay
  eu_rate_percent: number
  programme_area: string
  specific_objective: string
  nuts2: string | null
  intervention: string
  planned_participants: number
  source_url: string | null
  description: Json<Bilingual>
  self_study_eligible: Generated<boolean>
  /** Whether time of a renewed course belongs to the project. */
  renewal_eligible: Generated<boolean>
  rounding: Generated<'floor_hours' | 'minutes'>
  min_hours_for_reporting: number | null
  /** Whether months are attested by the employer's principal or coordinator; a partner's own setting goes before. */
  attestation: Generated<boolean>
  attended_percent: Generated<number>
  daily_cap_minutes: Generated<number>
  report_due_days: Generated<number>
  final_payment_on: Unset<IsoDay>
  retention_years: Unset<number>
  legal_hold: Generated<boolean>
  legal_hold_reason: Unset<string>
  settings_changed_at: Unset<Date>
  /** Days without attended time and without a booking after which an exit day is proposed. */
  exit_after_days: Generated<number>
  content_hash: string
}
export interface PartnerTable {
  project_id: string
  organisation_id: string
  role: string
  note: string | null
  starts_on: Unset<IsoDay>
  ends_on: Unset<IsoDay>
  attestation: Unset<boolean>
}
export interface PartnerMunicipalityTable {
  project_id: string
  organisation_id: string
  municipality_code: string
}
export interface ParticipationTable {
  participation_id: Generated<string>
  project_id: string
  person_id: string
  partner_id: string
  employer_id: string
  municipality_code: string | null
  registered_on: IsoDay
  entry_on: IsoDay | null
  exit_on: IsoDay | null
  labour_status_at_entry: Generated<string>
  notice_version: string | null
  notice_ack_at: Timestamp | null
  merged_into: Unset<string>
  proposed_exit_on: Unset<IsoDay>
  import_id: Unset<string>
}
export interface IdentityNumberTable {
  identity_number_id: Generated<string>
  person_id: string
  kind: 'personnummer' | 'samordningsnummer'
  ciphertext: Buffer
  key_version: Generated<number>
  lookup_hash: Buffer
  masked: string
  birth_year: number
  gender: 'kvinna' | 'man'
  valid_from: GeneratedTimestamp
  replaced_by: string | null
}
export interface TimeEntryTable {
  time_entry_id: Generated<string>
  person_id: string
  project_id: string | null
  worked_on: IsoDay
  minutes: number
  time_type: 'schemalagd' | 'sjalvstudier' | 'forberedelse' | 'studiebesok' | 'resa'
  source_kind: 'completion' | 'correction' | 'attendance' | 'statement' | 'merge'
  source_id: string
  title: string
  outside_reason: 'no-record' | 'before-start' | 'after-end' | 'renewal' | null
  corrects_id: string | null
  reason: string | null
  recorded_at: Timestamp
  /** Number of the piece when one event is split over midnight; 1 for the first. */
  part: Generated<number>
  starts_at: Unset<Date>
  ends_at: Unset<Date>
  recorded_by: Unset<string>
}
export interface ParticipationSchema {
  project: ProjectTable
  partner: PartnerTable
  partner_municipality: PartnerMunicipalityTable
  participation: ParticipationTable
  identity_number: IdentityNumberTable
  identity_key: IdentityKeyTable
  time_entry: TimeEntryTable
  local_goal: LocalGoalTable
  aid_form: AidFormTable
  retention_rule: RetentionRuleTable
  person_merge: PersonMergeTable
  notice_version: NoticeVersionTable
  notice_acknowledgement: NoticeAcknowledgementTable
  participant_import: ParticipantImportTable
  participant_import_row: ParticipantImportRowTable
  project_month: ProjectMonthTable
  person_month: PersonMonthTable
  month_event: MonthEventTable
  month_figure: MonthFigureTable
  ledger_link: LedgerLinkTable
  ledger_removal: LedgerRemovalTable
  ledger_head: LedgerHeadTable
  export_batch: ExportBatchTable
  export_line: ExportLineTable
  report_template: ReportTemplateTable
}
