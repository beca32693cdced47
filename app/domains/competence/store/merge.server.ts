import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

/** Evidence of completions that were written again for another person: written again too, for the new completion. */
export async function copyEvidence(
  tx: Tx,
  to: PersonId,
  completions: readonly { fromId: string; toId: string }[],
): Promise<void> {
  if (completions.length === 0) return
  const from = completions.map((one) => one.fromId)
  const into = completions.map((one) => one.toId)
  await sql`
    insert into evidence (person_id, competence_id, completion_id, kind, level, weight, framework_version, granted_at)
    select ${to}, competence_id, pair.into_id, kind, level, weight, framework_version, granted_at
    from evidence join unnest(${from}::uuid[], ${into}::uuid[]) as pair(from_id, into_id) on pair.from_id = evidence.completion_id
    on conflict (completion_id, competence_id) do nothing`.execute(tx)
}

/** Self-assessments keep their days and follow the person. */
export async function moveSelfAssessments(tx: Tx, ids: { from: PersonId; to: PersonId }): Promise<void> {
  await tx.updateTable('self_assessment').set({ person_id: ids.to }).where('person_id', '=', ids.from).execute()
}
