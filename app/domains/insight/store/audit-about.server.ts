import { type RawBuilder, sql } from 'kysely'
import type { OrganisationId, PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { AuditSubject } from '../audit/model'

/** The project that a subject of the log belongs to, and the subject within it. */
export interface AuditPlace {
  projectId: ProjectId
  ownerId: OrganisationId
  diarienr: string
  name: string
  /** Whose record or line it is. */
  personId: PersonId | null
  about: AuditSubject
}

/** SQL of the project, and the person, that a subject belongs to. */
function placeSql({ kind, id }: AuditSubject): RawBuilder<unknown> {
  switch (kind) {
    case 'projekt':
      return sql`select project_id, null::uuid as person_id from project where diarienr = ${id}`
    case 'manad':
      return sql`select project_id, null::uuid as person_id from project where diarienr = split_part(${id}, '/', 1)`
    case 'post':
      return sql`select project_id, person_id from participation where participation_id = ${id}`
    case 'traff':
      return sql`select activity.project_id, null::uuid as person_id from meeting join occasion using (occasion_id)
        join activity using (activity_id) where meeting_id = ${id}`
    case 'fil':
      return sql`select project_id, null::uuid as person_id from export_batch where export_batch_id = ${id}`
    case 'rad':
      return sql`select project_id, person_id from time_entry where time_entry_id = ${id}`
  }
}

/** Where a subject of the log belongs; undefined for one of no project. */
export async function findAuditPlace(db: Db, about: AuditSubject): Promise<AuditPlace | undefined> {
  const { rows } = await sql<Omit<AuditPlace, 'about'>>`
    select project.project_id as "projectId", owner_id as "ownerId", diarienr, name, place.person_id as "personId"
    from (${placeSql(about)}) place join project on project.project_id = place.project_id`.execute(db)
  return rows[0] && { ...rows[0], about }
}

/** The id of an event's subject, read only where it is of the kind: others have ids of other forms. */
const idOf = (kind: string) => sql`case when event.subject_kind = ${kind} then event.subject_id::uuid end`

/** SQL of whether an event of the log concerns a project; each event is looked up by the key of its subject. */
export function concernsProject(projectId: ProjectId): RawBuilder<unknown> {
  const held = (
    kind: string,
    table: string,
    key: string,
  ) => sql`when ${kind} then exists (select from ${sql.table(table)} held
    where held.${sql.ref(key)} = ${idOf(kind)} and held.project_id = ${projectId})`
  return sql`case event.subject_kind
    when 'project' then event.subject_id = ${projectId}::text
    when 'project-month' then split_part(event.subject_id, '/', 1) = ${projectId}::text
    ${held('export-batch', 'export_batch', 'export_batch_id')}
    ${held('participation', 'participation', 'participation_id')}
    ${held('participant_import', 'participant_import', 'import_id')}
    ${held('time-entry', 'time_entry', 'time_entry_id')}
    ${held('month-event', 'month_event', 'month_event_id')}
    ${held('activity', 'activity', 'activity_id')}
    when 'person' then exists (select from participation held
      where held.person_id = ${idOf('person')} and held.project_id = ${projectId})
    when 'occasion' then exists (select from occasion join activity using (activity_id)
      where occasion_id = ${idOf('occasion')} and project_id = ${projectId})
    when 'meeting' then exists (select from meeting join occasion using (occasion_id) join activity using (activity_id)
      where meeting_id = ${idOf('meeting')} and project_id = ${projectId})
    when 'booking' then exists (select from booking join occasion using (occasion_id) join activity using (activity_id)
      where booking_id = ${idOf('booking')} and project_id = ${projectId})
    when 'product' then exists (select from product join occasion using (occasion_id) join activity using (activity_id)
      where product_id = ${idOf('product')} and project_id = ${projectId})
    else false end`
}

/** SQL of the subjects of the log that are about a person in a project: the record, lines, months, bookings, products. */
export function subjectsOfPerson(projectId: ProjectId, personId: PersonId): RawBuilder<unknown> {
  return sql`select 'person' as kind, ${personId}::text as id
    union all select 'participation', participation_id::text from participation
      where person_id = ${personId} and project_id = ${projectId}
    union all select 'time-entry', time_entry_id::text from time_entry
      where person_id = ${personId} and project_id = ${projectId}
    union all select 'month-event', month_event_id::text from month_event
      where person_id = ${personId} and project_id = ${projectId}
    union all select 'booking', booking_id::text from booking join occasion using (occasion_id)
      join activity using (activity_id) where person_id = ${personId} and project_id = ${projectId}
    union all select 'product', product_id::text from product join occasion using (occasion_id)
      join activity using (activity_id) where person_id = ${personId} and project_id = ${projectId}`
}

const isAmong = (subjects: RawBuilder<unknown>) =>
  sql`(event.subject_kind, event.subject_id) in (select kind, id from (${subjects}) subject)`

/** SQL of whether an event of the log concerns the subject itself, or what belongs to it. */
export function concerns({ projectId, personId, about: { kind, id } }: AuditPlace): RawBuilder<unknown> {
  switch (kind) {
    case 'projekt':
      return concernsProject(projectId)
    case 'manad': {
      const month = id.split('/')[1] ?? ''
      return sql`case event.subject_kind
        when 'project-month' then event.subject_id = ${`${projectId}/${month}`}
        when 'export-batch' then exists (select from export_batch held where held.project_id = ${projectId}
          and held.export_batch_id = ${idOf('export-batch')} and held.month = ${month})
        when 'month-event' then exists (select from month_event held where held.project_id = ${projectId}
          and held.month_event_id = ${idOf('month-event')} and held.month = ${month})
        else false end`
    }
    case 'post':
      return personId === null ? sql`false` : isAmong(subjectsOfPerson(projectId, personId))
    case 'traff':
      return isAmong(sql`select 'meeting' as kind, ${id}::text as id union all
        select 'occasion', occasion_id::text from meeting where meeting_id = ${id}`)
    case 'fil':
      return sql`event.subject_kind = 'export-batch' and event.subject_id = ${id}`
    case 'rad':
      return isAmong(sql`select 'time-entry' as kind, ${id}::text as id union all
        select 'meeting', mark.meeting_id::text from time_entry line
          join attendance_mark mark on mark.attendance_mark_id = line.source_id
          where line.time_entry_id = ${id} and line.source_kind = 'attendance'`)
  }
}
