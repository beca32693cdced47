import type { Tx } from '~db/schema'

/** Evidence of competence and the choice of sharing; the people are marked as erased first. */
export async function eraseCompetence(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('evidence')
    .where('person_id', 'in', [...personIds])
    .execute()
  await tx
    .deleteFrom('profile_sharing')
    .where('person_id', 'in', [...personIds])
    .execute()
}
