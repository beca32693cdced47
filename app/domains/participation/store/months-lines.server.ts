import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { MonthEvent, MonthLine, PlannedMeeting } from '../months/model'
import { daysOf } from '../months/rules/calendar'

/**
 * The lines of a person's month by day, each with what was planned, attended, seen and signed of it. Seen is what was
 * really played of a recorded lecture, and the nominal time of another finished item.
 */
export async function listMonthLines(
  db: Db,
  projectId: ProjectId,
  personId: PersonId,
  month: string,
): Promise<MonthLine[]> {
  const { from, before } = daysOf(month)
  const { rows } = await sql<MonthLine>`
    with marks as (
      select max(link.position) filter (where event.kind = 'signerad') as signed_at,
        max(link.position) filter (where event.kind = 'last') as locked_at
      from month_event event join ledger_link link on link.row_id = event.month_event_id
      where event.project_id = ${projectId} and event.person_id = ${personId} and event.month = ${month}
    )
    select line.time_entry_id as "timeEntryId", line.worked_on as "workedOn", line.minutes, line.time_type as "timeType",
      line.title, line.source_kind as "sourceKind", line.starts_at as "startsAt", line.ends_at as "endsAt",
      line.recorded_at as "recordedAt", line.reason, line.corrects_id as "correctsId",
      case when line.part = 1 and meeting.meeting_id is not null then
        (extract(epoch from meeting.ends_at - meeting.starts_at) / 60 - meeting.break_minutes)::int end as planned,
      case when line.source_kind = 'attendance' then line.minutes end as attended,
      case when completion.completion_id is null then null
        when watch.lecture_id is not null then round((
          select coalesce(sum(upper(span) - lower(span)), 0) from unnest(watch.watched) span) / 60.0)::int
        else completion.minutes end as seen,
      case when link.position < marks.signed_at then line.minutes end as signed,
      coalesce(lesson.minutes, lecture.minutes, course.nominal_minutes) as nominal,
      coalesce(link.position > marks.locked_at and locked.state <> 'oppen', false) as late
    from time_entry line
    cross join marks
    join ledger_link link on link.row_id = line.time_entry_id
    left join project_month locked on locked.project_id = line.project_id and locked.month = ${month}
    left join attendance_mark mark on line.source_kind = 'attendance' and mark.attendance_mark_id = line.source_id
    left join meeting on meeting.meeting_id = mark.meeting_id
    left join completion on line.source_kind = 'completion' and completion.completion_id = line.source_id
    left join lesson on completion.item_kind = 'lesson' and lesson.lesson_id = completion.item_id
    left join lecture on lecture.lecture_id = case completion.item_kind when 'lecture' then completion.item_id
      when 'lesson' then lesson.lecture_id end
    left join watch on watch.lecture_id = lecture.lecture_id and watch.person_id = line.person_id
    left join course on completion.item_kind = 'course' and course.course_id = completion.item_id
    where line.project_id = ${projectId} and line.person_id = ${personId}
      and line.worked_on >= ${from}::date and line.worked_on < ${before}::date
    order by line.worked_on, line.starts_at nulls last, link.position`.execute(db)
  return rows
}

/** Meetings of the project in the month that the person has booked and that have given no time, by time. */
export async function listPlannedMeetings(
  db: Db,
  projectId: ProjectId,
  personId: PersonId,
  month: string,
): Promise<PlannedMeeting[]> {
  const { rows } = await sql<PlannedMeeting>`
    select meeting.meeting_id as "meetingId", activity.title,
      to_char(meeting.starts_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as "workedOn",
      meeting.starts_at as "startsAt", meeting.ends_at as "endsAt",
      (extract(epoch from meeting.ends_at - meeting.starts_at) / 60 - meeting.break_minutes)::int as minutes
    from booking
    join occasion on occasion.occasion_id = booking.occasion_id and occasion.state <> 'installt'
    join activity on activity.activity_id = occasion.activity_id and activity.project_id = ${projectId}
    join meeting on meeting.occasion_id = occasion.occasion_id
    where booking.person_id = ${personId} and booking.state = 'bokad'
      and to_char(meeting.starts_at at time zone 'Europe/Stockholm', 'YYYY-MM') = ${month}
      and not exists (select 1 from attendance_mark mark
        join time_entry line on line.source_kind = 'attendance' and line.source_id = mark.attendance_mark_id
        where mark.meeting_id = meeting.meeting_id and mark.person_id = booking.person_id)
    order by meeting.starts_at`.execute(db)
  return rows
}

/** What has happened to a person's month, the first first. Actors are named as others see them. */
export async function listMonthEvents(
  db: Db,
  projectId: ProjectId,
  personId: PersonId,
  month: string,
): Promise<(MonthEvent & { position: number })[]> {
  const { rows } = await sql<MonthEvent & { position: number }>`
    select event.month_event_id as "monthEventId", event.kind, event.method, event.actor_id as "actorId",
      case when event.actor_id is not null then ${shownNameSql('actor')} end as "actorName", event.minutes,
      event.entry_count as "entryCount", event.lines_sha256 as "linesSha256", event.generation, event.reason,
      event.happened_at as "happenedAt", link.position
    from month_event event
    join ledger_link link on link.row_id = event.month_event_id
    left join person actor on actor.person_id = event.actor_id
    where event.project_id = ${projectId} and event.person_id = ${personId} and event.month = ${month}
    order by link.position`.execute(db)
  return rows
}
