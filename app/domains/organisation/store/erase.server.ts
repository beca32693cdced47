import type { Tx } from '~db/schema'

/** Takes away the employments of people who are erased; participant records keep their employer themselves. */
export async function eraseEmployments(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('employment')
    .where('person_id', 'in', [...personIds])
    .execute()
}
