import type { Db } from './schema'

/** Stores a fact of this installation the first time it is told and gives the stored value ever after. */
export async function keepSetting(db: Db, name: string, value: unknown): Promise<unknown> {
  await db
    .insertInto('setting')
    .values({ name, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirstOrThrow()
  return row.value
}
