import { sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { OutsideReason, ProjectWindow } from '../model'

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

/** The projects in which the person has a participant record. */
export async function listProjectWindows(db: Db, personId: PersonId): Promise<ProjectWindow[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('project', 'project.project_id', 'participation.project_id')
    .where('participation.person_id', '=', personId)
    .select(['project.project_id', 'project.starts_on', 'project.ends_on'])
    .execute()
  return rows.map((row) => ({
    projectId: row.project_id as ProjectId,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
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
    .onConflict((conflict) => conflict.columns(['source_kind', 'source_id']).doNothing())
    .execute()
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
