import { type RawBuilder, sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import { asSigned, freezeFigures, moveMonths, newestEvents } from './months-write.server'
import { monthSums } from './months-sums.server'

/** SQL over `standing`, `record` and `settings`: may be locked as it stands. */
const ready = sql<boolean>`(standing.state = 'attesterad'
  or standing.state = 'signerad' and not coalesce(settings.attestation, project.attestation))`

/** SQL of the person-months of a project's month that belong to records that stand. */
function standings(projectId: ProjectId, month: string): RawBuilder<unknown> {
  return sql`person_month standing
    join project on project.project_id = standing.project_id
    join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
      and record.merged_into is null
    join person on person.person_id = standing.person_id and person.merged_into is null
    left join partner settings on settings.project_id = record.project_id and settings.organisation_id = record.partner_id
    where standing.project_id = ${projectId} and standing.month = ${month}`
}

export interface LockCounts {
  ready: number
  leftOut: number
}

/** How many of the month are locked if it is locked now, and how many are left out. */
export async function countReady(db: Db, projectId: ProjectId, month: string): Promise<LockCounts> {
  const { rows } = await sql<LockCounts>`
    select (count(*) filter (where ${ready}))::int as ready,
      (count(*) filter (where standing.state not in ('last', 'exporterad') and not ${ready}))::int as "leftOut"
    from ${standings(projectId, month)}`.execute(db)
  return rows[0] ?? { ready: 0, leftOut: 0 }
}

/** The next persons to lock, by id; at most `size`. */
export async function listReady(db: Db, projectId: ProjectId, month: string, size: number): Promise<PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    select standing.person_id from ${standings(projectId, month)} and ${ready}
    order by standing.person_id limit ${size}`.execute(db)
  return rows.map((row) => row.person_id)
}

/**
 * Locks and freezes those of the chosen persons who are ready; the caller holds their ledgers and the project's month,
 * whose generation this lock has. Answers how many were locked.
 */
export async function lockReady(
  tx: Tx,
  request: { projectId: ProjectId; month: string; generation: number; by: PersonId; at: Date },
  persons?: RawBuilder<unknown>,
): Promise<number> {
  const { projectId, month, generation, at } = request
  const some = persons === undefined ? sql`` : sql`and standing.person_id in (${persons})`
  const locked = await moveMonths(
    tx,
    { projectId, month, kind: 'last', method: 'kontor', actorId: request.by, reason: null, at },
    sql`select standing.person_id, 'last' as state from ${standings(projectId, month)} and ${ready} ${some}
      and standing.person_id in (${asSigned(projectId, month, persons)})`,
  )
  if (locked.length === 0) return 0
  const events = sql`select unnest(${locked.map((one) => one.monthEventId)}::uuid[])`
  return freezeFigures(tx, projectId, month, generation, events, at)
}

/**
 * Opens the locked person-months of a month: those whose lines are as they were signed stand as before the lock,
 * the others are to be signed again. The caller holds their ledgers.
 */
export async function unlockMonths(
  tx: Tx,
  request: { projectId: ProjectId; month: string; by: PersonId; reason: string; at: Date },
): Promise<{ personId: PersonId; monthEventId: string }[]> {
  const { projectId, month } = request
  return moveMonths(
    tx,
    {
      projectId,
      month,
      kind: 'oppnad',
      method: 'kontor',
      actorId: request.by,
      reason: request.reason,
      at: request.at,
    },
    sql`select standing.person_id, case when newest.kind in ('signerad', 'attesterad')
        and newest.lines_sha256 = sums.lines_sha256 then newest.kind else 'rattad' end as state
      from person_month standing
      left join (${newestEvents(projectId, month, ['signerad', 'attesterad', 'aterlamnad', 'andrad'])}) newest
        on newest.person_id = standing.person_id
      left join (${monthSums(projectId, month)}) sums on sums.person_id = standing.person_id
      where standing.project_id = ${projectId} and standing.month = ${month}
        and standing.state in ('last', 'exporterad')`,
  )
}

/** The months that are being locked in parts, each with the one who began it. */
export async function listGoingLocks(db: Db): Promise<{ projectId: ProjectId; month: string; by: PersonId }[]> {
  const rows = await db
    .selectFrom('project_month')
    .where('state', '=', 'laser')
    .select(['project_id', 'month', 'changed_by'])
    .orderBy('changed_at')
    .execute()
  return rows.flatMap((row) =>
    row.changed_by === null
      ? []
      : [{ projectId: row.project_id as ProjectId, month: row.month, by: row.changed_by as PersonId }],
  )
}

/** Months after this one that have been locked: they must be sent again. Answers them, the first first. */
export async function markLaterMonths(tx: Tx, projectId: ProjectId, month: string): Promise<string[]> {
  const rows = await tx
    .updateTable('project_month')
    .set({ must_resend: true })
    .where('project_id', '=', projectId)
    .where('month', '>', month)
    .where('generation', '>=', 1)
    .returning('month')
    .execute()
  return rows.map((row) => row.month).toSorted()
}

/** Months after this one that have been locked and would be sent again. */
export async function listLaterLocked(db: Db, projectId: ProjectId, month: string): Promise<string[]> {
  const rows = await db
    .selectFrom('project_month')
    .where('project_id', '=', projectId)
    .where('month', '>', month)
    .where('generation', '>=', 1)
    .select('month')
    .orderBy('month')
    .execute()
  return rows.map((row) => row.month)
}
