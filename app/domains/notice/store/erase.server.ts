import type { Db } from '~db/schema'

export async function eraseNotices(db: Db, personIds: readonly string[]): Promise<number> {
  const gone = await db
    .deleteFrom('outbox')
    .where('person_id', 'in', [...personIds])
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
