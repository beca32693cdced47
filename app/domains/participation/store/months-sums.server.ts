import { type RawBuilder, sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Tx } from '~db/schema'
import { daysOf } from '../months/rules/calendar'

/**
 * SQL of the sums of a project's month by person: `person_id, minutes, reportable, entry_count, lines_sha256`. With
 * `persons` (an SQL list or subquery) only theirs. The digest is that of `linesSha256`.
 */
export function monthSums(projectId: ProjectId, month: string, persons?: RawBuilder<unknown>): RawBuilder<unknown> {
  const { from, before } = daysOf(month)
  const some = persons === undefined ? sql`` : sql`and line.person_id in (${persons})`
  return sql`
    select line.person_id, sum(line.minutes)::int as minutes,
      coalesce(sum(line.minutes) filter (where line.time_type <> 'sjalvstudier' or rules.self_study_eligible), 0)::int
        as reportable,
      count(*)::int as entry_count,
      encode(sha256(convert_to(string_agg(month_line(line), E'\n' order by line.worked_on, line.time_entry_id), 'utf8')), 'hex')
        as lines_sha256
    from time_entry line
    join project rules on rules.project_id = line.project_id
    where line.project_id = ${projectId} and line.worked_on >= ${from}::date and line.worked_on < ${before}::date ${some}
    group by line.person_id`
}

/** SQL of the minutes that are reported of `reportable`, by the rounding of the joined project. */
export function roundedSql(reportable: RawBuilder<unknown>, rounding: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(case when ${rounding} = 'floor_hours' then floor(${reportable} / 60.0) * 60 else ${reportable} end)::int`
}

/** An SQL list of persons. */
export function listOf(personIds: readonly PersonId[]): RawBuilder<unknown> {
  return sql`select unnest(${[...personIds]}::uuid[])`
}

/**
 * Holds the ledgers of these persons until the transaction ends: what is read of them after this is what holds when
 * the next line or event is chained. Takes them in one order, so that two who hold many never wait for each other.
 */
export async function holdLedgers(tx: Tx, personIds: readonly PersonId[]): Promise<void> {
  if (personIds.length > 0) await sql`select lock_ledgers(${[...personIds]}::uuid[])`.execute(tx)
}

/** Holds the ledgers of everybody who has time in the month. */
export async function holdMonthLedgers(tx: Tx, projectId: ProjectId, month: string): Promise<void> {
  await sql`select lock_ledgers(array(
    select person_id from person_month where project_id = ${projectId} and month = ${month}))`.execute(tx)
}
