import { sql } from 'kysely'
import type { ActivityId, MeetingId, OccasionId, OrganisationId, PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Meeting, Occasion } from '../activity/model'
import { activityParts } from './activity.server'

interface MeetingRow extends Omit<Meeting, 'startsAt' | 'endsAt'> {
  startsAt: string
  endsAt: string
}

function occasions(db: Db) {
  return db
    .selectFrom('occasion')
    .innerJoin('activity', 'activity.activity_id', 'occasion.activity_id')
    .select([
      'occasion.occasion_id as occasionId',
      'activity.activity_id as activityId',
      'activity.slug',
      'activity.title',
      'activity.kind',
      'activity.state as activityState',
      'activity.project_id as projectId',
      'activity.organisation_id as organisationId',
      'activity.time_type as timeType',
      'activity.attended_percent as attendedPercent',
      'activity.product_prompt as productPrompt',
      'activity.assessed_against_standard as assessedAgainstStandard',
      'activity.outcomes',
      'activity.level',
      'activity.approval_required as approvalRequired',
      'activity.only_listed_organisations as onlyListedOrganisations',
      'occasion.capacity',
      'occasion.booking_opens_at as bookingOpensAt',
      'occasion.booking_closes_at as bookingClosesAt',
      'occasion.state',
      'occasion.cancel_reason as cancelReason',
      'occasion.materials',
      'occasion.changed_at as changedAt',
    ])
    .select([...activityParts])
    .select([
      sql<string[]>`coalesce((select jsonb_agg(l.person_id order by l.person_id) from occasion_leader l
        where l.occasion_id = occasion.occasion_id), '[]'::jsonb)`.as('leaders'),
      sql<MeetingRow[]>`coalesce((select jsonb_agg(jsonb_build_object('meetingId', m.meeting_id,
        'startsAt', m.starts_at, 'endsAt', m.ends_at, 'breakMinutes', m.break_minutes, 'mode', m.mode,
        'place', m.place, 'onlineUrl', m.online_url, 'title', m.title) order by m.starts_at, m.meeting_id)
        from meeting m where m.occasion_id = occasion.occasion_id), '[]'::jsonb)`.as('meetings'),
    ])
}

type OccasionRow = Awaited<ReturnType<ReturnType<typeof occasions>['executeTakeFirstOrThrow']>>

function toOccasion(row: OccasionRow): Occasion {
  return {
    ...row,
    occasionId: row.occasionId as OccasionId,
    activityId: row.activityId as ActivityId,
    projectId: row.projectId as ProjectId | null,
    organisationId: row.organisationId as OrganisationId,
    leaders: row.leaders as PersonId[],
    meetings: row.meetings.map((meeting) => ({
      ...meeting,
      startsAt: new Date(meeting.startsAt),
      endsAt: new Date(meeting.endsAt),
    })),
  }
}

/** One occasion with its activity's rules, leaders and meetings in order of time. */
export async function findOccasion(db: Db, occasionId: string): Promise<Occasion | undefined> {
  const row = await occasions(db).where('occasion.occasion_id', '=', occasionId).executeTakeFirst()
  return row && toOccasion(row)
}

/** One meeting beside the occasion it is part of. */
export async function findMeeting(
  db: Db,
  meetingId: string,
): Promise<{ meeting: Meeting; occasion: Occasion } | undefined> {
  const row = await occasions(db)
    .where('occasion.occasion_id', '=', (part) =>
      part.selectFrom('meeting').where('meeting_id', '=', meetingId).select('meeting.occasion_id'),
    )
    .executeTakeFirst()
  const occasion = row && toOccasion(row)
  const meeting = occasion?.meetings.find((one) => one.meetingId === meetingId)
  return occasion && meeting && { meeting, occasion }
}

/** The occasions of an activity in order of their first meeting; those without a meeting last. */
export async function listOccasions(db: Db, activityId: ActivityId): Promise<Occasion[]> {
  const rows = await occasions(db).where('occasion.activity_id', '=', activityId).execute()
  const first = ({ meetings }: Occasion) => meetings[0]?.startsAt.getTime() ?? Number.MAX_SAFE_INTEGER
  return rows.map(toOccasion).sort((a, b) => first(a) - first(b) || a.occasionId.localeCompare(b.occasionId))
}

/** The occasion, held against every other writer until the transaction ends: seats are given one booking at a time. */
export async function lockOccasion(tx: Tx, occasionId: string): Promise<Occasion | undefined> {
  const held = await tx
    .selectFrom('occasion')
    .where('occasion_id', '=', occasionId)
    .select('occasion_id')
    .forUpdate()
    .executeTakeFirst()
  return held && findOccasion(tx, held.occasion_id)
}

export interface OccasionPlan {
  capacity: number | null
  bookingOpensAt: Date | null
  bookingClosesAt: Date | null
  materials: Occasion['materials']
  leaders: PersonId[]
}
export type MeetingPlan = Omit<Meeting, 'meetingId'> & { meetingId: MeetingId | null }

const columnsOf = (meeting: MeetingPlan) => ({
  starts_at: meeting.startsAt,
  ends_at: meeting.endsAt,
  break_minutes: meeting.breakMinutes,
  mode: meeting.mode,
  place: meeting.place,
  online_url: meeting.onlineUrl,
  title: meeting.title,
})

export async function insertOccasion(
  tx: Tx,
  made: { activityId: ActivityId; plan: OccasionPlan; meetings: readonly MeetingPlan[]; at: Date },
): Promise<OccasionId> {
  const { occasion_id } = await tx
    .insertInto('occasion')
    .values({
      activity_id: made.activityId,
      capacity: made.plan.capacity,
      booking_opens_at: made.plan.bookingOpensAt,
      booking_closes_at: made.plan.bookingClosesAt,
      materials: JSON.stringify(made.plan.materials),
      created_at: made.at,
      changed_at: made.at,
    })
    .returning('occasion_id')
    .executeTakeFirstOrThrow()
  await replaceLeaders(tx, occasion_id, made.plan.leaders)
  await tx
    .insertInto('meeting')
    .values(made.meetings.map((meeting) => ({ occasion_id, ...columnsOf(meeting) })))
    .execute()
  return occasion_id as OccasionId
}

async function replaceLeaders(tx: Tx, occasionId: string, leaders: readonly PersonId[]): Promise<void> {
  await tx.deleteFrom('occasion_leader').where('occasion_id', '=', occasionId).execute()
  if (leaders.length === 0) return
  await tx
    .insertInto('occasion_leader')
    .values([...new Set(leaders)].map((person_id) => ({ occasion_id: occasionId, person_id })))
    .execute()
}

/** Saves the plan; meetings with an id are changed, others made, and those no longer named removed. */
export async function updateOccasion(
  tx: Tx,
  change: { occasionId: OccasionId; plan: OccasionPlan; meetings: readonly MeetingPlan[]; at: Date },
): Promise<void> {
  const { occasionId, plan, meetings, at } = change
  await tx
    .updateTable('occasion')
    .set({
      capacity: plan.capacity,
      booking_opens_at: plan.bookingOpensAt,
      booking_closes_at: plan.bookingClosesAt,
      materials: JSON.stringify(plan.materials),
      changed_at: at,
    })
    .where('occasion_id', '=', occasionId)
    .execute()
  await replaceLeaders(tx, occasionId, plan.leaders)
  const kept = meetings.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingId]))
  await tx
    .deleteFrom('meeting')
    .where('occasion_id', '=', occasionId)
    .$if(kept.length > 0, (query) => query.where('meeting_id', 'not in', kept))
    .execute()
  for (const meeting of meetings) {
    if (meeting.meetingId === null) {
      await tx
        .insertInto('meeting')
        .values({ occasion_id: occasionId, ...columnsOf(meeting) })
        .execute()
    } else {
      await tx
        .updateTable('meeting')
        .set(columnsOf(meeting))
        .where('meeting_id', '=', meeting.meetingId)
        .where('occasion_id', '=', occasionId)
        .execute()
    }
  }
}

/** Calls the occasion off with the reason that the booked read; false when it was called off before. */
export async function setCancelled(tx: Tx, occasionId: OccasionId, reason: string, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('occasion')
    .set({ state: 'installt', cancel_reason: reason, changed_at: at })
    .where('occasion_id', '=', occasionId)
    .where('state', '=', 'planerat')
    .returning('occasion_id')
    .executeTakeFirst()
  return row !== undefined
}

/** People who may be set to lead, found by their e-mail addresses; protected persons never answer to one. */
export async function findLeadersByEmail(
  db: Db,
  emails: readonly string[],
): Promise<{ personId: PersonId; email: string; name: string }[]> {
  if (emails.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .where(sql<string>`lower(email)`, 'in', [...new Set(emails.map((email) => email.toLowerCase()))])
    .where('protection', '=', 'none')
    .where('merged_into', 'is', null)
    .select(['person_id', 'email', sql<string>`given_name || ' ' || family_name`.as('name')])
    .execute()
  return rows.map(({ person_id, ...row }) => ({ personId: person_id as PersonId, ...row }))
}

/** Names of leaders; a person with protected personal data is not among them. */
export async function listLeaderNames(
  db: Db,
  occasionIds: readonly OccasionId[],
): Promise<{ occasionId: OccasionId; personId: PersonId; name: string; email: string }[]> {
  if (occasionIds.length === 0) return []
  const rows = await db
    .selectFrom('occasion_leader')
    .innerJoin('person', 'person.person_id', 'occasion_leader.person_id')
    .where('occasion_id', 'in', [...occasionIds])
    .where('protection', '=', 'none')
    .select(['occasion_id', 'person.person_id', 'email', sql<string>`given_name || ' ' || family_name`.as('name')])
    .orderBy('family_name')
    .orderBy('given_name')
    .execute()
  return rows.map((row) => ({
    occasionId: row.occasion_id as OccasionId,
    personId: row.person_id as PersonId,
    name: row.name,
    email: row.email,
  }))
}
