import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { birthDayOf } from '../rules/birth-day'
import type { Vault } from '../vault.server'

/**
 * Birth days of a project's participants, opened in memory from their current identity numbers: for ages on the day of
 * entry. Null where the number has no day. Not to be stored, logged or sent.
 */
export async function listBirthDays(
  db: Db,
  vault: Pick<Vault, 'open'>,
  projectId: ProjectId,
): Promise<Map<PersonId, string | null>> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('identity_number', 'identity_number.person_id', 'participation.person_id')
    .where('participation.project_id', '=', projectId)
    .where('participation.merged_into', 'is', null)
    .where('identity_number.replaced_by', 'is', null)
    .select(['identity_number.person_id', 'identity_number.ciphertext'])
    .execute()
  return new Map(rows.map((row) => [row.person_id as PersonId, birthDayOf(vault.open(row.ciphertext, row.person_id))]))
}
