import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'
import { DRAWN_KEY } from '../model'
import { ownAssignments } from './assignment/own.server'
import { ownDiscussion } from './discussion/keep.server'

const itemTitle = sql`coalesce((select title from lesson where lesson_id = item_id),
  (select title from lecture where lecture_id = item_id), (select title from course where course.course_id = item_id),
  (select activity.title from occasion join activity using (activity_id) where occasion_id = item_id))`

export const ownLearning: readonly OwnSection[] = [
  ownSection(
    'enrolments',
    ['enrolment.person_id'],
    (ids) => sql`select course.title as title, cohort.name as "group", round, enrolled_at as "enrolledAt"
      from enrolment join course using (course_id) left join cohort using (cohort_id) where person_id = any (${ids}) order by enrolled_at`,
  ),
  ownSection(
    'lessonVisits',
    ['lesson_visit.person_id'],
    (ids) => sql`select lesson.title as title, visited_at as "visitedAt"
      from lesson_visit join lesson using (lesson_id) where person_id = any (${ids}) order by visited_at`,
  ),
  ownSection(
    'answers',
    ['answer.person_id'],
    (ids) => sql`select ${itemTitle} as title, round, question_key as "questionKey", response, saved_at as "savedAt"
      from answer where person_id = any (${ids}) and question_key <> ${DRAWN_KEY} order by saved_at`,
  ),
  ownSection(
    'quizAttempts',
    ['quiz_attempt.person_id'],
    (ids) => sql`select ${itemTitle} as title, round, number, responses, score, passed, submitted_at as "submittedAt"
      from quiz_attempt where person_id = any (${ids}) order by submitted_at`,
  ),
  ...ownAssignments,
  ownSection(
    'watchLogs',
    ['watch.person_id', 'watch_past.person_id'],
    (ids) => sql`select lecture.title as title, watched::text as watched, position_seconds as "positionSeconds",
      first_beat_at as "firstAt", last_beat_at as "lastAt"
      from (select person_id, lecture_id, watched, position_seconds, first_beat_at, last_beat_at from watch
        union all select person_id, lecture_id, watched, null, first_beat_at, last_beat_at from watch_past) seen
      join lecture using (lecture_id) where person_id = any (${ids}) order by first_beat_at`,
  ),
  ownSection(
    'lectureNotes',
    ['lecture_note.person_id'],
    (ids) => sql`select lecture.title as title, second, text, created_at as "createdAt", changed_at as "changedAt"
      from lecture_note join lecture using (lecture_id) where person_id = any (${ids}) order by lecture.title, second`,
  ),
  ownSection(
    'completions',
    ['completion.person_id'],
    (ids) => sql`select item_kind as kind, ${itemTitle} as title, round, minutes, finished_at as "finishedAt"
      from completion where person_id = any (${ids}) order by finished_at`,
  ),
  ownSection(
    'interests',
    ['interest.person_id'],
    (ids) => sql`select activity.title as title, interest.created_at as "createdAt"
      from interest join activity using (activity_id) where person_id = any (${ids}) order by 2`,
  ),
  ownSection(
    'bookings',
    ['booking.person_id'],
    (ids) => sql`select activity.title as title, organisation.name as organisation, booking.state as state,
      queued_at as "queuedAt", booking.changed_at as "changedAt", access_needs as "accessNeeds",
      access_needs_delete_on as "accessNeedsDeleteOn"
      from booking join occasion using (occasion_id) join activity using (activity_id)
      left join organisation on organisation.organisation_id = booking.organisation_id
      where person_id = any (${ids}) order by queued_at`,
  ),
  ownSection(
    'attendanceMarks',
    ['attendance_mark.person_id'],
    (ids) => sql`select activity.title as title, meeting.starts_at as "startsAt", meeting.ends_at as "endsAt",
      present, came_at as "cameAt", left_at as "leftAt", method, note, recorded_at as "recordedAt"
      from attendance_mark join meeting using (meeting_id) join occasion using (occasion_id)
      join activity using (activity_id) where person_id = any (${ids}) order by sequence`,
  ),
  ownSection(
    'products',
    ['product.person_id'],
    (ids) => sql`select activity.title as title, wording, handed_in_at as "handedInAt", accepted_at as "acceptedAt"
      from product join occasion using (occasion_id) join activity using (activity_id)
      where person_id = any (${ids}) order by handed_in_at`,
  ),
  ownSection(
    'calendarFeed',
    ['calendar_feed.person_id'],
    (ids) => sql`select created_at as "createdAt" from calendar_feed where person_id = any (${ids})`,
  ),
  ...ownDiscussion,
]
