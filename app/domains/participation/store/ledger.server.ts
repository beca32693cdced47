import { sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { LedgerEntry, OutsideReason, ProjectWindow } from '../model'
import type { LedgerLine, TimeType } from '../rules/months'

export interface NewTimeEntry {
  personId: PersonId
  projectId: ProjectId | null
  workedOn: string
  minutes: number
  sourceId: string
  title: string
  outsideReason: OutsideReason | null
  recordedAt: Date
}

/** The projects in which the person has a participant record that stands; merged records have none. */
export async function listProjectWindows(db: Db, personId: PersonId): Promise<ProjectWindow[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('project', 'project.project_id', 'participation.project_id')
    .where('participation.person_id', '=', personId)
    .where('participation.merged_into', 'is', null)
    .select(['project.project_id', 'project.starts_on', 'project.ends_on'])
    .execute()
  return rows.map((row) => ({
    projectId: row.project_id as ProjectId,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
}

/** The projects that take the time of renewed courses. */
export async function listRenewalProjects(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('project').where('renewal_eligible', '=', true).select('project_id').execute()
  return new Set(rows.map(({ project_id }) => project_id))
}

/** Writes self-study entries for completions; entries that the ledger already has are left as they are. */
export async function insertCompletionTime(tx: Tx, entries: readonly NewTimeEntry[]): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('time_entry')
    .values(
      entries.map((entry) => ({
        person_id: entry.personId,
        project_id: entry.projectId,
        worked_on: entry.workedOn,
        minutes: entry.minutes,
        time_type: 'sjalvstudier' as const,
        source_kind: 'completion' as const,
        source_id: entry.sourceId,
        title: entry.title,
        outside_reason: entry.outsideReason,
        recorded_at: entry.recordedAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['source_kind', 'source_id', 'part']).doNothing())
    .execute()
}

/** One piece of attended time, within one Stockholm day. `part` numbers the pieces of one meeting from 1. */
export interface NewAttendedTime extends NewTimeEntry {
  timeType: TimeType
  part: number
  startsAt: Date
  endsAt: Date
  recordedBy: PersonId
}

/** Writes attended time; pieces that the ledger already has are left as they are. */
export async function insertAttendedTime(tx: Tx, entries: readonly NewAttendedTime[]): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('time_entry')
    .values(
      entries.map((entry) => ({
        person_id: entry.personId,
        project_id: entry.projectId,
        worked_on: entry.workedOn,
        minutes: entry.minutes,
        time_type: entry.timeType,
        source_kind: 'attendance' as const,
        source_id: entry.sourceId,
        part: entry.part,
        title: entry.title,
        outside_reason: entry.outsideReason,
        recorded_at: entry.recordedAt,
        starts_at: entry.startsAt,
        ends_at: entry.endsAt,
        recorded_by: entry.recordedBy,
      })),
    )
    .onConflict((conflict) => conflict.columns(['source_kind', 'source_id', 'part']).doNothing())
    .execute()
}

/** What the ledger holds for these marks of attendance. */
export async function sumAttendedTime(
  db: Db,
  personId: PersonId,
  sourceIds: readonly string[],
): Promise<{ projectMinutes: number; otherMinutes: number }> {
  if (sourceIds.length === 0) return { projectMinutes: 0, otherMinutes: 0 }
  return db
    .selectFrom('time_entry')
    .where('person_id', '=', personId)
    .where('source_kind', '=', 'attendance')
    .where('source_id', 'in', [...sourceIds])
    .select([
      sql<number>`coalesce(sum(minutes) filter (where project_id is not null), 0)`.as('projectMinutes'),
      sql<number>`coalesce(sum(minutes) filter (where project_id is null), 0)`.as('otherMinutes'),
    ])
    .executeTakeFirstOrThrow()
}

/** What the ledger holds for these completions. */
export async function sumCompletionTime(
  db: Db,
  personId: PersonId,
  completionIds: readonly string[],
): Promise<{ projectMinutes: number; otherMinutes: number }> {
  if (completionIds.length === 0) return { projectMinutes: 0, otherMinutes: 0 }
  const row = await db
    .selectFrom('time_entry')
    .where('person_id', '=', personId)
    .where('source_kind', '=', 'completion')
    .where('source_id', 'in', [...completionIds])
    .select([
      sql<number>`coalesce(sum(minutes) filter (where project_id is not null), 0)`.as('projectMinutes'),
      sql<number>`coalesce(sum(minutes) filter (where project_id is null), 0)`.as('otherMinutes'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** A person's whole ledger, the newest first, each entry with the course or lecture it comes from. */
export async function listLedger(db: Db, personId: PersonId): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('time_entry')
    .leftJoin('completion', (join) =>
      join
        .onRef('completion.completion_id', '=', 'time_entry.source_id')
        .on('time_entry.source_kind', '=', 'completion'),
    )
    .leftJoin('course', 'course.course_id', 'completion.course_id')
    .leftJoin('lecture', (join) =>
      join.onRef('lecture.lecture_id', '=', 'completion.item_id').on('completion.item_kind', '=', 'lecture'),
    )
    .leftJoin('project', 'project.project_id', 'time_entry.project_id')
    .where('time_entry.person_id', '=', personId)
    .select([
      'time_entry.time_entry_id as timeEntryId',
      'time_entry.project_id as projectId',
      'project.name as projectName',
      'time_entry.worked_on as workedOn',
      'time_entry.minutes as minutes',
      'time_entry.time_type as timeType',
      'time_entry.title as title',
      'time_entry.outside_reason as outsideReason',
      'time_entry.reason as reason',
      'time_entry.recorded_at as recordedAt',
      'completion.course_id as courseId',
      'completion.round as round',
      'course.slug as courseSlug',
      'course.title as courseTitle',
      'lecture.slug as lectureSlug',
    ])
    .orderBy('time_entry.worked_on', 'desc')
    .orderBy('time_entry.recorded_at', 'desc')
    .orderBy('time_entry.time_entry_id')
    .execute()
  return rows.map((row) => ({ ...row, projectId: row.projectId as ProjectId | null }))
}

/** Ledger lines of one project for many persons, by person. */
export async function listProjectLines(
  db: Db,
  projectId: ProjectId,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, LedgerLine[]>> {
  const lines = new Map<PersonId, LedgerLine[]>()
  if (personIds.length === 0) return lines
  const rows = await db
    .selectFrom('time_entry')
    .where('project_id', '=', projectId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .select(['person_id', 'worked_on', 'time_type', (expression) => expression.fn.sum<number>('minutes').as('minutes')])
    .groupBy(['person_id', 'worked_on', 'time_type'])
    .execute()
  for (const row of rows) {
    const personId = row.person_id as PersonId
    const line = { workedOn: row.worked_on, minutes: row.minutes, timeType: row.time_type }
    lines.set(personId, [...(lines.get(personId) ?? []), line])
  }
  return lines
}

export interface FinishedCourse {
  completionId: string
  courseSlug: string
  title: string
  minutes: number
  finishedAt: Date
}

/** Courses that the person finished on days of the project, the newest first. */
export async function listFinishedCourses(
  db: Db,
  personId: PersonId,
  project: { startsOn: string; endsOn: string },
): Promise<FinishedCourse[]> {
  const rows = await db
    .selectFrom('completion')
    .innerJoin('course', 'course.course_id', 'completion.item_id')
    .where('completion.person_id', '=', personId)
    .where('completion.item_kind', '=', 'course')
    .where(
      sql<boolean>`(completion.finished_at at time zone 'Europe/Stockholm')::date
        between ${project.startsOn}::date and ${project.endsOn}::date`,
    )
    .select([
      'completion.completion_id as completionId',
      'course.slug as courseSlug',
      'course.title as title',
      'completion.minutes as minutes',
      'completion.finished_at as finishedAt',
    ])
    .orderBy('completion.finished_at', 'desc')
    .execute()
  return rows
}
