import { sql } from 'kysely'
import type { Db, Tx } from '~db/schema'

/** The secret calendar address, interest in activities, and needs stated when booking; how many rows were touched. */
export async function eraseWishes(db: Db, personIds: readonly string[]): Promise<number> {
  const ids = [...personIds]
  const feeds = await db.deleteFrom('calendar_feed').where('person_id', 'in', ids).executeTakeFirst()
  const interests = await db.deleteFrom('interest').where('person_id', 'in', ids).executeTakeFirst()
  const needs = await db
    .updateTable('booking')
    .set({ access_needs: null, access_needs_delete_on: null })
    .where('person_id', 'in', ids)
    .where('access_needs', 'is not', null)
    .executeTakeFirst()
  return Number(feeds.numDeletedRows + interests.numDeletedRows + needs.numUpdatedRows)
}

/** Occasions that the people are still booked, waiting or asking for and that have not begun, in the order of their ids. */
export async function listBookedAhead(
  tx: Tx,
  personIds: readonly string[],
  now: Date,
): Promise<{ bookingId: string; occasionId: string }[]> {
  return tx
    .selectFrom('booking')
    .where('person_id', 'in', [...personIds])
    .where('state', 'in', ['ansokt', 'bokad', 'vantelista'])
    .where(
      sql<boolean>`not exists (select 1 from meeting where meeting.occasion_id = booking.occasion_id
        and meeting.starts_at <= ${now})`,
    )
    .select(['booking_id as bookingId', 'occasion_id as occasionId'])
    .orderBy('occasion_id')
    .execute()
}

/**
 * Takes away enrolments, and the bookings, products and completions that are no evidence of a project. `credited` are
 * completions that time in a project stands on.
 */
export async function eraseStudies(tx: Tx, personIds: readonly string[], credited: readonly string[]): Promise<void> {
  const ids = [...personIds]
  const ofProject = sql`(select occasion_id from occasion join activity using (activity_id) where project_id is not null)`
  await tx.deleteFrom('enrolment').where('person_id', 'in', ids).execute()
  await tx
    .deleteFrom('completion')
    .where('person_id', 'in', ids)
    .where(sql<boolean>`not (completion_id = any (${[...credited]}::uuid[]))`)
    .where(sql<boolean>`not (item_kind = 'activity' and item_id in ${ofProject})`)
    .execute()
  await tx
    .deleteFrom('booking')
    .where('person_id', 'in', ids)
    .where(sql<boolean>`occasion_id not in ${ofProject}`)
    .execute()
  await tx
    .deleteFrom('product')
    .where('person_id', 'in', ids)
    .where(sql<boolean>`occasion_id not in ${ofProject}`)
    .execute()
}
