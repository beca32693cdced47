import { sql } from 'kysely'
import type { ActivityId, OccasionId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { ActivityStanding } from '../booking/activity-view'

interface StandingRow extends Omit<ActivityStanding, 'otherMeetings'> {
  otherMeetings: { title: string; occasionId: OccasionId; startsAt: string; endsAt: string }[]
}

/** How many have asked for an activity, and where the asker stands; nobody else is named. One SELECT. */
export async function findStanding(
  db: Db,
  activityId: ActivityId,
  personId: PersonId | null,
): Promise<ActivityStanding> {
  const { rows } = await sql<StandingRow>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('occasionId', c.occasion_id, 'booked', c.booked,
        'waiting', c.waiting, 'asked', c.asked)) from (
          select b.occasion_id, count(*) filter (where b.state = 'bokad') as booked,
            count(*) filter (where b.state = 'vantelista') as waiting, count(*) filter (where b.state = 'ansokt') as asked
          from booking b join occasion o on o.occasion_id = b.occasion_id
          where o.activity_id = ${activityId} group by b.occasion_id
        ) c), '[]'::jsonb) as counts,
      coalesce((select jsonb_agg(jsonb_build_object('occasionId', b.occasion_id, 'bookingId', b.booking_id,
        'state', b.state, 'accessNeeds', b.access_needs, 'queue', (select count(*) from booking q
          where q.occasion_id = b.occasion_id and q.state = 'vantelista'
            and (q.queued_at, q.booking_id) <= (b.queued_at, b.booking_id)),
        'product', case when p.product_id is null then 'missing' when p.accepted_at is null then 'waiting' else 'accepted' end))
        from booking b join occasion o on o.occasion_id = b.occasion_id
        left join product p on p.occasion_id = b.occasion_id and p.person_id = b.person_id
        where o.activity_id = ${activityId} and b.person_id = ${personId}::uuid), '[]'::jsonb) as own,
      coalesce((select jsonb_agg(jsonb_build_object('title', a.title, 'occasionId', o.occasion_id,
        'startsAt', m.starts_at, 'endsAt', m.ends_at) order by m.starts_at)
        from booking b join occasion o on o.occasion_id = b.occasion_id
        join activity a on a.activity_id = o.activity_id join meeting m on m.occasion_id = o.occasion_id
        where b.person_id = ${personId}::uuid and b.state in ('ansokt', 'bokad', 'vantelista')
          and o.state = 'planerat'), '[]'::jsonb) as "otherMeetings",
      (select count(*)::int from interest i where i.activity_id = ${activityId}) as interested,
      exists (select 1 from interest i where i.activity_id = ${activityId} and i.person_id = ${personId}::uuid) as "ownInterest"
  `.execute(db)
  const row = rows[0]
  if (row === undefined) return { counts: [], own: [], otherMeetings: [], interested: 0, ownInterest: false }
  return {
    ...row,
    otherMeetings: row.otherMeetings.map((meeting) => ({
      ...meeting,
      startsAt: new Date(meeting.startsAt),
      endsAt: new Date(meeting.endsAt),
    })),
  }
}
