import { type RawBuilder, sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { MeetingId, PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'

export interface Which {
  projectId: ProjectId
  months: readonly string[]
  personId: PersonId | undefined
}

export const ofPerson = (column: RawBuilder<unknown>, personId: PersonId | undefined) =>
  personId === undefined ? sql`true` : sql`${column} = ${personId}`
const hexOf = (column: string) => sql`encode(${sql.ref(column)}, 'hex')`

/** The confirmed meetings of a project in these months by time; with a person those at which the person has a mark. */
export async function listBundleMeetings(
  db: Db,
  { projectId, months, personId }: Which,
): Promise<{ meetingId: MeetingId; month: string }[]> {
  const { rows } = await sql<{ meetingId: MeetingId; month: string }>`
    select meeting.meeting_id as "meetingId",
      to_char(meeting.starts_at at time zone 'Europe/Stockholm', 'YYYY-MM') as month
    from meeting_confirmation confirmation
    join meeting on meeting.meeting_id = confirmation.meeting_id
    join occasion on occasion.occasion_id = meeting.occasion_id
    join activity on activity.activity_id = occasion.activity_id and activity.project_id = ${projectId}
    where to_char(meeting.starts_at at time zone 'Europe/Stockholm', 'YYYY-MM') = any(${[...months]}::text[])
      and ${personId === undefined ? sql`true` : sql`exists (select 1 from attendance_mark mark where mark.meeting_id = meeting.meeting_id and mark.person_id = ${personId})`}
    order by meeting.starts_at, meeting.meeting_id`.execute(db)
  return rows
}

export interface BundleEvent {
  personId: PersonId
  name: string
  month: string
  kind: string
  method: string
  actor: string | null
  minutes: number
  reportableMinutes: number
  entryCount: number
  linesSha256: string
  generation: number
  reason: string | null
  happenedAt: Date
  position: number
  rowHash: string
  hash: string
}

/** What has happened to the person-months, by person and place in the chain; a protected person's reasons are left out. */
export async function listBundleEvents(
  db: Db,
  { projectId, months, personId }: Which,
  after: { personId: string; position: number },
  size: number,
): Promise<BundleEvent[]> {
  const { rows } = await sql<BundleEvent>`
    select event.person_id as "personId", ${shownNameSql()} as name, event.month, event.kind, event.method,
      case when actor.person_id is not null then ${shownNameSql('actor')} end as actor, event.minutes,
      event.reportable_minutes as "reportableMinutes", event.entry_count as "entryCount",
      event.lines_sha256 as "linesSha256", event.generation,
      case when person.protection = 'none' then event.reason end as reason, event.happened_at as "happenedAt",
      link.position, ${hexOf('link.row_hash')} as "rowHash", ${hexOf('link.hash')} as hash
    from month_event event
    join ledger_link link on link.row_id = event.month_event_id
    join person on person.person_id = event.person_id
    left join person actor on actor.person_id = event.actor_id
    where event.project_id = ${projectId} and event.month = any(${[...months]}::text[])
      and ${ofPerson(sql`event.person_id`, personId)}
      and (event.person_id, link.position) > (${after.personId}::uuid, ${after.position})
    order by event.person_id, link.position limit ${size}`.execute(db)
  return rows
}

export interface BundleFrozen {
  month: string
  generation: number
  personId: PersonId
  name: string
  registered: number
  reportable: number
  reported: number
  entryCount: number
  linesSha256: string
  frozenAt: Date
}

/** The frozen figures of every lock, by month, lock and person. */
export async function listBundleFrozen(
  db: Db,
  { projectId, months, personId }: Which,
  after: { month: string; generation: number; personId: string },
  size: number,
): Promise<BundleFrozen[]> {
  const { rows } = await sql<BundleFrozen>`
    select figure.month, figure.generation, figure.person_id as "personId", ${shownNameSql()} as name,
      figure.registered_minutes as registered, figure.reportable_minutes as reportable,
      figure.reported_minutes as reported, figure.entry_count as "entryCount",
      figure.lines_sha256 as "linesSha256", figure.frozen_at as "frozenAt"
    from month_figure figure join person on person.person_id = figure.person_id
    where figure.project_id = ${projectId} and figure.month = any(${[...months]}::text[])
      and ${ofPerson(sql`figure.person_id`, personId)}
      and (figure.month, figure.generation, figure.person_id) > (${after.month}, ${after.generation}, ${after.personId}::uuid)
    order by figure.month, figure.generation, figure.person_id limit ${size}`.execute(db)
  return rows
}
