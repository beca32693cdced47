import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

/** Gives one person's employments to another; one that the other has already stays behind. */
export async function moveEmployments(tx: Tx, ids: { from: PersonId; to: PersonId }): Promise<void> {
  await sql`
    update employment set person_id = ${ids.to}
    where person_id = ${ids.from} and not exists (select from employment own
      where own.person_id = ${ids.to} and own.organisation_id = employment.organisation_id
        and own.starts_on = employment.starts_on)`.execute(tx)
}
