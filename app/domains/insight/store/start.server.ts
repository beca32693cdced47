import { sql } from 'kysely'
import type { PathPart } from '~/domains/catalogue'
import { informationWaits } from '~/domains/participation/index.server'
import type { Db } from '~db/schema'
import type { PersonId } from '~/shared/ids'
import type { ProductToDo } from '../model'

export interface StartPath {
  slug: string
  title: string
  parts: PathPart[]
  offered: string[]
}

export interface StartGlance {
  /** Minutes with a day in the month, corrections included. */
  monthMinutes: number
  totalMinutes: number
  /** The person has information on personal data to read and acknowledge. */
  informationWaits: boolean
  products: ProductToDo[]
  /** Published learning paths with the courses of each in the offer. */
  paths: StartPath[]
}

/** For how many days after the leader's confirmation a product that is missing is asked for. */
const ASKED_FOR_DAYS = 90

/**
 * Minutes of one ISO month, `2025-03`, beside all minutes of the person, whether there is information to read, and the
 * products that wait for the person: to hand in, or as the leader to accept.
 */
export async function findStartGlance(
  db: Db,
  personId: PersonId,
  { month, now }: { month: string; now: Date },
): Promise<StartGlance> {
  const firstDay = `${month}-01`
  return db
    .selectFrom('time_entry')
    .where('person_id', '=', personId)
    .select([
      sql<number>`coalesce(sum(minutes) filter (where worked_on >= ${firstDay}::date
        and worked_on < ${firstDay}::date + interval '1 month'), 0)::int`.as('monthMinutes'),
      sql<number>`coalesce(sum(minutes), 0)::int`.as('totalMinutes'),
      sql<boolean>`exists (select 1 from participation where participation.person_id = ${personId}
        and participation.merged_into is null and ${informationWaits})`.as('informationWaits'),
      productsOf(personId, now).as('products'),
      startPaths.as('paths'),
    ])
    .executeTakeFirstOrThrow()
}

const startPaths = sql<StartPath[]>`coalesce((
  select jsonb_agg(jsonb_build_object('slug', p.slug, 'title', p.title, 'parts', p.parts, 'offered', (
      select coalesce(jsonb_agg(c.slug), '[]'::jsonb) from course c where c.retired_at is null
        and exists (select from jsonb_array_elements(p.parts) as stretch (part) where part -> 'courses' @> to_jsonb(c.slug)))) order by p.title)
  from learning_path p where p.retired_at is null and p.published_at is not null), '[]'::jsonb)`

function productsOf(personId: PersonId, now: Date) {
  return sql<
    ProductToDo[]
  >`coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'id', id, 'title', title)) from (
    select 'hand-in' as kind, occasion.occasion_id as id, activity.title
    from booking
    join occasion on occasion.occasion_id = booking.occasion_id and occasion.state <> 'installt'
    join activity on activity.activity_id = occasion.activity_id and activity.product_prompt is not null
    where booking.person_id = ${personId} and booking.state = 'bokad'
      and exists (select 1 from meeting
        join meeting_confirmation done on done.meeting_id = meeting.meeting_id
          and done.confirmed_at > ${now}::timestamptz - make_interval(days => ${ASKED_FOR_DAYS})
        join attendance on attendance.meeting_id = meeting.meeting_id
          and attendance.person_id = booking.person_id and attendance.present
        where meeting.occasion_id = occasion.occasion_id)
      and not exists (select 1 from product
        where product.occasion_id = occasion.occasion_id and product.person_id = booking.person_id)
    union all
    select 'accept', (select meeting_id from meeting where meeting.occasion_id = occasion.occasion_id
      order by starts_at desc limit 1), activity.title
    from occasion_leader
    join occasion on occasion.occasion_id = occasion_leader.occasion_id and occasion.state <> 'installt'
    join activity on activity.activity_id = occasion.activity_id and activity.product_prompt is not null
    where occasion_leader.person_id = ${personId}
      and exists (select 1 from product where product.occasion_id = occasion.occasion_id
        and product.accepted_at is null and product.person_id <> ${personId})
  ) waiting), '[]'::jsonb)`
}

export interface OfferCard {
  slug: string
  title: string
  summary: string
  detail: string
}

/** What a visitor meets first: three courses, three examples and three lectures, in one statement. */
export async function listOffer(
  db: Db,
): Promise<{ courses: OfferCard[]; examples: OfferCard[]; lectures: OfferCard[] }> {
  const rows = await sql<OfferCard & { kind: 'course' | 'example' | 'lecture' }>`
    (select 'course' as kind, slug, title, summary, nominal_minutes::text as detail from course
      where retired_at is null and course_open_to(terms, course_id, null, current_date)
      order by published_at desc, title limit 3)
    union all
    (select 'example', slug, title, summary, level from example
      where retired_at is null order by published_at desc, title limit 3)
    union all
    (select 'lecture', slug, title, summary, minutes::text from lecture
      where retired_at is null order by recorded_on desc, title limit 3)`.execute(db)
  const of = (kind: string) =>
    rows.rows
      .filter((row) => row.kind === kind)
      .map(({ slug, title, summary, detail }) => ({ slug, title, summary, detail }))
  return { courses: of('course'), examples: of('example'), lectures: of('lecture') }
}
