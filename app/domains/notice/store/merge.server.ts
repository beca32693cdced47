import type { PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

/** One person's notices and mails are another's; what the other has chosen to have by mail stands. */
export async function moveNotices(tx: Tx, ids: { from: PersonId; to: PersonId }): Promise<void> {
  for (const table of ['outbox', 'mail'] as const)
    await tx.updateTable(table).set({ person_id: ids.to }).where('person_id', '=', ids.from).execute()
  const chosen = tx.selectFrom('mail_choice').select('person_id').where('person_id', '=', ids.to)
  await tx
    .updateTable('mail_choice')
    .set({ person_id: ids.to })
    .where('person_id', '=', ids.from)
    .where(({ not, exists }) => not(exists(chosen)))
    .execute()
  await tx.deleteFrom('mail_choice').where('person_id', '=', ids.from).execute()
}
