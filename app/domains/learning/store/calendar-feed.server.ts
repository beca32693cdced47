import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** Gives the person this calendar address; the one before stops working. Only the hash of its secret is kept. */
export async function saveFeed(db: Db, personId: PersonId, tokenHash: string, at: Date): Promise<void> {
  await db
    .insertInto('calendar_feed')
    .values({ person_id: personId, token_hash: tokenHash, created_at: at })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ token_hash: tokenHash, created_at: at }))
    .execute()
}

export async function deleteFeed(db: Db, personId: PersonId): Promise<void> {
  await db.deleteFrom('calendar_feed').where('person_id', '=', personId).execute()
}

/** When the person's address was made; undefined when there is none. */
export async function findFeed(db: Db, personId: PersonId): Promise<{ createdAt: Date } | undefined> {
  return db
    .selectFrom('calendar_feed')
    .where('person_id', '=', personId)
    .select('created_at as createdAt')
    .executeTakeFirst()
}

/** Whose calendar a secret opens; nobody's when the person is merged or erased or the account is closed. */
export async function findFeedOwner(
  db: Db,
  tokenHash: string,
): Promise<{ personId: PersonId; isProtected: boolean; language: 'sv' | 'en' } | undefined> {
  const row = await db
    .selectFrom('calendar_feed')
    .innerJoin('person', 'person.person_id', 'calendar_feed.person_id')
    .leftJoin('account', 'account.person_id', 'person.person_id')
    .where('token_hash', '=', tokenHash)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .select(['person.person_id', 'protection', 'language'])
    .executeTakeFirst()
  return row && { personId: row.person_id as PersonId, isProtected: row.protection !== 'none', language: row.language }
}

export interface FeedMeeting {
  meetingId: string
  occasionId: string
  slug: string
  title: string
  meetingTitle: string | null
  summary: string
  startsAt: Date
  endsAt: Date
  place: string | null
  onlineUrl: string | null
  cancelled: boolean
  changedAt: Date
}

/** The person's own meetings, booked or led, that ended after `since` or belong to one occasion; those called off stand as cancelled. */
export async function listFeedMeetings(
  db: Db,
  personId: PersonId,
  { since, occasionId }: { since?: Date; occasionId?: string },
): Promise<FeedMeeting[]> {
  return db
    .selectFrom('meeting')
    .innerJoin('occasion', 'occasion.occasion_id', 'meeting.occasion_id')
    .innerJoin('activity', 'activity.activity_id', 'occasion.activity_id')
    .$if(since !== undefined, (query) => query.where('meeting.ends_at', '>', since ?? new Date(0)))
    .$if(occasionId !== undefined, (query) => query.where('occasion.occasion_id', '=', occasionId ?? ''))
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('booking')
            .whereRef('booking.occasion_id', '=', 'occasion.occasion_id')
            .where('booking.person_id', '=', personId)
            .where('booking.state', '=', 'bokad')
            .select('booking.booking_id'),
        ),
        where.exists(
          where
            .selectFrom('occasion_leader')
            .whereRef('occasion_leader.occasion_id', '=', 'occasion.occasion_id')
            .where('occasion_leader.person_id', '=', personId)
            .select('occasion_leader.person_id'),
        ),
      ]),
    )
    .select((column) => [
      'meeting_id as meetingId',
      'occasion.occasion_id as occasionId',
      'slug',
      'activity.title',
      'meeting.title as meetingTitle',
      'summary',
      'meeting.starts_at as startsAt',
      'meeting.ends_at as endsAt',
      'place',
      'online_url as onlineUrl',
      column('occasion.state', '=', 'installt').as('cancelled'),
      'occasion.changed_at as changedAt',
    ])
    .orderBy('meeting.starts_at')
    .orderBy('meeting_id')
    .limit(2000)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, cancelled: Boolean(row.cancelled) })))
}
