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
 * time in a day than the project's cap, or more self-study than what they finished is meant to take; at most `most` of
 * each kind. Corrected lines and their contra entries are left out. None of it keeps the month from being locked. The
 * month is summed by day once; only days that stand out are read line by line, and only persons who do are looked up.
 */
export async function listMonthObstacles(
  db: Db,
  projectId: ProjectId,
  month: string,
  most: number,
): Promise<MonthObstacle[]> {
  const { from, before } = daysOf(month)
  const counted = sql<boolean>`line.project_id = ${projectId} and line.worked_on >= ${from}::date
    and line.worked_on < ${before}::date and line.minutes > 0 and not exists (
      select 1 from time_entry contra where contra.corrects_id = line.time_entry_id and contra.minutes < 0)`
  const cap = sql`(select daily_cap_minutes from project where project_id = ${projectId})`
  const { rows } = await sql<MonthObstacle>`
    with days as materialized (
      select line.person_id, line.worked_on, sum(line.minutes)::int as minutes, count(line.starts_at) as timed
      from time_entry line where ${counted}
      group by line.person_id, line.worked_on having sum(line.minutes) > ${cap} or count(line.starts_at) > 1
    ), found as (
      select 'incomplete' as kind, standing.person_id, null::date as day, null::int as minutes, '{}'::text[] as titles
      from person_month standing
      join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
      where standing.project_id = ${projectId} and standing.month = ${month} and record.project_id = ${projectId}
        and (record.entry_on is null or record.notice_ack_at is null or not exists (
          select 1 from identity_number number where number.person_id = record.person_id and number.replaced_by is null))
      union all
      select 'daily-cap', days.person_id, days.worked_on, days.minutes, array(
        select line.title from time_entry line
        where line.person_id = days.person_id and line.worked_on = days.worked_on and ${counted}
        order by line.minutes desc limit 2)
      from days where days.minutes > ${cap}
      union all
      select 'overlap', days.person_id, days.worked_on, pairs.minutes, pairs.titles
      from days cross join lateral (
        select sum(extract(epoch from
            least(line.ends_at, other.ends_at) - greatest(line.starts_at, other.starts_at)) / 60)::int as minutes,
          array[(array_agg(line.title order by line.time_entry_id, other.time_entry_id))[1],
            (array_agg(other.title order by line.time_entry_id, other.time_entry_id))[1]] as titles
        from time_entry line
        join (select line.* from time_entry line where ${counted}) other on other.person_id = line.person_id
          and other.worked_on = line.worked_on and other.time_entry_id > line.time_entry_id
          and other.starts_at < line.ends_at and line.starts_at < other.ends_at
        where line.person_id = days.person_id and line.worked_on = days.worked_on and ${counted}
      ) pairs
      where days.timed > 1 and pairs.minutes is not null
      union all
      select 'above-nominal', line.person_id, line.worked_on, line.minutes, array[line.title]
      from time_entry line
      join completion on completion.completion_id = line.source_id
      left join lesson on completion.item_kind = 'lesson' and lesson.lesson_id = completion.item_id
      left join lecture on completion.item_kind = 'lecture' and lecture.lecture_id = completion.item_id
      left join course on completion.item_kind = 'course' and course.course_id = completion.item_id
      where ${counted} and line.source_kind = 'completion' and line.time_type = 'sjalvstudier'
        and line.minutes > coalesce(lesson.minutes, lecture.minutes, course.nominal_minutes)
    ), named as (
      select found.kind, someone.participation_id as "participationId", someone.name,
        case when not someone.hidden then to_char(found.day, 'YYYY-MM-DD') end as day,
        case when not someone.hidden then found.minutes end as minutes,
        case when not someone.hidden then found.titles else '{}' end as titles,
        count(*) over (partition by found.kind)::int as total,
        row_number() over (partition by found.kind order by someone.name, found.day) as number
      from found
      cross join lateral (
        select record.participation_id, ${shownNameSql()} as name, person.protection <> 'none' as hidden
        from participation record
        join person_month standing on standing.project_id = record.project_id and standing.person_id = record.person_id
          and standing.month = ${month} and standing.state not in ('last', 'exporterad')
        join person on person.person_id = record.person_id
        where record.project_id = ${projectId} and record.person_id = found.person_id and record.merged_into is null
        offset 0
      ) someone
    )
    select kind, "participationId", name, day, minutes, titles, total from named where number <= ${most}
    order by kind, number`.execute(db)
  return rows
}
