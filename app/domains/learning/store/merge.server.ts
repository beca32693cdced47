import { sql } from 'kysely'
import type { MeetingId, OccasionId, PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'
import { moveAssignments } from './assignment/merge.server'

interface Ids {
  from: PersonId
  to: PersonId
}

/** A completion that was written again for the kept person. */
export interface CopiedCompletion {
  fromId: string
  toId: string
}

/**
 * Writes one person's completions again for another, whole rounds that the other lacks; completions are never changed,
 * so the first ones stay. Answers which became which.
 */
export async function copyCompletions(tx: Tx, { from, to }: Ids): Promise<CopiedCompletion[]> {
  await sql`
    insert into enrolment (person_id, course_id, round, enrolled_at, known_revision, kept_revision, cohort_id)
    select ${to}, course_id, round, enrolled_at, known_revision, kept_revision, cohort_id from enrolment where person_id = ${from}
    on conflict (person_id, course_id, round) do nothing`.execute(tx)
  const { rows } = await sql<CopiedCompletion>`
    with copied as (
      insert into completion (person_id, item_kind, item_id, course_id, revision, round, minutes, finished_at)
      select ${to}, item_kind, item_id, course_id, revision, round, minutes, finished_at
      from completion where person_id = ${from}
      on conflict (person_id, item_kind, item_id, round) do nothing
      returning completion_id, item_kind, item_id, round
    )
    select old.completion_id as "fromId", copied.completion_id as "toId"
    from copied join completion old on old.person_id = ${from} and old.item_kind = copied.item_kind
      and old.item_id = copied.item_id and old.round = copied.round`.execute(tx)
  return rows
}

/**
 * Work under way: notes, and the answers, attempts, assignments, watched seconds and visits that the other lacks; those
 * that both have stay behind.
 */
export async function moveWork(tx: Tx, { from, to }: Ids): Promise<void> {
  await sql`update answer set person_id = ${to} where person_id = ${from} and not exists (select from answer own
    where own.person_id = ${to} and own.item_id = answer.item_id and own.round = answer.round
      and own.question_key = answer.question_key)`.execute(tx)
  await sql`update quiz_attempt set person_id = ${to} where person_id = ${from} and not exists (select from quiz_attempt own
    where own.person_id = ${to} and own.item_id = quiz_attempt.item_id and own.round = quiz_attempt.round)`.execute(tx)
  await moveAssignments(tx, { from, to })
  await sql`update watch set person_id = ${to} where person_id = ${from} and not exists (select from watch own
    where own.person_id = ${to} and own.lecture_id = watch.lecture_id)`.execute(tx)
  await sql`update watch_past set person_id = ${to} where person_id = ${from} and not exists (select from watch_past own
    where own.person_id = ${to} and own.lecture_id = watch_past.lecture_id and own.ended_at = watch_past.ended_at)`.execute(
    tx,
  )
  await sql`update lecture_note set person_id = ${to} where person_id = ${from}`.execute(tx)
  await sql`update lesson_visit set person_id = ${to} where person_id = ${from} and not exists (select from lesson_visit own
    where own.person_id = ${to} and own.lesson_id = lesson_visit.lesson_id)`.execute(tx)
}

/**
 * Bookings, interest and handed-in products that the other lacks; a booking of the other that has ended gives way. The
 * calendar's secret address ends.
 */
export async function moveBookings(tx: Tx, { from, to }: Ids): Promise<void> {
  await sql`
    update booking kept set state = mine.state, queued_at = mine.queued_at, changed_at = mine.changed_at,
      decided_by = mine.decided_by, organisation_id = mine.organisation_id
    from booking mine
    where mine.person_id = ${from} and kept.person_id = ${to} and kept.occasion_id = mine.occasion_id
      and kept.state in ('avbokad', 'nekad') and mine.state in ('ansokt', 'bokad', 'vantelista')`.execute(tx)
  await sql`
    update booking set state = 'avbokad', access_needs = null, access_needs_delete_on = null
    where person_id = ${from} and state in ('ansokt', 'bokad', 'vantelista')
      and exists (select from booking own where own.person_id = ${to} and own.occasion_id = booking.occasion_id)`.execute(
    tx,
  )
  await sql`update booking set person_id = ${to} where person_id = ${from} and not exists (select from booking own
    where own.person_id = ${to} and own.occasion_id = booking.occasion_id)`.execute(tx)
  await sql`
    insert into interest (activity_id, person_id, created_at)
    select activity_id, ${to}, created_at from interest where person_id = ${from} on conflict do nothing`.execute(tx)
  await tx.deleteFrom('interest').where('person_id', '=', from).execute()
  await sql`update product set person_id = ${to} where person_id = ${from} and not exists (select from product own
    where own.person_id = ${to} and own.occasion_id = product.occasion_id)`.execute(tx)
  await tx.deleteFrom('calendar_feed').where('person_id', '=', from).execute()
}

/**
 * Marks at meetings that are not confirmed: written again for the other who has none, and taken back for the first, so
 * that the meeting counts one person when its leader confirms it. Marks are never changed.
 */
export async function moveOpenMarks(
  tx: Tx,
  { from, to }: Ids,
  by: { actorId: PersonId; note: string; at: Date },
): Promise<void> {
  const open = sql`mark.person_id = ${from} and mark.present
    and not exists (select from meeting_confirmation done where done.meeting_id = mark.meeting_id)`
  await sql`
    insert into attendance_mark (meeting_id, person_id, present, came_at, left_at, method, recorded_by, recorded_at, note)
    select mark.meeting_id, ${to}, true, mark.came_at, mark.left_at, mark.method, mark.recorded_by, mark.recorded_at, mark.note
    from attendance mark where ${open} and not exists (select from attendance own
      where own.meeting_id = mark.meeting_id and own.person_id = ${to})`.execute(tx)
  await sql`
    insert into attendance_mark (meeting_id, person_id, present, method, recorded_by, recorded_at, note)
    select mark.meeting_id, ${from}, false, mark.method, ${by.actorId}, ${by.at}, ${by.note}
    from attendance mark where ${open}`.execute(tx)
}

/** What a merge holds before it writes, in the order in which everybody holds it: occasions, then open meetings. */
export async function listTouched(
  tx: Tx,
  from: PersonId,
): Promise<{ occasionIds: OccasionId[]; meetingIds: MeetingId[] }> {
  const { rows } = await sql<{ occasionIds: OccasionId[]; meetingIds: MeetingId[] }>`
    select array(select occasion_id from booking where person_id = ${from}
        union select meeting.occasion_id from attendance_mark mark join meeting using (meeting_id)
          where mark.person_id = ${from} and not exists (select from meeting_confirmation done
            where done.meeting_id = mark.meeting_id)
        order by 1) as "occasionIds",
      array(select distinct mark.meeting_id from attendance_mark mark
        where mark.person_id = ${from} and not exists (select from meeting_confirmation done
          where done.meeting_id = mark.meeting_id) order by 1) as "meetingIds"`.execute(tx)
  return rows[0] ?? { occasionIds: [], meetingIds: [] }
}
