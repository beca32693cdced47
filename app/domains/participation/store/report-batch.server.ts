import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { AcknowledgedRecord, BatchDifference, IncompleteRecord } from '../reports/model'
import { completenessOf } from '../rules/completeness'

/** The one number of each person that holds today. */
const numbered = sql`left join lateral (
  select identity_number_id from identity_number
  where identity_number.person_id = month_figure.person_id and identity_number.replaced_by is null
  order by valid_from desc, identity_number_id limit 1
) numbered on true`

/**
 * Holds every month of the project, in month order, and then the numbers of its files, until the transaction ends:
 * files of one project are made one at a time, and no month is locked or reopened meanwhile. Answers the locked months.
 */
export async function holdMonths(tx: Tx, projectId: ProjectId): Promise<{ month: string; generation: number }[]> {
  const months = await tx
    .selectFrom('project_month')
    .where('project_id', '=', projectId)
    .select(['month', 'state', 'generation'])
    .orderBy('month')
    .forUpdate()
    .execute()
  await holdNumbers(tx, projectId)
  return months.filter(({ state }) => state === 'last')
}

export async function holdNumbers(tx: Tx, projectId: ProjectId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${projectId}, 14))`.execute(tx)
}

/** The first earlier month that must be sent before this one, and why; months without frozen figures count not. */
export async function findEarlierMonth(
  db: Db,
  projectId: ProjectId,
  month: string,
): Promise<{ month: string; why: 'earlier-queued' | 'earlier-unexported' } | undefined> {
  const { rows } = await sql<{ month: string; queued: boolean }>`
    select month, bool_or(queued) as queued from (
      select month, true as queued from export_batch
      where project_id = ${projectId} and month < ${month} and state = 'koad'
      union all
      select locked.month, false from project_month as locked
      where locked.project_id = ${projectId} and locked.month < ${month} and locked.state = 'last'
        and exists (select 1 from month_figure where month_figure.project_id = locked.project_id
          and month_figure.month = locked.month and month_figure.generation = locked.generation)
        and not exists (select 1 from export_batch where export_batch.project_id = locked.project_id
          and export_batch.month = locked.month)
    ) earlier group by month order by month limit 1`.execute(db)
  const first = rows[0]
  if (first === undefined) return undefined
  return { month: first.month, why: first.queued ? 'earlier-queued' : 'earlier-unexported' }
}

/** Frozen figures whose records lack something: they stay out of the file unless acknowledged by name. */
export async function listIncomplete(
  db: Db,
  projectId: ProjectId,
  month: string,
  generation: number,
): Promise<IncompleteRecord[]> {
  const { rows } = await sql<{
    participationId: string
    name: string
    isProtected: boolean
    hasIdentityNumber: boolean
    entryOn: string | null
    employerId: string | null
    noticeAckAt: Date | null
    reportedMinutes: number
  }>`
    select month_figure.participation_id as "participationId",
      ${shownNameSql()} as name,
      person.protection <> 'none' as "isProtected", numbered.identity_number_id is not null as "hasIdentityNumber",
      month_figure.entry_on as "entryOn", month_figure.employer_id as "employerId",
      participation.notice_ack_at as "noticeAckAt", month_figure.reported_minutes as "reportedMinutes"
    from month_figure
    join person on person.person_id = month_figure.person_id
    join participation on participation.participation_id = month_figure.participation_id
    ${numbered}
    where month_figure.project_id = ${projectId} and month_figure.month = ${month}
      and month_figure.generation = ${generation}
      and (numbered.identity_number_id is null or participation.notice_ack_at is null)
    order by case when person.protection = 'none' then person.family_name || ' ' || person.given_name
      else person.alias end, month_figure.participation_id`.execute(db)
  return rows.map(({ participationId, name, isProtected, reportedMinutes, ...record }) => ({
    participationId,
    name,
    isProtected,
    reportedMinutes,
    missing: completenessOf(record).missing,
  }))
}

export interface NumberedBatch {
  batchId: string
  number: number
}

/** How many persons the lock of a month has frozen figures for. */
export async function countFigures(db: Db, projectId: ProjectId, month: string, generation: number): Promise<number> {
  const { count } = await db
    .selectFrom('month_figure')
    .where('project_id', '=', projectId)
    .where('month', '=', month)
    .where('generation', '=', generation)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The newest file of a month that is made, and the queued one, and the highest number of both. */
export async function findMonthFiles(
  tx: Tx,
  projectId: ProjectId,
  month: string,
): Promise<{ made: NumberedBatch | undefined; queued: NumberedBatch | undefined; latest: number }> {
  const rows = await tx
    .selectFrom('export_batch')
    .where('project_id', '=', projectId)
    .where('month', '=', month)
    .select(['export_batch_id as batchId', 'number', 'state', 'superseded_by'])
    .orderBy('number', 'desc')
    .execute()
  return {
    made: rows.find(({ state, superseded_by }) => state === 'klar' && superseded_by === null),
    queued: rows.find(({ state }) => state === 'koad'),
    latest: rows.find(({ state }) => state === 'klar')?.number ?? 0,
  }
}

export interface NewBatch {
  projectId: ProjectId
  month: string
  generation: number
  template: string
  templateVersion: string
  createdBy: PersonId
  createdAt: Date
}

/** A file in the queue, with the project's next number. The numbers must be held. */
export async function insertBatch(tx: Tx, batch: NewBatch): Promise<NumberedBatch> {
  return tx
    .insertInto('export_batch')
    .values({
      project_id: batch.projectId,
      month: batch.month,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from export_batch where project_id = ${batch.projectId})`,
      generation: batch.generation,
      template: batch.template,
      template_version: batch.templateVersion,
      state: 'koad',
      created_by: batch.createdBy,
      created_at: batch.createdAt,
    })
    .returning(['export_batch_id as batchId', 'number'])
    .executeTakeFirstOrThrow()
}

/**
 * Writes the lines of a file from the frozen figures of one lock: complete records and those acknowledged. A start or
 * an end stands only in the month in which it happened.
 */
export async function insertLines(
  tx: Tx,
  batchId: string,
  which: { projectId: ProjectId; month: string; generation: number; acknowledged: readonly string[] },
): Promise<void> {
  await sql`
    insert into export_line (export_batch_id, position, person_id, identity_number_id, is_protected,
      starts_on, ends_on, reported_minutes)
    select ${batchId}, row_number() over (order by month_figure.participation_id), month_figure.person_id,
      numbered.identity_number_id, person.protection <> 'none',
      case when to_char(month_figure.entry_on, 'YYYY-MM') = month_figure.month then month_figure.entry_on end,
      case when to_char(month_figure.exit_on, 'YYYY-MM') = month_figure.month then month_figure.exit_on end,
      month_figure.reported_minutes
    from month_figure
    join person on person.person_id = month_figure.person_id
    join participation on participation.participation_id = month_figure.participation_id
    ${numbered}
    where month_figure.project_id = ${which.projectId} and month_figure.month = ${which.month}
      and month_figure.generation = ${which.generation}
      and (numbered.identity_number_id is not null and participation.notice_ack_at is not null
        or month_figure.participation_id = any(${[...which.acknowledged]}::uuid[]))`.execute(tx)
}

export async function finishBatch(
  tx: Tx,
  batchId: string,
  made: {
    generation: number
    template: string
    templateVersion: string
    contentSha256: string
    acknowledged: readonly AcknowledgedRecord[]
    difference: BatchDifference | null
    madeBy: PersonId
    at: Date
  },
): Promise<{ rows: number; minutes: number }> {
  const sums = await tx
    .selectFrom('export_line')
    .where('export_batch_id', '=', batchId)
    .select([sql<number>`count(*)`.as('rows'), sql<number>`coalesce(sum(reported_minutes), 0)`.as('minutes')])
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('export_batch')
    .set({
      state: 'klar',
      generation: made.generation,
      template: made.template,
      template_version: made.templateVersion,
      row_count: sums.rows,
      reported_minutes: sums.minutes,
      content_sha256: made.contentSha256,
      acknowledged: JSON.stringify(made.acknowledged),
      difference: made.difference === null ? null : JSON.stringify(made.difference),
      created_by: made.madeBy,
      finished_at: made.at,
    })
    .where('export_batch_id', '=', batchId)
    .where('state', '=', 'koad')
    .execute()
  return sums
}

export async function supersede(tx: Tx, oldBatchId: string, newBatchId: string): Promise<void> {
  await tx
    .updateTable('export_batch')
    .set({ superseded_by: newBatchId })
    .where('export_batch_id', '=', oldBatchId)
    .where('superseded_by', 'is', null)
    .execute()
}
