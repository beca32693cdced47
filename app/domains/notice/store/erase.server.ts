import type { Db } from '~db/schema'

/** Deletes the notices of these people with their mails and what they chose. Answers how many notices there were. */
export async function eraseNotices(db: Db, personIds: readonly string[]): Promise<number> {
  const ids = [...personIds]
  const gone = await db.deleteFrom('outbox').where('person_id', 'in', ids).executeTakeFirst()
  await db.deleteFrom('mail').where('person_id', 'in', ids).execute()
  await db.deleteFrom('mail_choice').where('person_id', 'in', ids).execute()
  return Number(gone.numDeletedRows)
}
