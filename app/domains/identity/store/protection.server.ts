import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { Protection } from '../model'

/** How a person's data are protected; an unknown person counts as protected. */
export async function findProtection(db: Db, personId: PersonId): Promise<Protection> {
  const row = await db.selectFrom('person').select('protection').where('person_id', '=', personId).executeTakeFirst()
  return row === undefined ? 'protected' : (row.protection as Protection)
}
