import { sql } from 'kysely'
import type { OccasionId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Booking, BookingLine, BookingState } from '../booking/model'

/**
 * Every booking of an occasion in the order of its queue, the cancelled and refused too. Persons with protected
 * personal data stand there by alias and without organisation, in their place of the queue.
 */
export async function listBookings(db: Db, occasionId: string): Promise<BookingLine[]> {
  const rows = await db
    .selectFrom('booking')
    .innerJoin('person', 'person.person_id', 'booking.person_id')
    .leftJoin('organisation', 'organisation.organisation_id', 'booking.organisation_id')
    .where('occasion_id', '=', occasionId)
    .where('person.merged_into', 'is', null)
    .select([
      'booking_id as bookingId',
      'booking.person_id',
      'booking.organisation_id',
      'state',
      'queued_at as queuedAt',
      'access_needs as accessNeeds',
      sql<boolean>`protection <> 'none'`.as('isProtected'),
      sql<string>`case when protection = 'none' then given_name || ' ' || family_name else coalesce(alias, '–') end`.as(
        'name',
      ),
      sql<string | null>`case when protection = 'none' then organisation.name end`.as('organisationName'),
    ])
    .orderBy('queued_at')
    .orderBy('booking_id')
    .execute()
  return rows.map(({ person_id, organisation_id, ...row }) => ({
    ...row,
    occasionId: occasionId as OccasionId,
    personId: person_id as PersonId,
    organisationId: organisation_id as OrganisationId | null,
  }))
}

/** Where the person works on a day, the most working time first. */
export async function listEmployers(db: Db, personId: PersonId, day: string): Promise<OrganisationId[]> {
  const rows = await db
    .selectFrom('employment')
    .where('person_id', '=', personId)
    .where('starts_on', '<=', day)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', day)]))
    .select('organisation_id')
    .orderBy('percent', 'desc')
    .orderBy('organisation_id')
    .execute()
  return rows.map(({ organisation_id }) => organisation_id as OrganisationId)
}

/** Puts the person last in the queue, on the waiting list or among those who wait for approval. */
export async function queueBooking(
  tx: Tx,
  booking: Pick<Booking, 'occasionId' | 'personId' | 'organisationId'> & {
    state: 'vantelista' | 'ansokt'
    decidedBy: PersonId | null
    accessNeeds: { text: string; deletedOn: string } | null
    at: Date
  },
): Promise<string> {
  const changes = {
    organisation_id: booking.organisationId,
    state: booking.state,
    // Clocks of several processes differ: whoever holds the occasion stands after everybody who held it before.
    queued_at: sql<Date>`greatest(${booking.at}::timestamptz, (select max(b.queued_at) + interval '1 millisecond'
      from booking b where b.occasion_id = ${booking.occasionId}))`,
    changed_at: booking.at,
    decided_by: booking.decidedBy,
    access_needs: booking.accessNeeds?.text ?? null,
    access_needs_delete_on: booking.accessNeeds?.deletedOn ?? null,
  }
  const row = await tx
    .insertInto('booking')
    .values({ occasion_id: booking.occasionId, person_id: booking.personId, ...changes })
    .onConflict((conflict) => conflict.columns(['occasion_id', 'person_id']).doUpdateSet(changes))
    .returning('booking_id')
    .executeTakeFirstOrThrow()
  return row.booking_id
}

/** A new state; the place in the queue stays. A booking that ends takes its access needs with it. */
export async function setBookingState(
  tx: Tx,
  bookingIds: readonly string[],
  change: { state: BookingState; decidedBy?: PersonId; at: Date },
): Promise<void> {
  if (bookingIds.length === 0) return
  const ended = change.state === 'avbokad' || change.state === 'nekad'
  await tx
    .updateTable('booking')
    .set({
      state: change.state,
      changed_at: change.at,
      ...(change.decidedBy === undefined ? {} : { decided_by: change.decidedBy }),
      ...(ended ? { access_needs: null, access_needs_delete_on: null } : {}),
    })
    .where('booking_id', 'in', [...bookingIds])
    .execute()
}

export async function setAccessNeeds(
  tx: Tx,
  bookingId: string,
  needs: { text: string; deletedOn: string } | null,
): Promise<void> {
  await tx
    .updateTable('booking')
    .set({ access_needs: needs?.text ?? null, access_needs_delete_on: needs?.deletedOn ?? null })
    .where('booking_id', '=', bookingId)
    .execute()
}

/** The access needs of an occasion follow its meetings when these are moved. */
export async function moveAccessNeedsDeletion(tx: Tx, occasionId: OccasionId, deletedOn: string): Promise<void> {
  await tx
    .updateTable('booking')
    .set({ access_needs_delete_on: deletedOn })
    .where('occasion_id', '=', occasionId)
    .where('access_needs', 'is not', null)
    .execute()
}

/** Deletes access needs whose day has come; answers how many. */
export async function deleteOldAccessNeeds(db: Db, today: string): Promise<number> {
  const result = await db
    .updateTable('booking')
    .set({ access_needs: null, access_needs_delete_on: null })
    .where('access_needs_delete_on', '<=', today)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Meetings at which somebody's attendance has been recorded: they can no longer be moved or removed. */
export async function listAttendedMeetings(db: Db, occasionId: OccasionId): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting')
    .where('occasion_id', '=', occasionId)
    .where((where) =>
      where.exists(
        where
          .selectFrom('attendance_mark')
          .whereRef('attendance_mark.meeting_id', '=', 'meeting.meeting_id')
          .select('attendance_mark.meeting_id'),
      ),
    )
    .select('meeting_id')
    .execute()
  return rows.map(({ meeting_id }) => meeting_id)
}

export interface MeetingAhead {
  bookingId: string
  personId: PersonId
  meetingId: string
  occasionId: OccasionId
  slug: string
  title: string
  startsAt: Date
}

/** Booked meetings that start after `from` and no later than `until`, of planned occasions. */
export async function listMeetingsAhead(db: Db, from: Date, until: Date): Promise<MeetingAhead[]> {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('occasion', 'occasion.occasion_id', 'meeting.occasion_id')
    .innerJoin('activity', 'activity.activity_id', 'occasion.activity_id')
    .innerJoin('booking', 'booking.occasion_id', 'occasion.occasion_id')
    .where('occasion.state', '=', 'planerat')
    .where('booking.state', '=', 'bokad')
    .where('meeting.starts_at', '>', from)
    .where('meeting.starts_at', '<=', until)
    .select([
      'booking_id as bookingId',
      'person_id',
      'meeting_id as meetingId',
      'occasion.occasion_id',
      'slug',
      'activity.title',
      'meeting.starts_at as startsAt',
    ])
    .orderBy('meeting.starts_at')
    .execute()
  return rows.map(({ person_id, occasion_id, ...row }) => ({
    ...row,
    personId: person_id as PersonId,
    occasionId: occasion_id as OccasionId,
  }))
}
