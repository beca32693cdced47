import { sql } from 'kysely'
import type { Db, Tx } from '~db/schema'

/** What a project must keep of a person, and until when; `keptUntil` null: until further notice. */
export interface OwnEvidence {
  diarienr: string
  project: string
  entries: number
  legalHold: boolean
  finalPaymentOn: string | null
  keptUntil: string | null
}

/** The projects that hold evidence of these people. */
export async function listOwnEvidence(db: Db, personIds: readonly string[]): Promise<OwnEvidence[]> {
  const { rows } = await sql<OwnEvidence>`select project.diarienr, project.name as project,
      (select count(*)::int from time_entry where time_entry.project_id = project.project_id
        and person_id = any (${[...personIds]}::uuid[])) as entries,
      project.legal_hold as "legalHold", project.final_payment_on as "finalPaymentOn",
      to_char(project_kept_until(project.project_id), 'YYYY-MM-DD') as "keptUntil"
    from project where project_id in (
      select project_id from participation where person_id = any (${[...personIds]}::uuid[])
      union select project_id from person_month where person_id = any (${[...personIds]}::uuid[]))
    order by project.starts_on`.execute(db)
  return rows
}

/** The projects that hold evidence of each of many people, for a list of them. */
export async function listEvidenceOf(
  db: Db,
  personIds: readonly string[],
): Promise<{ personId: string; diarienr: string; legalHold: boolean; keptUntil: string | null }[]> {
  const { rows } = await sql<{ personId: string; diarienr: string; legalHold: boolean; keptUntil: string | null }>`
    select distinct coalesce(person.merged_into, person.person_id) as "personId", project.diarienr,
      project.legal_hold as "legalHold", to_char(project_kept_until(project.project_id), 'YYYY-MM-DD') as "keptUntil"
    from participation join person using (person_id) join project using (project_id)
    where coalesce(person.merged_into, person.person_id) = any (${[...personIds]}::uuid[])
    order by project.diarienr`.execute(db)
  return rows
}

/** Completions that time in a project stands on. */
export async function listCreditedCompletions(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('time_entry')
    .where('person_id', 'in', [...personIds])
    .where('source_kind', '=', 'completion')
    .where('project_id', 'is not', null)
    .select('source_id')
    .distinct()
    .execute()
  return rows.map((row) => row.source_id)
}

/**
 * Takes away time and attendance outside projects and, when no project holds anything of them, the numbers and the
 * names. The people are marked as erased first; the database refuses those of others.
 */
export async function eraseTime(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`select delete_erased_time(${[...personIds]}::uuid[])`.execute(tx)
}
