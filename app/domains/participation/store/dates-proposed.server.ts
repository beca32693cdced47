import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { RecordActivity } from '../dates/rules'
import type { ParticipantScope } from '../policy'
import { withinScope } from './scope.server'

/**
 * First and last day with time left in the project for each record in the scope, and whether more is planned. Protected
 * persons are left out: when somebody takes part is not shown of them. `participationIds` narrows to these records.
 */
export async function listRecordActivity(
  db: Db,
  scope: ParticipantScope,
  projectId: ProjectId,
  wish: { at: Date; participationIds?: readonly string[] },
): Promise<RecordActivity[]> {
  const chosen =
    wish.participationIds === undefined
      ? sql`true`
      : sql`participation.participation_id = any(${[...wish.participationIds]}::uuid[])`
  const { rows } = await sql<RecordActivity>`
    with day as (
      select person_id, worked_on, (array_agg(title order by recorded_at, title))[1] as title
      from time_entry where project_id = ${projectId} group by person_id, worked_on having sum(minutes) > 0
    ), attended as (
      select person_id, min(worked_on) as first_on, max(worked_on) as last_on,
        (array_agg(title order by worked_on))[1] as first_title,
        (array_agg(title order by worked_on desc))[1] as last_title
      from day group by person_id
    ), planned as (
      select distinct booking.person_id from booking
      join occasion on occasion.occasion_id = booking.occasion_id and occasion.state = 'planerat'
      join activity on activity.activity_id = occasion.activity_id and activity.project_id = ${projectId}
      join meeting on meeting.occasion_id = occasion.occasion_id and meeting.ends_at > ${wish.at}
      where booking.state in ('ansokt', 'bokad', 'vantelista')
    )
    select participation.participation_id as "participationId", ${shownNameSql()} as name, partner.name as partner,
      participation.entry_on as "entryOn", participation.exit_on as "exitOn",
      attended.first_on as "firstOn", attended.first_title as "firstTitle",
      attended.last_on as "lastOn", attended.last_title as "lastTitle",
      planned.person_id is not null as "hasPlanned"
    from participation
    join project on project.project_id = participation.project_id
    join person on person.person_id = participation.person_id
    join organisation as partner on partner.organisation_id = participation.partner_id
    join attended on attended.person_id = participation.person_id
    left join planned on planned.person_id = participation.person_id
    where participation.project_id = ${projectId} and participation.merged_into is null
      and person.protection = 'none' and person.merged_into is null and ${withinScope(scope)} and ${chosen}
    order by person.family_name, person.given_name, participation.participation_id`.execute(db)
  return rows
}

export interface DatesProject {
  projectId: ProjectId
  diarienr: string
  name: string
  endsOn: string
  exitAfterDays: number
}

/** The projects with a record that the actor reaches, with what an exit day is proposed by. */
export async function listDatesProjects(db: Db, scope: ParticipantScope): Promise<DatesProject[]> {
  const rows = await db
    .selectFrom('project')
    .where(
      sql<boolean>`${scope.everyone} or exists (select 1 from participation
        where participation.project_id = project.project_id and participation.merged_into is null
          and ${withinScope(scope)})`,
    )
    .select([
      'project.project_id as projectId',
      'diarienr',
      'name',
      'ends_on as endsOn',
      'exit_after_days as exitAfterDays',
    ])
    .orderBy('starts_on')
    .orderBy('diarienr')
    .execute()
  return rows.map((row) => ({ ...row, projectId: row.projectId as ProjectId }))
}

/** Holds the records until the transaction ends, so that no new time moves their days meanwhile. */
export async function lockRecords(tx: Tx, participationIds: readonly string[]): Promise<void> {
  await sql`select 1 from participation where participation_id = any(${[...participationIds]}::uuid[])
    order by participation_id for update`.execute(tx)
}

/** Writes the days of many records at once. */
export async function updateProposedDates(
  tx: Tx,
  scope: ParticipantScope,
  changes: readonly { participationId: string; entryOn: string | null; exitOn: string | null }[],
): Promise<void> {
  if (changes.length === 0) return
  await sql`update participation set entry_on = x."entryOn", exit_on = x."exitOn"
    from project, jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as x("participationId" uuid, "entryOn" date, "exitOn" date)
    where participation.participation_id = x."participationId" and project.project_id = participation.project_id
      and participation.merged_into is null and ${withinScope(scope)}`.execute(tx)
}
