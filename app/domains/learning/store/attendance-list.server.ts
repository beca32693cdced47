import { sql } from 'kysely'
import { localDay } from '~/shared/dates'
import type { MeetingId, OccasionId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { Nameable } from '../attendance/meeting-file/model'
import type { ListedPerson } from '../attendance/model'

/**
 * Everybody on the list of a meeting: booked, applied, on the waiting list, and those marked without a booking. Of a
 * person with protected personal data only the alias leaves the database.
 */
export async function listAttendance(
  db: Db,
  meeting: { meetingId: MeetingId; occasionId: OccasionId; startsAt: Date },
): Promise<ListedPerson[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('booking', (join) =>
      join
        .onRef('booking.person_id', '=', 'person.person_id')
        .on('booking.occasion_id', '=', meeting.occasionId)
        .on('booking.state', 'in', ['bokad', 'vantelista', 'ansokt']),
    )
    .leftJoin('attendance', (join) =>
      join.onRef('attendance.person_id', '=', 'person.person_id').on('attendance.meeting_id', '=', meeting.meetingId),
    )
    .leftJoin('organisation', 'organisation.organisation_id', 'booking.organisation_id')
    .where('person.merged_into', 'is', null)
    .where((expression) =>
      expression.or([
        expression('booking.booking_id', 'is not', null),
        expression('attendance.attendance_mark_id', 'is not', null),
      ]),
    )
    .select([
      'person.person_id as personId',
      sql<string>`case when person.protection = 'none' then person.given_name || ' ' || person.family_name
        else person.alias end`.as('name'),
      sql<boolean>`person.protection <> 'none'`.as('isProtected'),
      sql<string | null>`case when person.protection = 'none' then coalesce(organisation.name, (
        select employer.name from employment join organisation employer on employer.organisation_id = employment.organisation_id
        where employment.person_id = person.person_id and employment.starts_on <= ${localDay(meeting.startsAt)}
          and (employment.ends_on is null or employment.ends_on >= ${localDay(meeting.startsAt)})
        order by employment.percent desc, employer.name limit 1)) end`.as('employer'),
      'booking.organisation_id as organisationId',
      'booking.state as booking',
      'attendance.attendance_mark_id as markId',
      'attendance.present as present',
      'attendance.came_at as cameAt',
      'attendance.left_at as leftAt',
      'attendance.method as method',
      'attendance.recorded_at as recordedAt',
    ])
    .orderBy(
      sql`case when person.protection = 'none' then person.family_name || ' ' || person.given_name else person.alias end`,
    )
    .orderBy('person.person_id')
    .execute()
  return rows.map(({ markId, present, cameAt, leftAt, method, recordedAt, ...row }) => {
    const personId = row.personId as PersonId
    const marked = markId !== null && present !== null && method !== null && recordedAt !== null
    return {
      ...row,
      personId,
      organisationId: row.organisationId as OrganisationId | null,
      booking: row.booking as ListedPerson['booking'],
      mark: marked
        ? { markId, meetingId: meeting.meetingId, personId, present, cameAt, leftAt, method, recordedAt }
        : null,
    }
  })
}

export interface FoundPerson {
  personId: PersonId
  name: string
  employer: string
}

type AddingTo = { occasionId: OccasionId; organisationId: OrganisationId; startsAt: Date }

/** Those who may be added: employed where the occasion has participants or at the activity's own organisation. */
function colleagues(db: Db, meeting: AddingTo) {
  const day = localDay(meeting.startsAt)
  return db
    .selectFrom('person')
    .innerJoin('employment', 'employment.person_id', 'person.person_id')
    .innerJoin('organisation', 'organisation.organisation_id', 'employment.organisation_id')
    .where('person.protection', '=', 'none')
    .where('person.merged_into', 'is', null)
    .where('employment.starts_on', '<=', day)
    .where((expression) =>
      expression.or([expression('employment.ends_on', 'is', null), expression('employment.ends_on', '>=', day)]),
    )
    .where((expression) =>
      expression.or([
        expression('employment.organisation_id', '=', meeting.organisationId),
        expression(
          'employment.organisation_id',
          'in',
          expression
            .selectFrom('booking')
            .where('booking.occasion_id', '=', meeting.occasionId)
            .where('booking.organisation_id', 'is not', null)
            .select('booking.organisation_id'),
        ),
      ]),
    )
}

/** People to add by name. Never anybody with protected personal data, and nobody who is booked already. */
export async function searchColleagues(
  db: Db,
  meeting: AddingTo,
  words: string,
  limit: number,
): Promise<FoundPerson[]> {
  const pattern = `%${words.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const rows = await colleagues(db, meeting)
    .where(sql<boolean>`person.given_name || ' ' || person.family_name ilike ${pattern}`)
    .where((expression) =>
      expression.not(
        expression.exists(
          expression
            .selectFrom('booking')
            .whereRef('booking.person_id', '=', 'person.person_id')
            .where('booking.occasion_id', '=', meeting.occasionId)
            .where('booking.state', '=', 'bokad')
            .select('booking.booking_id'),
        ),
      ),
    )
    .select([
      'person.person_id as personId',
      sql<string>`person.given_name || ' ' || person.family_name`.as('name'),
      sql<string>`min(organisation.name)`.as('employer'),
    ])
    .groupBy('person.person_id')
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, personId: row.personId as PersonId }))
}

/** Whether a leader may add this person: a colleague as above, or somebody who has asked for a place. */
export async function mayBeAdded(db: Db, meeting: AddingTo, personId: PersonId): Promise<boolean> {
  const asked = await db
    .selectFrom('booking')
    .where('occasion_id', '=', meeting.occasionId)
    .where('person_id', '=', personId)
    .select('booking_id')
    .executeTakeFirst()
  if (asked !== undefined) return true
  const colleague = await colleagues(db, meeting)
    .where('person.person_id', '=', personId)
    .select('person.person_id')
    .executeTakeFirst()
  return colleague !== undefined
}

/** Which of these people stand on the list of a meeting as booked or marked: only they can be marked. */
export async function listMarkable(
  db: Db,
  meeting: { meetingId: MeetingId; occasionId: OccasionId },
  personIds: readonly PersonId[],
): Promise<Set<PersonId>> {
  if (personIds.length === 0) return new Set()
  const booked = await db
    .selectFrom('booking')
    .where('occasion_id', '=', meeting.occasionId)
    .where('state', '=', 'bokad')
    .where('person_id', 'in', [...personIds])
    .select('person_id')
    .union(
      db
        .selectFrom('attendance_mark')
        .where('meeting_id', '=', meeting.meetingId)
        .where('person_id', 'in', [...personIds])
        .select('person_id'),
    )
    .execute()
  return new Set(booked.map((row) => row.person_id as PersonId))
}

/** Whether somebody takes part in an occasion: booked, or marked as present at one of its meetings. */
export async function isParticipant(db: Db, occasionId: OccasionId, personId: PersonId): Promise<boolean> {
  const row = await db
    .selectFrom('booking')
    .where('occasion_id', '=', occasionId)
    .where('person_id', '=', personId)
    .where('state', '=', 'bokad')
    .select('person_id')
    .union(
      db
        .selectFrom('attendance')
        .innerJoin('meeting', 'meeting.meeting_id', 'attendance.meeting_id')
        .where('meeting.occasion_id', '=', occasionId)
        .where('attendance.person_id', '=', personId)
        .where('attendance.present', '=', true)
        .select('attendance.person_id as person_id'),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** A person by e-mail; protected persons are not found so, since the answer would tie the address to the alias. */
export async function findOpenPersonByEmail(db: Db, email: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('person')
    .where(sql`lower(email)`, '=', email.trim().toLowerCase())
    .where('protection', '=', 'none')
    .where('merged_into', 'is', null)
    .select('person_id')
    .executeTakeFirst()
  return row?.person_id as PersonId | undefined
}

/**
 * Names and addresses of those on the list of a meeting, for the match of its file. People with protected personal data
 * are left out: a match would tie their name to the alias on the list.
 */
export async function listNameable(
  db: Db,
  meeting: { meetingId: MeetingId; occasionId: OccasionId },
): Promise<Nameable[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('booking', (join) =>
      join
        .onRef('booking.person_id', '=', 'person.person_id')
        .on('booking.occasion_id', '=', meeting.occasionId)
        .on('booking.state', 'in', ['bokad', 'vantelista', 'ansokt']),
    )
    .leftJoin('attendance', (join) =>
      join.onRef('attendance.person_id', '=', 'person.person_id').on('attendance.meeting_id', '=', meeting.meetingId),
    )
    .where('person.protection', '=', 'none')
    .where('person.merged_into', 'is', null)
    .where((expression) =>
      expression.or([
        expression('booking.booking_id', 'is not', null),
        expression('attendance.attendance_mark_id', 'is not', null),
      ]),
    )
    .select([
      'person.person_id as personId',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.email as email',
      'booking.state as booking',
      'attendance.attendance_mark_id as markId',
      'attendance.present as present',
      'attendance.came_at as cameAt',
      'attendance.left_at as leftAt',
      'attendance.method as method',
      'attendance.recorded_at as recordedAt',
    ])
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .orderBy('person.person_id')
    .execute()
  return rows.map(({ markId, present, cameAt, leftAt, method, recordedAt, booking, ...row }) => {
    const personId = row.personId as PersonId
    const marked = markId !== null && present !== null && method !== null && recordedAt !== null
    return {
      ...row,
      personId,
      markable: booking === 'bokad' || marked,
      mark: marked
        ? { markId, meetingId: meeting.meetingId, personId, present, cameAt, leftAt, method, recordedAt }
        : null,
    }
  })
}
