import { type RawBuilder, sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { daysOf } from '../months/rules/calendar'
import { type After, minuteColumns, type MonthRow, type MonthTotals } from '../papers/model'

const sortSql = sql<string>`case when person.protection = 'none' then person.family_name || ' ' || person.given_name
  else person.alias end`
const unlessProtected = (value: RawBuilder<unknown>) => sql`case when person.protection = 'none' then ${value} end`

interface Piece {
  after?: After
  size?: number
  personId?: PersonId | undefined
}

/** SQL of person-months of a month; the columns are those of `MonthRow`, and `sort`. */
function monthRowsSql(projectId: ProjectId, month: string, { after, size, personId }: Piece = {}): RawBuilder<unknown> {
  const { from, before } = daysOf(month)
  const start =
    after === undefined ? sql`` : sql`and (${sortSql}, person.person_id) > (${after.sort}, ${after.personId})`
  const one = personId === undefined ? sql`` : sql`and standing.person_id = ${personId}`
  const most = size === undefined ? sql`` : sql`order by sort, standing.person_id limit ${size}`
  return sql`
    with keys as materialized (
      select standing.person_id, standing.state, record.participation_id, record.partner_id, record.employer_id,
        record.municipality_code, record.entry_on, record.exit_on, ${sortSql} as sort
      from person_month standing
      join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
        and record.merged_into is null
      join person on person.person_id = standing.person_id and person.merged_into is null
      where standing.project_id = ${projectId} and standing.month = ${month} ${start} ${one}
      ${most}
    ), events as materialized (
      select distinct on (event.person_id, event.kind) event.person_id, event.kind, event.method, event.actor_id,
        event.happened_at, link.position
      from keys join month_event event on event.person_id = keys.person_id and event.project_id = ${projectId}
        and event.month = ${month} and event.kind in ('signerad', 'attesterad')
      join ledger_link link on link.row_id = event.month_event_id
      order by event.person_id, event.kind, link.position desc
    ), sums as (
      select line.person_id, sum(line.minutes)::int as registered, count(*)::int as entry_count,
        coalesce(sum(line.minutes) filter (where line.time_type <> 'sjalvstudier' or rules.self_study_eligible), 0)::int
          as reportable,
        encode(sha256(convert_to(string_agg(month_line(line), E'\n' order by line.worked_on, line.time_entry_id), 'utf8')),
          'hex') as lines_sha256,
        coalesce(sum(line.minutes) filter (where line.source_kind = 'attendance'), 0)::int as attended,
        coalesce(sum((extract(epoch from meeting.ends_at - meeting.starts_at) / 60 - meeting.break_minutes)::int)
          filter (where line.part = 1 and meeting.meeting_id is not null), 0)::int as planned,
        coalesce(sum(case when completion.completion_id is null then 0
          when watch.lecture_id is not null then round((
            select coalesce(sum(upper(span) - lower(span)), 0) from unnest(watch.watched) span) / 60.0)::int
          else completion.minutes end), 0)::int as seen,
        coalesce(sum(line.minutes) filter (where link.position < signature.position), 0)::int as signed
      from keys
      join time_entry line on line.person_id = keys.person_id and line.project_id = ${projectId}
        and line.worked_on >= ${from}::date and line.worked_on < ${before}::date
      join project rules on rules.project_id = line.project_id
      join ledger_link link on link.row_id = line.time_entry_id
      left join events signature on signature.person_id = line.person_id and signature.kind = 'signerad'
      left join attendance_mark mark on line.source_kind = 'attendance' and mark.attendance_mark_id = line.source_id
      left join meeting on meeting.meeting_id = mark.meeting_id
      left join completion on line.source_kind = 'completion' and completion.completion_id = line.source_id
      left join lesson on completion.item_kind = 'lesson' and lesson.lesson_id = completion.item_id
      left join watch on watch.person_id = line.person_id and watch.lecture_id =
        case completion.item_kind when 'lecture' then completion.item_id when 'lesson' then lesson.lecture_id end
      group by line.person_id
    ), missed as (
      select keys.person_id,
        sum((extract(epoch from meeting.ends_at - meeting.starts_at) / 60 - meeting.break_minutes)::int)::int as planned
      from keys
      join booking on booking.person_id = keys.person_id and booking.state = 'bokad'
      join occasion on occasion.occasion_id = booking.occasion_id and occasion.state <> 'installt'
      join activity on activity.activity_id = occasion.activity_id and activity.project_id = ${projectId}
      join meeting on meeting.occasion_id = occasion.occasion_id
      where to_char(meeting.starts_at at time zone 'Europe/Stockholm', 'YYYY-MM') = ${month}
        and not exists (select 1 from attendance_mark mark
          join time_entry line on line.source_kind = 'attendance' and line.source_id = mark.attendance_mark_id
          where mark.meeting_id = meeting.meeting_id and mark.person_id = booking.person_id)
      group by keys.person_id
    )
    select ${month}::text as month, keys.person_id as "personId", keys.participation_id as "participationId", keys.sort,
      ${shownNameSql()} as name, person.protection <> 'none' as "isProtected", keys.state,
      ${unlessProtected(sql`partner.name`)} as partner, ${unlessProtected(sql`employer.name`)} as employer,
      ${unlessProtected(sql`municipality.name`)} as municipality,
      ${unlessProtected(sql`keys.entry_on`)} as "entryOn", ${unlessProtected(sql`keys.exit_on`)} as "exitOn",
      coalesce(sums.planned, 0) + coalesce(missed.planned, 0) as planned, coalesce(sums.attended, 0) as attended,
      coalesce(sums.seen, 0) as seen, case when signature.person_id is not null then coalesce(sums.signed, 0) end as signed,
      coalesce(sums.registered, 0) as registered, coalesce(sums.reportable, 0) as reportable,
      coalesce(figure.reported_minutes, 0) as reported, coalesce(sums.entry_count, 0) as "entryCount",
      coalesce(sums.lines_sha256, '') as "linesSha256", coalesce(locked.generation, 0) as generation,
      figure.frozen_at as "frozenAt",
      case when keys.state not in ('oppen', 'rattad') then signature.happened_at end as "signedAt",
      case when keys.state not in ('oppen', 'rattad') then signature.method end as "signedMethod",
      case when attest.shown then attest.happened_at end as "attestedAt", case when attest.shown then attest.method end as "attestedMethod",
      case when attest.shown and attester.person_id is not null then ${shownNameSql('attester')} end as "attestedBy",
      batch.number as "batchNumber", exported.reported_minutes as "batchMinutes"
    from keys
    join person on person.person_id = keys.person_id
    join organisation partner on partner.organisation_id = keys.partner_id
    join organisation employer on employer.organisation_id = keys.employer_id
    left join municipality on municipality.municipality_code = keys.municipality_code
    left join sums on sums.person_id = keys.person_id
    left join missed on missed.person_id = keys.person_id
    left join events signature on signature.person_id = keys.person_id and signature.kind = 'signerad'
    left join lateral (select attested.*, keys.state in ('attesterad', 'last', 'exporterad') as shown
      from events attested where attested.person_id = keys.person_id and attested.kind = 'attesterad'
        and attested.position > signature.position) attest on true
    left join person attester on attester.person_id = attest.actor_id
    left join project_month locked on locked.project_id = ${projectId} and locked.month = ${month}
    left join month_figure figure on figure.project_id = ${projectId} and figure.month = ${month}
      and figure.person_id = keys.person_id and figure.generation = locked.generation and locked.state = 'last'
    left join export_batch batch on batch.project_id = ${projectId} and batch.month = ${month}
      and batch.state = 'klar' and batch.superseded_by is null
    left join export_line exported on exported.export_batch_id = batch.export_batch_id
      and exported.person_id = keys.person_id
`
}

/**
 * The person-months of a project's month by name, from `after` on and at most `size`; with `personId` that person's
 * alone. The sums are those of the month pages: what was planned, attended, seen, signed, registered and frozen.
 */
export async function listMonthRows(
  db: Db,
  projectId: ProjectId,
  month: string,
  piece: Piece & { size: number },
): Promise<(MonthRow & { sort: string })[]> {
  const { rows } = await sql<MonthRow & { sort: string }>`
    select * from (${monthRowsSql(projectId, month, piece)}) row order by row.sort, row."personId"`.execute(db)
  return rows.map((row) => ({ ...row, batchNumber: row.batchMinutes === null ? null : row.batchNumber }))
}

/** The sums of all the person-months of each of these months, of the very rows that the files have. */
export async function sumMonthRows(
  db: Db,
  projectId: ProjectId,
  months: readonly string[],
  personId?: PersonId,
): Promise<MonthTotals[]> {
  if (months.length === 0) return []
  const sum = (column: string) => sql`coalesce(sum(row.${sql.ref(column)}), 0)::int as ${sql.ref(column)}`
  const sums = sql.join(minuteColumns.map(sum))
  const each = months.map(
    (month) => sql`(select ${month}::text as month, count(*)::int as persons, ${sums},
      coalesce(sum(row.reported) filter (where row."batchMinutes" is null), 0)::int as "leftOut"
      from (${monthRowsSql(projectId, month, { personId })}) row)`,
  )
  const { rows } = await sql<MonthTotals>`${sql.join(each, sql` union all `)} order by month`.execute(db)
  return rows
}

/** The months of a project that hold time, the oldest first. */
export async function listMonthsWithTime(db: Db, projectId: ProjectId): Promise<string[]> {
  const rows = await db
    .selectFrom('person_month')
    .where('project_id', '=', projectId)
    .select('month')
    .distinct()
    .orderBy('month')
    .execute()
  return rows.map(({ month }) => month)
}
