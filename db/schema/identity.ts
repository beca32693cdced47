import type { ColumnType, Generated } from 'kysely'

/** timestamptz: read as Date, written as Date. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>
export type GeneratedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>
/** date: an ISO day, `2025-03-24`, with no time zone. */
export type IsoDay = string
/** jsonb: written as a JSON string, read as the parsed value. */
export type Json<T> = ColumnType<T, string, string>

export interface SettingTable {
  name: string
  value: Json<unknown>
  changed_at: GeneratedTimestamp
}
export interface PersonTable {
  person_id: Generated<string>
  given_name: string
  family_name: string
  alias: string | null
  email: string
  protection: Generated<'none' | 'marked' | 'protected'>
  language: Generated<'sv' | 'en'>
  created_at: GeneratedTimestamp
  merged_into: ColumnType<string | null, string | null | undefined, string | null>
  erased_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}
export interface AccountTable {
  person_id: string
  password_hash: string
  password_changed_at: GeneratedTimestamp
  disabled_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}
export interface SessionTable {
  session_hash: string
  person_id: string
  expires_at: Timestamp
  created_at: GeneratedTimestamp
  user_agent: Generated<string>
}
export interface RoleGrantTable {
  role_grant_id: Generated<string>
  person_id: string
  role: string
  organisation_id: string | null
  granted_at: GeneratedTimestamp
  expires_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}
export interface RateLimitTable {
  key: string
  points: number
  expire: number | null
}
export interface AuditEventTable {
  audit_event_id: Generated<number>
  actor_id: string | null
  action: string
  subject_kind: string
  subject_id: string
  reason: string | null
  detail: Json<Record<string, unknown>>
  happened_at: Timestamp
}
/** Somebody's wish to have the account erased, and what the office decided. */
export interface ErasureRequestTable {
  erasure_request_id: Generated<string>
  person_id: string
  state: 'begard' | 'beviljad' | 'nekad' | 'atertagen'
  asked_at: Timestamp
  decided_by: ColumnType<string | null, string | null | undefined, string | null>
  decided_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  reason: ColumnType<string | null, string | null | undefined, string | null>
}
export interface IdentitySchema {
  setting: SettingTable
  person: PersonTable
  account: AccountTable
  session: SessionTable
  role_grant: RoleGrantTable
  rate_limit: RateLimitTable
  audit_event: AuditEventTable
  erasure_request: ErasureRequestTable
}
