import { ownActivities } from '~/domains/catalogue/index.server'
import { ownCompetence } from '~/domains/competence/index.server'
import { ownCertificates } from '~/domains/credential/index.server'
import { ownIdentity, type OwnSection } from '~/domains/identity/index.server'
import { ownLearning } from '~/domains/learning/index.server'
import { ownNotices } from '~/domains/notice/index.server'
import { ownEmployments } from '~/domains/organisation/index.server'
import { ownParticipation } from '~/domains/participation/index.server'
import { ownExamples } from '~/domains/practice/index.server'
import { ownWriting } from '~/domains/writing/index.server'

/** Everything that the portal holds about a person, part by part, in the order of the copy. */
export const ownSections: readonly OwnSection[] = [
  ...ownIdentity,
  ...ownEmployments,
  ...ownActivities,
  ...ownLearning,
  ...ownCompetence,
  ...ownExamples,
  ...ownWriting,
  ...ownParticipation,
  ...ownCertificates,
  ...ownNotices,
]

/** Columns that name who did something to somebody else's row, or to no person's. Each person's acts are in `ownActs`. */
export const actorColumns: Readonly<Record<string, string>> = {
  'course_draft.submitted_by': 'who sent a course to review',
  'course_permit.given_by': 'who let another person in to a course',
  'course_revision.published_by': 'who published a version of a course',
  'booking.decided_by': 'who decided on another person’s booking',
  'attendance_mark.recorded_by': 'who recorded another person’s attendance',
  'meeting_confirmation.confirmed_by': 'who confirmed a meeting of many people',
  'stage_release.released_by': 'who finished a step of an assignment for another person',
  'product.accepted_by': 'who accepted another person’s product',
  'discussion_thread.locked_by': 'who closed a thread of many people',
  'discussion_post.hidden_by': 'who hid another person’s post',
  'discussion_report.settled_by': 'who dealt with another person’s report',
  'discussion_switch.changed_by': 'who turned the discussion of a course on or off',
  'time_entry.recorded_by': 'who recorded another person’s time',
  'month_event.actor_id': 'who attested or reopened another person’s month',
  'project_month.changed_by': 'who locked a project’s month',
  'export_batch.created_by': 'who made a project’s file',
  'participant_import.actor_id': 'who imported other people’s records',
  'notice_version.published_by': 'who published a text for everybody',
  'erasure_request.decided_by': 'who decided on another person’s erasure',
  'person_merge.merged_by': 'who merged two other records',
}
