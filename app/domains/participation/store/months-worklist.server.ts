import { type RawBuilder, sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { AttestScope } from '../months/policy'
import { attestable } from './months-sign.server'

export interface WorkItem {
  projectId: ProjectId
  personId: PersonId
  month: string
  diarienr: string
  projectName: string
  name: string
  isProtected: boolean
  minutes: number
  reportableMinutes: number
  signedAt: Date
  linesSha256: string
  dailyCapMinutes: number
  projectStartsOn: string
  projectEndsOn: string
}

export interface WorkFilter {
  /** Registration number of a project, or null for all. */
  diarienr: string | null
  month: string | null
}

/** SQL of the signed months that wait for somebody of the scope; never the actor's own. */
function waiting(scope: AttestScope, actorId: PersonId): RawBuilder<unknown> {
  return sql`person_month standing
    join project on project.project_id = standing.project_id
    join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
      and record.merged_into is null
    join person on person.person_id = standing.person_id and person.merged_into is null
    left join partner settings on settings.project_id = record.project_id and settings.organisation_id = record.partner_id
    left join project_month locked on locked.project_id = standing.project_id and locked.month = standing.month
    join lateral (select event.minutes, event.reportable_minutes, event.happened_at, event.lines_sha256 from month_event event
      join ledger_link link on link.row_id = event.month_event_id
      where event.project_id = standing.project_id and event.month = standing.month
        and event.person_id = standing.person_id and event.kind = 'signerad'
      order by link.position desc limit 1) signature on true
    where standing.state = 'signerad' and coalesce(locked.state, 'oppen') = 'oppen'
      and coalesce(settings.attestation, project.attestation) and standing.person_id <> ${actorId}
      and ${attestable(scope)}`
}

/** The signed months that wait for the actor's attestation, the oldest month first; at most `limit`. */
export async function listWorkItems(
  db: Db,
  scope: AttestScope,
  actorId: PersonId,
  filter: WorkFilter,
  limit: number,
): Promise<WorkItem[]> {
  const project = filter.diarienr === null ? sql`` : sql`and project.diarienr = ${filter.diarienr}`
  const month = filter.month === null ? sql`` : sql`and standing.month = ${filter.month}`
  const { rows } = await sql<WorkItem>`
    select standing.project_id as "projectId", standing.person_id as "personId", standing.month, project.diarienr,
      project.name as "projectName", ${shownNameSql()} as name, person.protection <> 'none' as "isProtected",
      signature.minutes, signature.reportable_minutes as "reportableMinutes", signature.happened_at as "signedAt",
      signature.lines_sha256 as "linesSha256", project.daily_cap_minutes as "dailyCapMinutes",
      project.starts_on as "projectStartsOn", project.ends_on as "projectEndsOn"
    from ${waiting(scope, actorId)} ${project} ${month}
    order by standing.month, name, standing.person_id limit ${limit}`.execute(db)
  return rows
}

export interface WorkCounts {
  diarienr: string
  projectName: string
  month: string
  count: number
}

/** How many months wait, by project and month. */
export async function countWork(db: Db, scope: AttestScope, actorId: PersonId): Promise<WorkCounts[]> {
  const { rows } = await sql<WorkCounts>`
    select project.diarienr, project.name as "projectName", standing.month, count(*)::int as count
    from ${waiting(scope, actorId)}
    group by 1, 2, 3 order by 3, 1`.execute(db)
  return rows
}

/** Lines of these months as findings need them, by person and month. */
export async function listCheckedLines(
  db: Db,
  items: readonly { projectId: ProjectId; personId: PersonId; month: string }[],
) {
  if (items.length === 0) return []
  const { rows } = await sql<{
    projectId: ProjectId
    personId: PersonId
    month: string
    timeEntryId: string
    title: string
    workedOn: string
    minutes: number
    timeType: 'schemalagd' | 'sjalvstudier' | 'forberedelse' | 'studiebesok' | 'resa'
    startsAt: Date | null
    endsAt: Date | null
    correctsId: string | null
    nominal: number | null
  }>`
    select line.project_id as "projectId", line.person_id as "personId", wanted.month, line.time_entry_id as "timeEntryId",
      line.title, line.worked_on as "workedOn", line.minutes, line.time_type as "timeType",
      line.starts_at as "startsAt", line.ends_at as "endsAt", line.corrects_id as "correctsId",
      coalesce(lesson.minutes, lecture.minutes, course.nominal_minutes) as nominal
    from unnest(${items.map((item) => item.projectId)}::uuid[], ${items.map((item) => item.personId)}::uuid[],
      ${items.map((item) => item.month)}::text[]) wanted (project_id, person_id, month)
    join time_entry line on line.project_id = wanted.project_id and line.person_id = wanted.person_id
      and line.worked_on >= (wanted.month || '-01')::date
      and line.worked_on < (wanted.month || '-01')::date + interval '1 month'
    left join completion on line.source_kind = 'completion' and completion.completion_id = line.source_id
    left join lesson on completion.item_kind = 'lesson' and lesson.lesson_id = completion.item_id
    left join lecture on completion.item_kind = 'lecture' and lecture.lecture_id = completion.item_id
    left join course on completion.item_kind = 'course' and course.course_id = completion.item_id
    order by line.worked_on`.execute(db)
  return rows
}

/** Registration numbers of projects by id. */
export async function listDiarienr(db: Db, projectIds: readonly ProjectId[]): Promise<Map<ProjectId, string>> {
  if (projectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('project')
    .where('project_id', 'in', [...new Set(projectIds)])
    .select(['project_id', 'diarienr'])
    .execute()
  return new Map(rows.map((row) => [row.project_id as ProjectId, row.diarienr]))
}
