import { type RawBuilder, sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'

export interface LoggedEvent {
  id: number
  at: Date
  actor: string | null
  action: string
  subjectKind: string
  subjectId: string
  /** Whom it is about, as others see that person; null when it is about no one person. */
  about: string | null
  reason: string | null
  detail: string
}

/** SQL of what the log has of a project; of a protected person neither reason nor detail leaves. */
function logged(projectId: ProjectId, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with subject (kind, id, person_id) as (
      select 'project', ${projectId}::text, null::uuid
      union all select 'export-batch', export_batch_id::text, null from export_batch where project_id = ${projectId}
      union all select 'project-month', ${projectId}::text || '/' || month, null from project_month where project_id = ${projectId}
      union all select 'project-month', ${projectId}::text || '/' || month, null
        from (select distinct month from person_month where project_id = ${projectId}) held
        where not exists (select 1 from project_month where project_id = ${projectId} and project_month.month = held.month)
      union all select 'participation', participation_id::text, person_id from participation where project_id = ${projectId}
      union all select 'person', person_id::text, person_id from participation where project_id = ${projectId}
      union all select 'time-entry', time_entry_id::text, person_id from time_entry where project_id = ${projectId}
      union all select 'month-event', month_event_id::text, person_id from month_event where project_id = ${projectId}
      union all select 'activity', activity_id::text, null from activity where project_id = ${projectId}
      union all select 'occasion', occasion.occasion_id::text, null from occasion
        join activity on activity.activity_id = occasion.activity_id where activity.project_id = ${projectId}
      union all select 'meeting', meeting.meeting_id::text, null from meeting
        join occasion on occasion.occasion_id = meeting.occasion_id
        join activity on activity.activity_id = occasion.activity_id where activity.project_id = ${projectId}
    )
    select event.audit_event_id as id, event.happened_at as at,
      case when actor.person_id is not null then ${shownNameSql('actor')} end as actor, event.action,
      event.subject_kind as "subjectKind", event.subject_id as "subjectId",
      case when person.person_id is not null then ${shownNameSql()} end as about,
      case when person.person_id is null or person.protection = 'none' then event.reason end as reason,
      case when subject.kind <> 'person' and (person.person_id is null or person.protection = 'none')
        then event.detail::text else '' end as detail
    from audit_event event
    join (select distinct kind, id, person_id from subject) subject
      on subject.kind = event.subject_kind and subject.id = event.subject_id
    left join person on person.person_id = subject.person_id
    left join person actor on actor.person_id = event.actor_id
    where (subject.kind <> 'person' or event.action in ('identity-number.revealed', 'identity-number.added', 'person.merged'))
      and ${condition}`
}

/**
 * What the audit log has of a project after an id, the first first: of the project itself, its months and files, its
 * records and their time, its meetings, and of the identity numbers of its participants. With a person only what is
 * about that person.
 */
export async function listLoggedEvents(
  db: Db,
  { projectId, personId }: { projectId: ProjectId; personId: PersonId | undefined },
  after: number,
  size: number,
): Promise<LoggedEvent[]> {
  const whose = personId === undefined ? sql`true` : sql`subject.person_id = ${personId}`
  const { rows } = await sql<LoggedEvent>`
    ${logged(projectId, sql`event.audit_event_id > ${after} and ${whose}`)}
    order by event.audit_event_id limit ${size}`.execute(db)
  return rows
}

/** What a page of the log is about: a person, or one subject of the log. */
export type LogChoice = { personId: PersonId } | { kind: string; id: string } | undefined

/** The same, the newest first and before an id, of the whole project or of what is chosen. */
export async function listLogPage(
  db: Db,
  projectId: ProjectId,
  choice: LogChoice,
  { before, size }: { before: number | undefined; size: number },
): Promise<LoggedEvent[]> {
  const chosen =
    choice === undefined
      ? sql`true`
      : 'personId' in choice
        ? sql`subject.person_id = ${choice.personId}`
        : sql`subject.kind = ${choice.kind} and subject.id = ${choice.id}`
  const earlier = before === undefined ? sql`true` : sql`event.audit_event_id < ${before}`
  const { rows } = await sql<LoggedEvent>`
    ${logged(projectId, sql`${earlier} and ${chosen}`)}
    order by event.audit_event_id desc limit ${size}`.execute(db)
  return rows
}
