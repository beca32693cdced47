import { sql } from 'kysely'
import type { Db } from '~db/schema'
import { EVIDENCE_FRAMEWORK, type EvidenceGrant } from '../model'

/** Writes what is not there yet, in one statement. Returns the number of new rows. */
export async function insertEvidence(db: Db, grant: EvidenceGrant): Promise<number> {
  if (grant.competences.length === 0) return 0
  const codes = grant.competences.map((competence) => competence.code)
  const levels = grant.competences.map((competence) => competence.level)
  const weights = grant.competences.map((competence) => competence.weight)
  const made = await sql<{ evidence_id: string }>`
    insert into evidence (person_id, competence_id, completion_id, level, weight, framework_version, granted_at)
    select ${grant.personId}, competence.competence_id, ${grant.completionId}, given.level, given.weight,
      framework.version, ${grant.finishedAt}
    from unnest(${codes}::text[], ${levels}::int[], ${weights}::numeric[]) as given (code, level, weight)
    join framework on framework.slug = ${EVIDENCE_FRAMEWORK}
    join competence on competence.framework_id = framework.framework_id and competence.code = given.code
    on conflict (completion_id, competence_id) do nothing
    returning evidence_id`.execute(db)
  return made.rows.length
}
