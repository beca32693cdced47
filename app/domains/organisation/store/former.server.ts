import { type RawBuilder, sql } from 'kysely'

/** A subquery of everybody whose employments have all ended before an ISO day, except those named. */
export function formerStaffSql(before: string, except: readonly string[]): RawBuilder<unknown> {
  return sql`(select person_id from employment where not (person_id = any (${[...except]}::uuid[]))
    group by person_id having count(*) = count(ends_on) and max(ends_on) < ${before}::date)`
}
