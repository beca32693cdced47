import { sql } from 'kysely'
import { informationWaits } from '~/domains/participation/index.server'
import type { Db } from '~db/schema'
import type { PersonId } from '~/shared/ids'

export interface HoursGlance {
  /** Minutes with a day in the month, corrections included. */
  monthMinutes: number
  totalMinutes: number
  /** The person has information on personal data to read and acknowledge. */
  informationWaits: boolean
}

/** Minutes of one ISO month, `2025-03`, beside all minutes of the person, and whether there is information to read. */
export async function findHoursGlance(db: Db, personId: PersonId, month: string): Promise<HoursGlance> {
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
    ])
    .executeTakeFirstOrThrow()
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
      where retired_at is null order by published_at desc, title limit 3)
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
