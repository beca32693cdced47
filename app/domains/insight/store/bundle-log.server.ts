import { sql } from 'kysely'
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

/**
 * What the audit log has of a project after an id, the first first: of the project itself, its months and files, its
 * records and their time, its meetings, and of the identity numbers of its participants. Of a protected person neither
 * reason nor detail leaves. With a person only what is about that person.
 */
export async function listLoggedEvents(
  db: Db,
  { projectId, personId }: { projectId: ProjectId; personId: PersonId | undefined },
  after: number,
  size: number,
): Promise<LoggedEvent[]> {
  const { rows } = await sql<LoggedEvent>`
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
    where event.audit_event_id > ${after}
      and (subject.kind <> 'person' or event.action in ('identity-number.revealed', 'identity-number.added', 'person.merged'))
      and ${personId === undefined ? sql`true` : sql`subject.person_id = ${personId}`}
    order by event.audit_event_id limit ${size}`.execute(db)
  return rows
}

export interface TakenBundle {
  at: Date
  by: string
  reason: string
  months: string[]
  participationId: string | null
  withNumbers: boolean
  /** SHA-256 of the manifest; null for one that was not made to the end. */
  manifestSha256: string | null
}

/** The bundles taken out of a project, the newest first. */
export async function listBundles(db: Db, projectId: ProjectId, limit: number): Promise<TakenBundle[]> {
  const { rows } = await sql<TakenBundle>`
    select event.happened_at as at, ${shownNameSql()} as by, event.reason, event.detail -> 'months' as months,
      event.detail ->> 'participationId' as "participationId", (event.detail ->> 'withNumbers')::boolean as "withNumbers",
      finished.detail ->> 'manifestSha256' as "manifestSha256"
    from audit_event event
    join person on person.person_id = event.actor_id
    left join audit_event finished on finished.action = 'bundle.completed' and finished.subject_kind = 'project'
      and finished.subject_id = event.subject_id and finished.detail ->> 'bundleId' = event.detail ->> 'bundleId'
    where event.subject_kind = 'project' and event.subject_id = ${projectId} and event.action = 'bundle.taken'
    order by event.audit_event_id desc limit ${limit}`.execute(db)
  return rows
}

export interface AidRow {
  organisation: string
  basis: string
  isSme: boolean
  signatory: string
  amountOre: number
  status: string
  sentOn: string | null
  signedOn: string | null
  validUntil: string | null
}

/** The state-aid forms of the project's external employers. */
export async function listAidRows(db: Db, projectId: ProjectId): Promise<AidRow[]> {
  return db
    .selectFrom('aid_form')
    .innerJoin('organisation', 'organisation.organisation_id', 'aid_form.organisation_id')
    .where('aid_form.project_id', '=', projectId)
    .select([
      'organisation.name as organisation',
      'basis',
      'is_sme as isSme',
      'signatory',
      'amount_ore as amountOre',
      'status',
      'sent_on as sentOn',
      'signed_on as signedOn',
      'valid_until as validUntil',
    ])
    .orderBy('organisation.name')
    .execute()
}
