import type { PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

/** One person's notices are another's. */
export async function moveNotices(tx: Tx, ids: { from: PersonId; to: PersonId }): Promise<void> {
  await tx.updateTable('outbox').set({ person_id: ids.to }).where('person_id', '=', ids.from).execute()
}
