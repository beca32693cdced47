import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { Db } from '~db/schema'
import { auditActions, type AuditFilter, type AuditLine } from '../audit/model'

const every = Object.values(auditActions).flat()

/** The escaped pattern of a part of a name. */
const part = (words: string) => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/**
 * Events of the log that concern the projects, the newest first. Each subject is told by its own words: a person by the
 * shown name, an occasion by its activity. What somebody wrote about a protected person is left out.
 */
export async function listAuditLines(db: Db, filter: AuditFilter, limit: number): Promise<AuditLine[]> {
  const actions: readonly string[] = filter.group === null ? every : auditActions[filter.group]
  const day = sql`(event.happened_at at time zone 'Europe/Stockholm')::date`
  const { rows } = await sql<AuditLine>`
    with event as (
      select event.*, case when actor.person_id is null then null else ${shownNameSql('actor')} end as actor_name
      from audit_event event left join person actor on actor.person_id = event.actor_id
      where event.action = any(${actions})
        and (${filter.before}::bigint is null or event.audit_event_id < ${filter.before}::bigint)
        and (${filter.from} = '' or ${day} >= nullif(${filter.from}, '')::date)
        and (${filter.to} = '' or ${day} <= nullif(${filter.to}, '')::date)
        and (${filter.actor} = '' or ${shownNameSql('actor')} ilike ${part(filter.actor)})
      order by event.audit_event_id desc limit ${limit}
    ), told as (
      select event.audit_event_id, case event.subject_kind
        when 'person' then event.subject_id::uuid
        when 'participation' then (select person_id from participation
          where participation_id = case when event.subject_kind = 'participation' then event.subject_id::uuid end)
        when 'time-entry' then (select person_id from time_entry
          where time_entry_id = case when event.subject_kind = 'time-entry' then event.subject_id::uuid end)
        when 'month-event' then (select person_id from month_event
          where month_event_id = case when event.subject_kind = 'month-event' then event.subject_id::uuid end)
        when 'booking' then (select person_id from booking
          where booking_id = case when event.subject_kind = 'booking' then event.subject_id::uuid end)
        when 'product' then (select person_id from product
          where product_id = case when event.subject_kind = 'product' then event.subject_id::uuid end)
      end as person_id, case event.subject_kind
        when 'activity' then (select title from activity
          where activity_id = case when event.subject_kind = 'activity' then event.subject_id::uuid end)
        when 'occasion' then (select title from occasion join activity using (activity_id)
          where occasion_id = case when event.subject_kind = 'occasion' then event.subject_id::uuid end)
        when 'meeting' then (select activity.title || ', ' || to_char(starts_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')
          from meeting join occasion using (occasion_id) join activity using (activity_id)
          where meeting_id = case when event.subject_kind = 'meeting' then event.subject_id::uuid end)
        when 'project' then (select diarienr from project
          where project_id = case when event.subject_kind = 'project' then event.subject_id::uuid end)
        when 'project-month' then (select diarienr || ', ' || split_part(event.subject_id, '/', 2) from project
          where project_id = case when event.subject_kind = 'project-month' then split_part(event.subject_id, '/', 1)::uuid end)
        when 'export-batch' then (select diarienr || ', ' || month || ', nr ' || number
          from export_batch join project using (project_id)
          where export_batch_id = case when event.subject_kind = 'export-batch' then event.subject_id::uuid end)
        when 'participant_import' then (select diarienr from participant_import join project using (project_id)
          where import_id = case when event.subject_kind = 'participant_import' then event.subject_id::uuid end)
      end as words
      from event
    )
    select event.audit_event_id::int as "auditEventId", event.happened_at as "happenedAt", event.action,
      event.actor_name as actor, coalesce(case when person.person_id is null then null else ${shownNameSql()} end, told.words) as subject,
      event.subject_kind as "subjectKind", event.subject_id as "subjectId",
      case when person.protection is null or person.protection = 'none' then event.reason end as reason
    from event join told using (audit_event_id) left join person on person.person_id = told.person_id
    order by event.audit_event_id desc`.execute(db)
  return rows
}
