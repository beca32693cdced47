import type { ColumnType, Generated } from 'kysely'
import type { GeneratedTimestamp, Json, Timestamp } from './identity'

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface ActivityTable {
  activity_id: Generated<string>
  slug: string
  organisation_id: string
  project_id: Unset<string>
  kind: 'workshop' | 'forelasning' | 'studiebesok' | 'cirkel' | 'traff'
  title: string
  summary: string
  description: Json<unknown>
  language: Generated<string>
  level: Unset<number>
  themes: Generated<string[]>
  audiences: Generated<string[]>
  outcomes: Generated<string[]>
  time_type: 'schemalagd' | 'studiebesok' | 'forberedelse' | 'resa'
  attended_percent: Generated<number>
  product_prompt: Unset<string>
  assessed_against_standard: Generated<boolean>
  standard_ref: Unset<string>
  approval_required: Generated<boolean>
  only_listed_organisations: Generated<boolean>
  state: 'utkast' | 'publicerad' | 'arkiverad'
  created_by: Unset<string>
  created_at: Timestamp
  changed_at: Timestamp
  published_at: Unset<Date>
  search: ColumnType<string, never, never>
}
export interface ActivityCompetenceTable {
  activity_id: string
  competence_code: string
  level: number
  weight: number
}
/** Organisations an activity is listed for; `seats` null is without a limit of their own. */
export interface ActivitySeatTable {
  activity_id: string
  organisation_id: string
  seats: number | null
}
/** A bookable occasion of an activity: one or several meetings that belong together. */
export interface OccasionTable {
  occasion_id: Generated<string>
  activity_id: string
  capacity: Unset<number>
  booking_opens_at: Unset<Date>
  booking_closes_at: Unset<Date>
  state: Generated<'planerat' | 'installt' | 'genomfort'>
  cancel_reason: Unset<string>
  materials: ColumnType<{ title: string; url: string }[], string | undefined, string>
  created_at: Timestamp
  changed_at: Timestamp
}
export interface OccasionLeaderTable {
  occasion_id: string
  person_id: string
}
export interface MeetingTable {
  meeting_id: Generated<string>
  occasion_id: string
  starts_at: Timestamp
  ends_at: Timestamp
  break_minutes: Generated<number>
  mode: 'plats' | 'digitalt' | 'bada'
  place: Unset<string>
  online_url: Unset<string>
  title: Unset<string>
  check_in_secret: ColumnType<Buffer, Buffer | undefined, Buffer>
}

export interface InterestTable {
  activity_id: string
  person_id: string
  created_at: Timestamp
}
export interface BookingTable {
  booking_id: Generated<string>
  occasion_id: string
  person_id: string
  /** The employer at the time of booking; seats per organisation are counted by it. */
  organisation_id: Unset<string>
  state: 'ansokt' | 'bokad' | 'vantelista' | 'avbokad' | 'nekad'
  queued_at: Timestamp
  changed_at: Timestamp
  decided_by: Unset<string>
  access_needs: Unset<string>
  access_needs_delete_on: Unset<string>
}
/** What was recorded of one person at one meeting; the newest mark is what holds (view `attendance`). */
export interface AttendanceMarkTable {
  attendance_mark_id: Generated<string>
  sequence: ColumnType<number, never, never>
  meeting_id: string
  person_id: string
  present: boolean
  came_at: Unset<Date>
  left_at: Unset<Date>
  method: 'qr' | 'ledare' | 'lista' | 'import'
  recorded_by: string
  recorded_at: Timestamp
  note: Unset<string>
}
export interface AttendanceView {
  attendance_mark_id: ColumnType<string, never, never>
  meeting_id: ColumnType<string, never, never>
  person_id: ColumnType<string, never, never>
  present: ColumnType<boolean, never, never>
  came_at: ColumnType<Date | null, never, never>
  left_at: ColumnType<Date | null, never, never>
  method: ColumnType<'qr' | 'ledare' | 'lista' | 'import', never, never>
  recorded_by: ColumnType<string, never, never>
  recorded_at: ColumnType<Date, never, never>
  note: ColumnType<string | null, never, never>
}
export interface MeetingConfirmationTable {
  meeting_id: string
  confirmed_by: string
  confirmed_at: Timestamp
  lines: Json<unknown>
  lines_sha256: string
}
export interface ProductTable {
  product_id: Generated<string>
  occasion_id: string
  person_id: string
  wording: string
  handed_in_at: Timestamp
  accepted_by: Unset<string>
  accepted_at: Unset<Date>
}
export interface CalendarFeedTable {
  person_id: string
  token_hash: string
  created_at: GeneratedTimestamp
}
