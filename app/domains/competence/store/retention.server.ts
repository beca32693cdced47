import { sql } from 'kysely'
import { formerStaffSql } from '~/domains/organisation/index.server'
import type { Db } from '~db/schema'

/** Self-assessments of everybody whose employments ended before an ISO day; `except` names whose are held. */
export async function countOldAssessments(db: Db, before: string, except: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from self_assessment
    where person_id in ${formerStaffSql(before, except)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Deletes those of at most `most` people; how many rows went. */
export async function deleteOldAssessments(
  db: Db,
  before: string,
  except: readonly string[],
  most: number,
): Promise<number> {
  const { rows } = await sql<{ person_id: string }>`select person_id from ${formerStaffSql(before, except)} former
    where exists (select 1 from self_assessment where self_assessment.person_id = former.person_id)
    order by person_id limit ${most}`.execute(db)
  return deleteAssessments(
    db,
    rows.map((row) => row.person_id),
  )
}

export async function deleteAssessments(db: Db, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0
  const gone = await db.deleteFrom('self_assessment').where('person_id', 'in', personIds).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
