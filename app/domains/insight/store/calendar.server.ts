import { type RawBuilder, sql } from 'kysely'
import type { OccasionId, PersonId, ProjectId } from '~/shared/ids'
import type { Bilingual, Db } from '~db/schema'
import type { CalendarChoices, CalendarFilter, CalendarMeeting, UndatedActivity } from '../calendar/model'

/** The choices that concern the activity `a` and its organiser `o`; `occasion` says which occasions a leader leads. */
function chosen(filter: CalendarFilter, occasion: RawBuilder<unknown>): RawBuilder<boolean> {
  const tests = [sql<boolean>`true`]
  if (filter.kind !== undefined) tests.push(sql`a.kind = ${filter.kind}`)
  if (filter.organiser !== undefined) tests.push(sql`o.slug = ${filter.organiser}`)
  if (filter.municipality !== undefined) {
    tests.push(sql`exists (select 1 from organisation_municipality om
      where om.organisation_id = a.organisation_id and om.municipality_code = ${filter.municipality})`)
  }
  if (filter.project !== undefined) {
    tests.push(
      sql`exists (select 1 from project p where p.project_id = a.project_id and p.diarienr = ${filter.project})`,
    )
  }
  if (filter.theme !== undefined) tests.push(sql`${filter.theme} = any(a.themes)`)
  if (filter.audience !== undefined) {
    tests.push(sql`a.audiences && array[${filter.audience}, 'all-personal']`)
  }
  if (filter.leader !== undefined) {
    tests.push(sql`exists (select 1 from occasion as led join occasion_leader l on l.occasion_id = led.occasion_id
      join person on person.person_id = l.person_id and person.protection = 'none'
      where ${occasion} and l.person_id = ${filter.leader}::uuid)`)
  }
  return sql<boolean>`(${sql.join(tests, sql` and `)})`
}

/**
 * Meetings that touch the Stockholm days from `from` to `to`, both included: those of published activities, and the
 * asker's own. Public: it holds no names of people and no online address. At most a thousand.
 */
export async function listCalendarMeetings(
  db: Db,
  request: { from: string; to: string; filter: CalendarFilter; personId: PersonId | null },
): Promise<CalendarMeeting[]> {
  const { filter, personId } = request
  const { rows } = await sql<CalendarMeeting>`
    select m.meeting_id as "meetingId", oc.occasion_id as "occasionId", a.slug, a.title, m.title as "meetingTitle",
      a.kind, m.starts_at as "startsAt", m.ends_at as "endsAt", m.mode, m.place, o.name as organiser,
      oc.state = 'installt' as cancelled,
      case when oc.capacity is not null then greatest(0, oc.capacity - (select count(*) from booking taken
        where taken.occasion_id = oc.occasion_id and taken.state = 'bokad')::int) end as "placesLeft",
      case when led.person_id is not null then 'leder' else own.state end as own
    from meeting m
    join occasion oc on oc.occasion_id = m.occasion_id
    join activity a on a.activity_id = oc.activity_id
    join organisation o on o.organisation_id = a.organisation_id
    left join booking own on own.occasion_id = oc.occasion_id and own.person_id = ${personId}::uuid
      and own.state in ('ansokt', 'bokad', 'vantelista')
    left join occasion_leader led on led.occasion_id = oc.occasion_id and led.person_id = ${personId}::uuid
    where m.ends_at > (${request.from}::date)::timestamp at time zone 'Europe/Stockholm'
      and m.starts_at < (${request.to}::date + 1)::timestamp at time zone 'Europe/Stockholm'
      and (a.state = 'publicerad' or own.person_id is not null or led.person_id is not null)
      and (not ${filter.mine}::boolean or own.person_id is not null or led.person_id is not null)
      and (${filter.mode ?? null}::text is null or m.mode in (${filter.mode ?? null}, 'bada'))
      and ${chosen(filter, sql`led.occasion_id = oc.occasion_id`)}
    order by m.starts_at, a.title, m.meeting_id
    limit 1000`.execute(db)
  return rows
}

/** Published activities without a coming meeting, by title; at most fifty. */
export async function listUndated(db: Db, filter: CalendarFilter, now: Date): Promise<UndatedActivity[]> {
  const { rows } = await sql<UndatedActivity>`
    select a.slug, a.title, a.summary, a.kind, o.name as organiser
    from activity a join organisation o on o.organisation_id = a.organisation_id
    where a.state = 'publicerad' and not exists (
        select 1 from occasion oc join meeting m on m.occasion_id = oc.occasion_id
        where oc.activity_id = a.activity_id and oc.state = 'planerat' and m.starts_at > ${now})
      and ${chosen(filter, sql`led.activity_id = a.activity_id`)}
    order by a.title, a.slug limit 50`.execute(db)
  return rows
}

/** What published activities can be chosen by. Names of leaders only where they are asked for: they are not public. */
export async function findCalendarChoices(db: Db, withLeaders: boolean): Promise<CalendarChoices> {
  const { rows } = await sql<CalendarChoices>`
    with shown as (select activity_id, organisation_id, project_id, themes, audiences from activity where state = 'publicerad')
    select
      coalesce((select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name) order by o.name)
        from organisation o where o.organisation_id in (select organisation_id from shown)), '[]'::jsonb) as organisers,
      coalesce((select jsonb_agg(jsonb_build_object('code', m.municipality_code, 'name', m.name) order by m.name)
        from municipality m where m.municipality_code in (select om.municipality_code from organisation_municipality om
          join shown s on s.organisation_id = om.organisation_id)), '[]'::jsonb) as municipalities,
      coalesce((select jsonb_agg(jsonb_build_object('diarienr', p.diarienr, 'name', p.name) order by p.starts_on, p.diarienr)
        from project p where p.project_id in (select project_id from shown)), '[]'::jsonb) as projects,
      coalesce((select jsonb_agg(distinct theme) from shown, unnest(themes) as theme), '[]'::jsonb) as themes,
      coalesce((select jsonb_agg(distinct audience) from shown, unnest(audiences) as audience), '[]'::jsonb) as audiences,
      coalesce((select jsonb_agg(jsonb_build_object('personId', person_id, 'name', given_name || ' ' || family_name)
          order by family_name, given_name, person_id)
        from person where ${withLeaders}::boolean and protection = 'none' and merged_into is null
          and person_id in (select l.person_id from occasion_leader l
            join occasion oc on oc.occasion_id = l.occasion_id join shown s on s.activity_id = oc.activity_id)),
        '[]'::jsonb) as leaders`.execute(db)
  return rows[0] ?? { organisers: [], municipalities: [], projects: [], themes: [], audiences: [], leaders: [] }
}

/** What surrounds an activity: its project with the rule of hours, names of its competences and of its leaders. */
export interface ActivityContext {
  project: {
    diarienr: string
    name: string
    fund: string
    startsOn: string
    endsOn: string
    minHoursForReporting: number | null
  } | null
  competences: { code: string; name: Bilingual }[]
  /** Leaders without protected personal data. */
  leaders: { occasionId: OccasionId; name: string }[]
}

export async function findActivityContext(
  db: Db,
  activity: { activityId: string; projectId: ProjectId | null; competences: readonly { code: string }[] },
): Promise<ActivityContext> {
  const codes = activity.competences.map(({ code }) => code)
  const { rows } = await sql<ActivityContext>`
    select
      (select jsonb_build_object('diarienr', p.diarienr, 'name', p.name, 'fund', p.fund, 'startsOn', p.starts_on,
        'endsOn', p.ends_on, 'minHoursForReporting', p.min_hours_for_reporting::float8)
        from project p where p.project_id = ${activity.projectId}::uuid) as project,
      coalesce((select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name) order by c.code)
        from competence c join framework f on f.framework_id = c.framework_id
        where f.slug = 'westums-kompetensram' and c.code = any(${codes}::text[])), '[]'::jsonb) as competences,
      coalesce((select jsonb_agg(jsonb_build_object('occasionId', l.occasion_id,
        'name', person.given_name || ' ' || person.family_name) order by person.family_name, person.given_name)
        from occasion_leader l join occasion oc on oc.occasion_id = l.occasion_id
        join person on person.person_id = l.person_id
        where oc.activity_id = ${activity.activityId} and person.protection = 'none'), '[]'::jsonb) as leaders`.execute(
    db,
  )
  return rows[0] ?? { project: null, competences: [], leaders: [] }
}

export interface NextMeeting {
  meetingId: string
  slug: string
  title: string
  startsAt: Date
  place: string | null
  mode: CalendarMeeting['mode']
  own: 'bokad' | 'leder'
}

/** The next meetings that the person is booked for or leads, the first first. */
export async function listNextMeetings(db: Db, personId: PersonId, now: Date, limit: number): Promise<NextMeeting[]> {
  const { rows } = await sql<NextMeeting>`
    select m.meeting_id as "meetingId", a.slug, a.title, m.starts_at as "startsAt", m.place, m.mode,
      case when led.person_id is not null then 'leder' else 'bokad' end as own
    from meeting m
    join occasion oc on oc.occasion_id = m.occasion_id and oc.state = 'planerat'
    join activity a on a.activity_id = oc.activity_id
    left join booking b on b.occasion_id = oc.occasion_id and b.person_id = ${personId} and b.state = 'bokad'
    left join occasion_leader led on led.occasion_id = oc.occasion_id and led.person_id = ${personId}
    where m.ends_at > ${now} and (b.person_id is not null or led.person_id is not null)
    order by m.starts_at limit ${limit}`.execute(db)
  return rows
}
