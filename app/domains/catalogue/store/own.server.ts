import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'

export const ownActivities: readonly OwnSection[] = [
  ownSection(
    'madeActivities',
    ['activity.created_by'],
    (ids) => sql`select title, state, created_at as "createdAt" from activity
      where created_by = any (${ids}) order by created_at`,
  ),
  ownSection(
    'ledOccasions',
    ['occasion_leader.person_id'],
    (ids) => sql`select activity.title as title, min(meeting.starts_at) as "startsAt"
      from occasion_leader join occasion using (occasion_id) join activity using (activity_id)
      left join meeting on meeting.occasion_id = occasion.occasion_id
      where occasion_leader.person_id = any (${ids}) group by occasion.occasion_id, activity.title order by 2`,
  ),
  ownSection(
    'madeCourses',
    ['course_draft.created_by', 'course_editor.person_id'],
    (ids) => sql`select settings ->> 'title' as title, state, created_at as "createdAt" from course_draft
      where created_by = any (${ids}) or exists (select from course_editor
        where course_editor.course_id = course_draft.course_id and course_editor.person_id = any (${ids}))
      order by created_at`,
  ),
  ownSection(
    'ledCohorts',
    ['cohort.leader_id'],
    (ids) => sql`select course.title as title, cohort.name as "group", starts_on as "startsOn"
      from cohort join course using (course_id) where leader_id = any (${ids}) order by cohort.created_at`,
  ),
  ownSection(
    'coursePermits',
    ['course_permit.person_id'],
    (ids) => sql`select course.title as title, kind, reason, given_at as "givenAt", revoked_at as "revokedAt"
      from course_permit join course using (course_id) where person_id = any (${ids}) order by given_at`,
  ),
  ownSection(
    'uploadedMedia',
    ['media_item.uploaded_by'],
    (ids) => sql`select title, file_name as "fileName", created_at as "createdAt" from media_item
      where uploaded_by = any (${ids}) order by created_at`,
  ),
  ownSection(
    'mediaUploads',
    ['media_upload.started_by'],
    (ids) => sql`select file_name as "fileName", started_at as "startedAt" from media_upload
      where started_by = any (${ids}) order by started_at`,
  ),
]
