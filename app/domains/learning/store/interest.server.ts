import type { ActivityId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** The person wants to know when the activity gets a date; once is enough. */
export async function addInterest(db: Db, activityId: ActivityId, personId: PersonId, at: Date): Promise<void> {
  await db
    .insertInto('interest')
    .values({ activity_id: activityId, person_id: personId, created_at: at })
    .onConflict((conflict) => conflict.columns(['activity_id', 'person_id']).doNothing())
    .execute()
}

export async function removeInterest(db: Db, activityId: ActivityId, personId: PersonId): Promise<void> {
  await db.deleteFrom('interest').where('activity_id', '=', activityId).where('person_id', '=', personId).execute()
}

/** Those who asked to be told, the first first. */
export async function listInterested(db: Db, activityId: ActivityId): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('interest')
    .where('activity_id', '=', activityId)
    .select('person_id')
    .orderBy('created_at')
    .execute()
  return rows.map(({ person_id }) => person_id as PersonId)
}
