import { sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { SourceKind, Statement } from '../months/model'
import type { ParticipantScope } from '../policy'
import type { TimeType } from '../rules/months'
import { withinScope } from './scope.server'

export interface StoredEntry {
  timeEntryId: string
  personId: PersonId
  projectId: ProjectId
  diarienr: string
  projectStartsOn: string
  projectEndsOn: string
  participationId: string
  workedOn: string
  minutes: number
  timeType: TimeType
  sourceKind: SourceKind
  title: string
  /** Whether a contra entry already cancels this line. */
  isCorrected: boolean
}

/** A line in a project whose record the scope reaches. */
export async function findEntry(
  db: Db,
  scope: ParticipantScope,
  timeEntryId: string,
): Promise<StoredEntry | undefined> {
  const { rows } = await sql<StoredEntry>`
    select line.time_entry_id as "timeEntryId", line.person_id as "personId", line.project_id as "projectId",
      project.diarienr, project.starts_on as "projectStartsOn", project.ends_on as "projectEndsOn",
      participation.participation_id as "participationId", line.worked_on as "workedOn", line.minutes,
      line.time_type as "timeType", line.source_kind as "sourceKind", line.title,
      exists (select 1 from time_entry contra where contra.corrects_id = line.time_entry_id and contra.minutes < 0)
        as "isCorrected"
    from time_entry line
    join project on project.project_id = line.project_id
    join participation on participation.project_id = line.project_id and participation.person_id = line.person_id
      and participation.merged_into is null
    where line.time_entry_id = ${timeEntryId} and ${withinScope(scope)}`.execute(db)
  return rows[0]
}

export interface Correction {
  entry: StoredEntry
  /** What the time should have been; null takes the line away. */
  becomes: { workedOn: string; minutes: number; timeType: TimeType } | null
  reason: string
  by: PersonId
  at: Date
}

/**
 * Writes the contra entry of a line and, when it becomes something else, the new one. The line's id is the source of
 * both, so that a line is corrected once: undefined when it already was. Answers the id of the last line written.
 */
export async function insertCorrection(
  tx: Tx,
  { entry, becomes, reason, by, at }: Correction,
): Promise<string | undefined> {
  const common = {
    person_id: entry.personId,
    project_id: entry.projectId,
    source_kind: 'correction' as const,
    source_id: entry.timeEntryId,
    title: entry.title,
    outside_reason: null,
    corrects_id: entry.timeEntryId,
    reason,
    recorded_by: by,
    recorded_at: at,
  }
  const contra = {
    ...common,
    part: 1,
    worked_on: entry.workedOn,
    minutes: -entry.minutes,
    time_type: entry.timeType,
  }
  const renewed =
    becomes === null
      ? []
      : [
          {
            ...common,
            part: 2,
            worked_on: becomes.workedOn,
            minutes: becomes.minutes,
            time_type: becomes.timeType,
          },
        ]
  const rows = await tx
    .insertInto('time_entry')
    .values([contra, ...renewed])
    .onConflict((conflict) => conflict.columns(['source_kind', 'source_id', 'part']).doNothing())
    .returning(['time_entry_id', 'part'])
    .execute()
  return rows.toSorted((a, b) => b.part - a.part)[0]?.time_entry_id
}

/** Writes a participant's own statement; `key` is the form's, so that sending it twice writes one line. */
export async function insertStatement(
  tx: Tx,
  statement: Statement & { personId: PersonId; projectId: ProjectId; key: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('time_entry')
    .values({
      person_id: statement.personId,
      project_id: statement.projectId,
      worked_on: statement.workedOn,
      minutes: statement.minutes,
      time_type: statement.timeType,
      source_kind: 'statement',
      source_id: statement.key,
      title: statement.title,
      outside_reason: null,
      corrects_id: null,
      reason: null,
      recorded_by: statement.personId,
      recorded_at: statement.at,
    })
    .onConflict((conflict) => conflict.columns(['source_kind', 'source_id', 'part']).doNothing())
    .execute()
}
