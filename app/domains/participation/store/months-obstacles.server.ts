import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { daysOf } from '../months/rules/calendar'

/** What the office should look at before a month is locked, for one person. */
export interface MonthObstacle {
  kind: 'incomplete' | 'overlap' | 'daily-cap' | 'above-nominal'
  participationId: string
  /** The alias of a protected person, whose days and minutes stay null. */
  name: string
  day: string | null
  minutes: number | null
  /** The lines it is about: two that overlap, the longest two of the day, or one. Empty for a protected person. */
  titles: string[]
  /** How many there are of the kind, shown or not. */
  total: number
}

/**
 * Persons of the month, not locked yet, whose record lacks something, who were in two places at once, who have more
 * time in a day than the project's cap, or more self-study than what they finished is meant to take; at most `most` of each kind. Corrected lines and their contra entries are left
 * out. None of it keeps the month from being locked.
 */
export async function listMonthObstacles(
  db: Db,
  projectId: ProjectId,
  month: string,
  most: number,
): Promise<MonthObstacle[]> {
  const { from, before } = daysOf(month)
  const { rows } = await sql<MonthObstacle>`
    with open_months as materialized (
      select record.participation_id, record.person_id, record.entry_on, record.notice_ack_at
      from person_month standing
      join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
        and record.merged_into is null
      where standing.project_id = ${projectId} and standing.month = ${month}
        and standing.state not in ('last', 'exporterad')
    ), lines as materialized (
      select line.time_entry_id, line.person_id, line.worked_on, line.minutes, line.starts_at, line.ends_at,
        line.title, line.time_type, line.source_kind, line.source_id
      from time_entry line join open_months on open_months.person_id = line.person_id
      where line.project_id = ${projectId} and line.worked_on >= ${from}::date and line.worked_on < ${before}::date
        and line.minutes > 0
        and not exists (select 1 from time_entry contra
          where contra.corrects_id = line.time_entry_id and contra.minutes < 0)
    ), found as (
      select 'incomplete' as kind, person_id, null::date as day, null::int as minutes, '{}'::text[] as titles
      from open_months
      where entry_on is null or notice_ack_at is null or not exists (select 1 from identity_number number
        where number.person_id = open_months.person_id and number.replaced_by is null)
      union all
      select 'daily-cap', person_id, worked_on, sum(minutes)::int, (array_agg(title order by minutes desc))[1:2]
      from lines group by person_id, worked_on
      having sum(minutes) > (select daily_cap_minutes from project where project_id = ${projectId})
      union all
      select 'overlap', one.person_id, one.worked_on, sum(extract(epoch from
        least(one.ends_at, other.ends_at) - greatest(one.starts_at, other.starts_at)) / 60)::int,
        array[(array_agg(one.title order by one.time_entry_id, other.time_entry_id))[1],
          (array_agg(other.title order by one.time_entry_id, other.time_entry_id))[1]]
      from lines one join lines other on other.person_id = one.person_id and other.time_entry_id > one.time_entry_id
        and other.starts_at < one.ends_at and one.starts_at < other.ends_at
      group by one.person_id, one.worked_on
      union all
      select 'above-nominal', lines.person_id, lines.worked_on, lines.minutes, array[lines.title]
      from lines
      join completion on completion.completion_id = lines.source_id
      left join lesson on completion.item_kind = 'lesson' and lesson.lesson_id = completion.item_id
      left join lecture on completion.item_kind = 'lecture' and lecture.lecture_id = completion.item_id
      left join course on completion.item_kind = 'course' and course.course_id = completion.item_id
      where lines.source_kind = 'completion' and lines.time_type = 'sjalvstudier'
        and lines.minutes > coalesce(lesson.minutes, lecture.minutes, course.nominal_minutes)
    ), named as (
      select found.kind, open_months.participation_id as "participationId", ${shownNameSql()} as name,
        case when person.protection = 'none' then to_char(found.day, 'YYYY-MM-DD') end as day,
        case when person.protection = 'none' then found.minutes end as minutes,
        case when person.protection = 'none' then found.titles else '{}' end as titles,
        count(*) over (partition by found.kind)::int as total,
        row_number() over (partition by found.kind order by ${shownNameSql()}, found.day) as number
      from found
      join open_months on open_months.person_id = found.person_id
      join person on person.person_id = found.person_id
    )
    select kind, "participationId", name, day, minutes, titles, total from named where number <= ${most}
    order by kind, number`.execute(db)
  return rows
}
