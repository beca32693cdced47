import { type RawBuilder, sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { ParticipantScope } from '../policy'
import type { ExportBatch, ReportMonth, ReportProject } from '../reports/model'

/** The fund's file holds the whole project: it is reached by the project office and auditors of the owner. */
export function ownsProject(scope: ParticipantScope): RawBuilder<boolean> {
  if (scope.everyone) return sql<boolean>`true`
  if (scope.organisationIds.length === 0) return sql<boolean>`false`
  return sql<boolean>`project.owner_id in (${sql.join(scope.organisationIds)})`
}

/** A project whose reports the scope reaches. */
export async function findReportProject(
  db: Db,
  scope: ParticipantScope,
  which: { diarienr: string } | { projectId: string },
): Promise<ReportProject | undefined> {
  const row = await db
    .selectFrom('project')
    .where(ownsProject(scope))
    .where((eb) => ('diarienr' in which ? eb('diarienr', '=', which.diarienr) : eb('project_id', '=', which.projectId)))
    .select([
      'project_id as projectId',
      'diarienr',
      'name',
      'rounding',
      'self_study_eligible as selfStudyEligible',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'report_due_days as reportDueDays',
    ])
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, projectId: row.projectId as ProjectId }
}

function batches(db: Db) {
  return db
    .selectFrom('export_batch as b')
    .leftJoin('person as maker', 'maker.person_id', 'b.created_by')
    .leftJoin('export_batch as newer', 'newer.export_batch_id', 'b.superseded_by')
    .select([
      'b.export_batch_id as batchId',
      'b.project_id as projectId',
      'b.month',
      'b.number',
      'b.generation',
      'b.template',
      'b.template_version as templateVersion',
      'b.state',
      'b.row_count as rowCount',
      'b.reported_minutes as reportedMinutes',
      'b.content_sha256 as contentSha256',
      'b.acknowledged',
      'b.difference',
      shownNameSql('maker').as('madeBy'),
      'b.created_at as createdAt',
      'b.finished_at as finishedAt',
      'newer.export_batch_id as newerId',
      'newer.number as newerNumber',
    ])
}

type BatchRow = Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number]

function batchOf({ newerId, newerNumber, ...row }: BatchRow): ExportBatch {
  return {
    ...row,
    projectId: row.projectId as ProjectId,
    acknowledged: row.acknowledged as ExportBatch['acknowledged'],
    difference: row.difference as ExportBatch['difference'],
    supersededBy: newerId === null || newerNumber === null ? null : { batchId: newerId, number: newerNumber },
  }
}

/** Every file of a project, queued ones too, the newest number first. */
export async function listBatches(db: Db, projectId: ProjectId): Promise<ExportBatch[]> {
  const rows = await batches(db).where('b.project_id', '=', projectId).orderBy('b.number', 'desc').execute()
  return rows.map(batchOf)
}

export async function findBatch(db: Db, batchId: string): Promise<ExportBatch | undefined> {
  const row = await batches(db).where('b.export_batch_id', '=', batchId).executeTakeFirst()
  return row === undefined ? undefined : batchOf(row)
}

/** The months of a project, the oldest first, with the frozen figures of each lock that holds and its files. */
export async function listReportMonths(db: Db, projectId: ProjectId): Promise<ReportMonth[]> {
  const { rows } = await sql<Omit<ReportMonth, 'batches'>>`
    select project_month.month, project_month.state, project_month.generation,
      project_month.must_resend as "mustResend",
      coalesce(frozen.persons, 0) as persons, coalesce(frozen.registered, 0) as "registeredMinutes",
      coalesce(frozen.reportable, 0) as "reportableMinutes", coalesce(frozen.reported, 0) as "reportedMinutes"
    from project_month
    left join (
      select month, generation, count(*) as persons, sum(registered_minutes) as registered,
        sum(reportable_minutes) as reportable, sum(reported_minutes) as reported
      from month_figure where project_id = ${projectId} group by month, generation
    ) frozen on frozen.month = project_month.month and frozen.generation = project_month.generation
      and project_month.state = 'last'
    where project_month.project_id = ${projectId}
    order by project_month.month`.execute(db)
  const files = await listBatches(db, projectId)
  return rows.map((row) => ({ ...row, batches: files.filter(({ month }) => month === row.month) }))
}

/** How people are called to others, by their record. */
export async function listShownNames(db: Db, participationIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('person', 'person.person_id', 'participation.person_id')
    .where('participation.participation_id', '=', sql<string>`any(${[...participationIds]}::uuid[])`)
    .select(['participation.participation_id as id', shownNameSql().as('name')])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
