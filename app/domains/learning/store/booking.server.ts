import { sql } from 'kysely'
import type { OccasionId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { BookingLine } from '../booking/model'

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
