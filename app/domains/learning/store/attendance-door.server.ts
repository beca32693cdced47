import { localDay } from '~/shared/dates'
import type { OccasionId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'

/** Names and protection of people, as a certificate or a message to themselves needs them. */
export async function listNames(
  db: Db,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, { givenName: string; familyName: string; shownName: string }>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .where('person_id', 'in', [...personIds])
    .select(['person_id', 'given_name', 'family_name', 'protection', 'alias'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id as PersonId,
      {
        givenName: row.given_name,
        familyName: row.family_name,
        shownName: row.protection === 'none' ? `${row.given_name} ${row.family_name}` : (row.alias ?? ''),
      },
    ]),
  )
}

export interface DoorBooking {
  occasionId: OccasionId
  personId: PersonId
  at: Date
  decidedBy: PersonId
  /** The leader sees who is in the room, and may go over capacity and past approval. */
  byLeader: boolean
}

/** Books somebody who has come, under the occasion's lock. */
export async function bookAtTheDoor(
  tx: Tx,
  wish: DoorBooking,
): Promise<'booked' | 'was-booked' | 'full' | 'ask-leader' | 'cancelled'> {
  const occasion = await tx
    .selectFrom('occasion')
    .innerJoin('activity', 'activity.activity_id', 'occasion.activity_id')
    .where('occasion.occasion_id', '=', wish.occasionId)
    .select([
      'occasion.capacity',
      'occasion.state',
      'activity.approval_required as approval',
      'activity.only_listed_organisations as listed',
    ])
    .forUpdate('occasion')
    .executeTakeFirstOrThrow()
  if (occasion.state === 'installt') return 'cancelled'
  const bookings = await tx
    .selectFrom('booking')
    .where('occasion_id', '=', wish.occasionId)
    .where((expression) =>
      expression.or([expression('state', '=', 'bokad'), expression('person_id', '=', wish.personId)]),
    )
    .select(['person_id', 'state'])
    .execute()
  const own = bookings.find((booking) => booking.person_id === wish.personId)
  if (own?.state === 'bokad') return 'was-booked'
  const chosen = occasion.approval || occasion.listed || own?.state === 'nekad' || own?.state === 'ansokt'
  if (!wish.byLeader && chosen) return 'ask-leader'
  const taken = bookings.filter((booking) => booking.state === 'bokad').length
  if (!wish.byLeader && occasion.capacity !== null && taken >= occasion.capacity) return 'full'
  const employer = await findEmployer(tx, wish.personId, wish.at)
  await tx
    .insertInto('booking')
    .values({
      occasion_id: wish.occasionId,
      person_id: wish.personId,
      organisation_id: employer,
      state: 'bokad',
      queued_at: wish.at,
      changed_at: wish.at,
      decided_by: wish.decidedBy,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['occasion_id', 'person_id'])
        .doUpdateSet({ state: 'bokad', changed_at: wish.at, decided_by: wish.decidedBy }),
    )
    .execute()
  return 'booked'
}

async function findEmployer(tx: Tx, personId: PersonId, at: Date): Promise<OrganisationId | null> {
  const day = localDay(at)
  const row = await tx
    .selectFrom('employment')
    .where('person_id', '=', personId)
    .where('starts_on', '<=', day)
    .where((expression) => expression.or([expression('ends_on', 'is', null), expression('ends_on', '>=', day)]))
    .select('organisation_id')
    .orderBy('percent', 'desc')
    .orderBy('organisation_id')
    .executeTakeFirst()
  return (row?.organisation_id ?? null) as OrganisationId | null
}
