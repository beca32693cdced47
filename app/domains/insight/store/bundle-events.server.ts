import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { auditActions } from '../audit/model'
import { concernsProject, subjectsOfPerson } from './audit-about.server'

const actions: readonly string[] = Object.values(auditActions).flat()

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

/**
 * What the audit log has of a project after an id, the first first: what an auditor reads of it in the portal. With a
 * person only what is about that person. Of a protected person neither reason nor detail leaves.
 */
export async function listLoggedEvents(
  db: Db,
  { projectId, personId }: { projectId: ProjectId; personId: PersonId | undefined },
  after: number,
  size: number,
): Promise<LoggedEvent[]> {
  const whose =
    personId === undefined
      ? concernsProject(projectId)
      : sql`(event.subject_kind, event.subject_id) in
          (select kind, id from (${subjectsOfPerson(projectId, personId)}) subject)`
  const ofKind = (kind: string, table: string, key: string) =>
    sql`when ${kind} then (select person_id from ${sql.table(table)} held
      where held.${sql.ref(key)} = case when event.subject_kind = ${kind} then event.subject_id::uuid end)`
  const { rows } = await sql<LoggedEvent>`
    with event as materialized (
      select event.* from audit_event event
      where event.audit_event_id > ${after} and event.action = any(${actions}) and ${whose}
      order by event.audit_event_id limit ${size}
    ), told as (
      select event.*, case event.subject_kind
        when 'person' then case when event.subject_kind = 'person' then event.subject_id::uuid end
        ${ofKind('participation', 'participation', 'participation_id')}
        ${ofKind('time-entry', 'time_entry', 'time_entry_id')}
        ${ofKind('month-event', 'month_event', 'month_event_id')}
        ${ofKind('booking', 'booking', 'booking_id')}
        ${ofKind('product', 'product', 'product_id')} end as about_id
      from event
    )
    select event.audit_event_id as id, event.happened_at as at,
      case when actor.person_id is not null then ${shownNameSql('actor')} end as actor, event.action,
      event.subject_kind as "subjectKind", event.subject_id as "subjectId",
      case when person.person_id is not null then ${shownNameSql()} end as about,
      case when person.person_id is null or person.protection = 'none' then event.reason end as reason,
      case when event.subject_kind <> 'person' and (person.person_id is null or person.protection = 'none')
        then event.detail::text else '' end as detail
    from told event
    left join person on person.person_id = event.about_id
    left join person actor on actor.person_id = event.actor_id
    order by event.audit_event_id`.execute(db)
  return rows
}
