import { sql } from 'kysely'
import type { Bilingual, Db } from '~db/schema'
import { EVIDENCE_FRAMEWORK } from '../model'

/** Names of competences of Westums kompetensram by code. */
export async function listCompetenceNames(db: Db, codes: string[]): Promise<{ code: string; name: Bilingual }[]> {
  if (codes.length === 0) return []
  return await db
    .selectFrom('competence')
    .innerJoin('framework', 'framework.framework_id', 'competence.framework_id')
    .select(['competence.code', 'competence.name'])
    .where('framework.slug', '=', EVIDENCE_FRAMEWORK)
    .where('competence.code', '=', sql<string>`any(${codes})`)
    .orderBy('competence.code')
    .execute()
}

/** The areas of Westums kompetensram in order. */
export async function listAreaNames(db: Db): Promise<{ code: string; name: Bilingual }[]> {
  return await db
    .selectFrom('competence_area')
    .innerJoin('framework', 'framework.framework_id', 'competence_area.framework_id')
    .select(['competence_area.code', 'competence_area.name'])
    .where('framework.slug', '=', EVIDENCE_FRAMEWORK)
    .orderBy('competence_area.position')
    .execute()
}
