import type { ActivityKind, ActivityState, MeetingMode } from '~/domains/catalogue'
import type { BookingState } from '~/domains/learning'
import type { ActivityId, MeetingId, OccasionId, OrganisationId, PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeOrganisation } from './organisation'
import { unique } from './unique'

export interface MadeActivity {
  activityId: ActivityId
  slug: string
  title: string
  organisationId: OrganisationId
}

/** A published activity of its own organisation, with one competence; other wishes are said. */
export async function makeActivity(
  db: Db,
  wish: {
    slug?: string
    title?: string
    organisationId?: OrganisationId
    projectId?: ProjectId | null
    kind?: ActivityKind
    state?: ActivityState
    timeType?: 'schemalagd' | 'studiebesok' | 'forberedelse' | 'resa'
    attendedPercent?: number
    themes?: readonly string[]
    audiences?: readonly string[]
    productPrompt?: string | null
    standardRef?: string | null
    approvalRequired?: boolean
    onlyListedOrganisations?: boolean
    seats?: readonly { organisationId: OrganisationId; seats: number | null }[]
    competences?: readonly { code: string; level: number; weight: number }[]
    at?: Date
  } = {},
): Promise<MadeActivity> {
  const slug = wish.slug ?? unique('aktivitet')
  const title = wish.title ?? `Aktivitet ${slug}`
  const organisationId = wish.organisationId ?? (await makeOrganisation(db)).organisationId
  const at = wish.at ?? new Date('2025-01-10T09:00:00Z')
  const state = wish.state ?? 'publicerad'
  const { activity_id } = await db
    .insertInto('activity')
    .values({
      slug,
      title,
      organisation_id: organisationId,
      project_id: wish.projectId ?? null,
      kind: wish.kind ?? 'workshop',
      summary: 'En aktivitet för prov.',
      description: '{"type":"doc","content":[]}',
      outcomes: ['pröva ett arbetssätt'],
      themes: [...(wish.themes ?? [])],
      audiences: [...(wish.audiences ?? [])],
      level: 2,
      time_type: wish.timeType ?? 'schemalagd',
      attended_percent: wish.attendedPercent ?? 80,
      product_prompt: wish.productPrompt ?? null,
      assessed_against_standard: (wish.standardRef ?? null) !== null,
      standard_ref: wish.standardRef ?? null,
      approval_required: wish.approvalRequired ?? false,
      only_listed_organisations: wish.onlyListedOrganisations ?? false,
      state,
      created_at: at,
      changed_at: at,
      published_at: state === 'utkast' ? null : at,
    })
    .returning('activity_id')
    .executeTakeFirstOrThrow()
  for (const { code, level, weight } of wish.competences ?? [{ code: 'K1.1', level: 2, weight: 1 }]) {
    await db.insertInto('activity_competence').values({ activity_id, competence_code: code, level, weight }).execute()
  }
  for (const seat of wish.seats ?? []) {
    await db
      .insertInto('activity_seat')
      .values({ activity_id, organisation_id: seat.organisationId, seats: seat.seats })
      .execute()
  }
  return { activityId: activity_id as ActivityId, slug, title, organisationId }
}

export interface MadeOccasion {
  occasionId: OccasionId
  activityId: ActivityId
  meetings: { meetingId: MeetingId; startsAt: Date; endsAt: Date }[]
}

/** An occasion, by default one meeting on 2025-04-10 13.00–15.00 in Stockholm, in a room. Makes its activity when none is given. */
export async function makeOccasion(
  db: Db,
  wish: {
    activityId?: ActivityId
    capacity?: number | null
    bookingOpensAt?: Date
    bookingClosesAt?: Date
    state?: 'planerat' | 'installt' | 'genomfort'
    leaders?: readonly PersonId[]
    meetings?: readonly {
      startsAt: Date
      endsAt: Date
      breakMinutes?: number
      mode?: MeetingMode
      place?: string
      onlineUrl?: string
    }[]
  } = {},
): Promise<MadeOccasion> {
  const activityId = wish.activityId ?? (await makeActivity(db)).activityId
  const at = new Date('2025-01-10T09:00:00Z')
  const { occasion_id } = await db
    .insertInto('occasion')
    .values({
      activity_id: activityId,
      capacity: wish.capacity ?? null,
      booking_opens_at: wish.bookingOpensAt ?? null,
      booking_closes_at: wish.bookingClosesAt ?? null,
      state: wish.state ?? 'planerat',
      cancel_reason: wish.state === 'installt' ? 'Ledaren är sjuk.' : null,
      created_at: at,
      changed_at: at,
    })
    .returning('occasion_id')
    .executeTakeFirstOrThrow()
  for (const person_id of wish.leaders ?? []) {
    await db.insertInto('occasion_leader').values({ occasion_id, person_id }).execute()
  }
  const wished = wish.meetings ?? [
    { startsAt: new Date('2025-04-10T11:00:00Z'), endsAt: new Date('2025-04-10T13:00:00Z') },
  ]
  const meetings: MadeOccasion['meetings'] = []
  for (const meeting of wished) {
    const mode = meeting.mode ?? 'plats'
    const { meeting_id } = await db
      .insertInto('meeting')
      .values({
        occasion_id,
        starts_at: meeting.startsAt,
        ends_at: meeting.endsAt,
        break_minutes: meeting.breakMinutes ?? 0,
        mode,
        place: mode === 'digitalt' ? null : (meeting.place ?? 'Lärcentrum, sal 2'),
        online_url: mode === 'plats' ? null : (meeting.onlineUrl ?? 'https://example.org/mote'),
      })
      .returning('meeting_id')
      .executeTakeFirstOrThrow()
    meetings.push({ meetingId: meeting_id as MeetingId, startsAt: meeting.startsAt, endsAt: meeting.endsAt })
  }
  return { occasionId: occasion_id as OccasionId, activityId, meetings }
}

export async function makeBooking(
  db: Db,
  wish: {
    occasionId: OccasionId
    personId: PersonId
    organisationId?: OrganisationId | null
    state?: BookingState
    queuedAt?: Date
    accessNeeds?: string
    accessNeedsDeleteOn?: string
  },
): Promise<{ bookingId: string }> {
  const at = wish.queuedAt ?? new Date('2025-03-01T09:00:00Z')
  const { booking_id } = await db
    .insertInto('booking')
    .values({
      occasion_id: wish.occasionId,
      person_id: wish.personId,
      organisation_id: wish.organisationId ?? null,
      state: wish.state ?? 'bokad',
      queued_at: at,
      changed_at: at,
      access_needs: wish.accessNeeds ?? null,
      access_needs_delete_on: wish.accessNeeds === undefined ? null : (wish.accessNeedsDeleteOn ?? '2025-05-10'),
    })
    .returning('booking_id')
    .executeTakeFirstOrThrow()
  return { bookingId: booking_id }
}
