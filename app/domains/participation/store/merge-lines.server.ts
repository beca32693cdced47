import { sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { MergePair, MovedLine, StandingLine } from '../merge/model'

/** The lines of these persons that no contra entry cancels, each followed back to what it comes from. */
export async function listStandingLines(db: Db, personIds: readonly PersonId[]): Promise<StandingLine[]> {
  const { rows } = await sql<StandingLine>`
    with recursive standing as (
      select line.time_entry_id, line.source_kind, line.source_id, line.corrects_id
      from time_entry line
      where line.person_id = any (${[...personIds]}::uuid[]) and line.minutes > 0
        and not exists (select from time_entry contra
          where contra.corrects_id = line.time_entry_id and contra.minutes < 0)
      union all
      select standing.time_entry_id, earlier.source_kind, earlier.source_id, earlier.corrects_id
      from standing join time_entry earlier on earlier.time_entry_id = standing.corrects_id
    )
    select line.time_entry_id as "timeEntryId", line.person_id as "personId", line.project_id as "projectId",
      line.outside_reason as "outsideReason", line.worked_on as "workedOn", line.minutes, line.time_type as "timeType",
      coalesce(completion.item_kind || ' ' || completion.item_id || ' ' || completion.round,
        'meeting ' || mark.meeting_id || ' ' || line.worked_on) as evidence,
      standing.source_kind as origin, activity.project_id as "activityProjectId"
    from standing
    join time_entry line on line.time_entry_id = standing.time_entry_id
    left join completion on standing.source_kind = 'completion' and completion.completion_id = standing.source_id
    left join attendance_mark mark on standing.source_kind = 'attendance' and mark.attendance_mark_id = standing.source_id
    left join meeting on meeting.meeting_id = mark.meeting_id
    left join occasion on occasion.occasion_id = meeting.occasion_id
    left join activity on activity.activity_id = occasion.activity_id
    where standing.corrects_id is null
    order by line.worked_on, line.time_entry_id`.execute(db)
  return rows
}

/** Which of these months of projects are locked or being locked. */
export async function listLockedOf(
  db: Db,
  months: readonly { projectId: ProjectId; month: string }[],
): Promise<{ projectId: ProjectId; diarienr: string; month: string }[]> {
  if (months.length === 0) return []
  const { rows } = await sql<{ projectId: ProjectId; diarienr: string; month: string }>`
    select project_month.project_id as "projectId", project.diarienr, project_month.month
    from project_month
    join project on project.project_id = project_month.project_id
    join unnest(${months.map((one) => one.projectId)}::uuid[], ${months.map((one) => one.month)}::text[])
      as touched (project_id, month) on touched.project_id = project_month.project_id
      and touched.month = project_month.month
    where project_month.state <> 'oppen'
    order by project.diarienr, project_month.month`.execute(db)
  return rows
}

/**
 * Moves lines between ledgers: a contra entry for the one and, unless the other has the time already, the same line for
 * the other. The lines themselves stay. The line's id is the source of both, so that each is moved once.
 */
export async function insertMovedLines(
  tx: Tx,
  { from, to }: MergePair,
  lines: readonly MovedLine[],
  by: { reason: string; actorId: PersonId; at: Date },
): Promise<void> {
  if (lines.length === 0) return
  const moved = JSON.stringify(lines)
  await sql`
    insert into time_entry (person_id, project_id, worked_on, minutes, time_type, source_kind, source_id, part, title,
      outside_reason, corrects_id, reason, recorded_by, recorded_at, starts_at, ends_at)
    select case when side.part = 1 then ${from}::uuid else ${to}::uuid end,
      case when side.part = 1 then line.project_id else moved."projectId" end, line.worked_on,
      case when side.part = 1 then -line.minutes else line.minutes end, line.time_type, 'merge', line.time_entry_id,
      side.part, line.title, case when side.part = 1 then line.outside_reason else moved."outsideReason" end,
      line.time_entry_id, ${by.reason}, ${by.actorId}, ${by.at}, line.starts_at, line.ends_at
    from jsonb_to_recordset(${moved}::jsonb) as moved ("timeEntryId" uuid, "projectId" uuid, "outsideReason" text,
      "isDouble" boolean)
    join time_entry line on line.time_entry_id = moved."timeEntryId" and line.person_id = ${from}
    cross join (values (1), (2)) as side (part)
    where side.part = 1 or not moved."isDouble"
    on conflict (source_kind, source_id, part) do nothing`.execute(tx)
}
