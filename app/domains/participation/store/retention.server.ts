import { sql } from 'kysely'
import type { ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import { shownNameSql } from '~/domains/identity/index.server'
import type { ProjectCounts, ProjectStanding, RetentionEvent, RetentionRule } from '../retention/model'

export async function listRetentionRules(db: Db): Promise<RetentionRule[]> {
  return db
    .selectFrom('retention_rule')
    .select([
      'retention_rule_id as ruleId',
      'keep_days as keepDays',
      'keep_years as keepYears',
      'fund_evidence as fundEvidence',
      'is_sourced as isSourced',
      'source',
    ])
    .orderBy('fund_evidence', 'desc')
    .orderBy('retention_rule_id')
    .execute()
}

/** What the project holds by kind and until when, as the database itself finds it before it deletes. */
export async function findProjectStanding(db: Db, projectId: ProjectId): Promise<ProjectStanding> {
  const { rows } =
    await sql<ProjectStanding>`select to_char(project_kept_until(${projectId}), 'YYYY-MM-DD') as "keptUntil",
    (select json_object_agg(kind, row_count) from count_project_rows(${projectId})) as counts,
    (select coalesce(json_agg(distinct person_id), '[]') from participation join project using (project_id)
      where project.legal_hold) as "heldPeople"`.execute(db)
  return rows[0] ?? { keptUntil: null, counts: {}, heldPeople: [] }
}

/** Everybody with a record in a project under legal hold. */
export async function listHeldPeople(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('project', 'project.project_id', 'participation.project_id')
    .where('project.legal_hold', '=', true)
    .select('participation.person_id')
    .distinct()
    .execute()
  return rows.map((row) => row.person_id)
}

/** One batch past the walls; the database checks the rule again and raises an error when the project is kept. */
export async function deleteProjectBatch(
  tx: Tx,
  projectId: ProjectId,
  today: string,
  most: number,
): Promise<{ deleted: ProjectCounts; done: boolean }> {
  const { rows } = await sql<{ deleted: ProjectCounts; done: boolean }>`
    select deleted, done from delete_past_retention(${projectId}, ${today}, ${most})`.execute(tx)
  return rows[0] ?? { deleted: {}, done: true }
}

/** What was deleted by a rule, of this project and of what belongs to none; the newest first. */
export async function listRetentionEvents(db: Db, projectId: ProjectId, limit: number): Promise<RetentionEvent[]> {
  const rows = await db
    .selectFrom('audit_event')
    .leftJoin('person', 'person.person_id', 'audit_event.actor_id')
    .where('action', '=', 'retention.applied')
    .where('subject_id', 'in', [projectId, 'portal'])
    .select([
      'happened_at as happenedAt',
      sql<string | null>`${shownNameSql('person')}`.as('actor'),
      sql<string>`detail ->> 'rule'`.as('rule'),
      sql<Record<string, number>>`detail -> 'after'`.as('counts'),
    ])
    .orderBy('audit_event_id', 'desc')
    .limit(limit)
    .execute()
  return rows
}
