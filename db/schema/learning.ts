import type { ColumnType, Generated } from 'kysely'
import type {
  AttendanceMarkTable,
  AttendanceView,
  BookingTable,
  CalendarFeedTable,
  InterestTable,
  MeetingConfirmationTable,
  ProductTable,
} from './activity'
import type {
  AllocationTable,
  ReviewTable,
  StageReleaseTable,
  SubmissionFileTable,
  SubmissionTable,
} from './assignment'
import type {
  DiscussionFollowTable,
  DiscussionMentionTable,
  DiscussionPostTable,
  DiscussionReportTable,
  DiscussionSwitchTable,
  DiscussionThreadTable,
} from './discussion'
import type { Json, Timestamp } from './identity'

export interface EnrolmentTable {
  enrolment_id: Generated<string>
  person_id: string
  course_id: string
  round: Generated<number>
  enrolled_at: Timestamp
  /** The group in which the course is taken; null is alone. */
  cohort_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The newest version of the course that the person has been told of. */
  known_revision: Generated<number>
  /** The version that the person keeps; null follows the newest. */
  kept_revision: ColumnType<number | null, number | null | undefined, number | null>
}
export interface LessonVisitTable {
  person_id: string
  lesson_id: string
  visited_at: Timestamp
}
/** item_id is a lesson, or a lecture opened outside a course. */
export interface AnswerTable {
  person_id: string
  item_id: string
  round: Generated<number>
  question_key: string
  response: Json<unknown>
  saved_at: Timestamp
}
export interface QuizAttemptTable {
  quiz_attempt_id: Generated<string>
  person_id: string
  item_id: string
  round: Generated<number>
  number: number
  responses: Json<unknown>
  score: number
  passed: boolean
  submitted_at: Timestamp
  /** The questions as they were asked; null for attempts from before questions were kept. */
  question_set_id: ColumnType<string | null, string | null | undefined, string | null>
}
/** Questions of attempts, each wording once under the hash of its text. */
export interface QuestionSetTable {
  question_set_id: string
  questions: Json<unknown>
}
export interface WatchTable {
  person_id: string
  lecture_id: string
  /** Whole seconds really played, as int4multirange text: `{[0,42),[60,90)}`. */
  watched: ColumnType<string, string | undefined, string>
  position_seconds: number
  first_beat_at: Timestamp
  last_beat_at: Timestamp
  /** The clock time that the counted seconds have used up; the next beat claims from here. */
  paid_until: ColumnType<Date, Date | undefined, Date>
}
/** What was watched of a lecture before a new round of its course was begun. */
export interface WatchPastTable {
  person_id: string
  lecture_id: string
  watched: string
  first_beat_at: Timestamp
  last_beat_at: Timestamp
  ended_at: Timestamp
}
/** A person's own note at a second of a lecture; the browser that makes it gives the id. */
export interface LectureNoteTable {
  note_id: string
  person_id: string
  lecture_id: string
  second: number
  text: string
  created_at: Timestamp
  changed_at: Timestamp
}
export interface CompletionTable {
  completion_id: Generated<string>
  person_id: string
  item_kind: 'lesson' | 'course' | 'lecture' | 'activity'
  item_id: string
  course_id: string | null
  revision: number
  round: ColumnType<number, number | undefined, never>
  minutes: number
  finished_at: Timestamp
}
export interface LearningSchema {
  enrolment: EnrolmentTable
  lesson_visit: LessonVisitTable
  answer: AnswerTable
  quiz_attempt: QuizAttemptTable
  question_set: QuestionSetTable
  watch: WatchTable
  watch_past: WatchPastTable
  lecture_note: LectureNoteTable
  completion: CompletionTable
  interest: InterestTable
  booking: BookingTable
  attendance_mark: AttendanceMarkTable
  attendance: AttendanceView
  meeting_confirmation: MeetingConfirmationTable
  product: ProductTable
  calendar_feed: CalendarFeedTable
  submission: SubmissionTable
  submission_file: SubmissionFileTable
  allocation: AllocationTable
  review: ReviewTable
  stage_release: StageReleaseTable
  discussion_thread: DiscussionThreadTable
  discussion_post: DiscussionPostTable
  discussion_mention: DiscussionMentionTable
  discussion_follow: DiscussionFollowTable
  discussion_report: DiscussionReportTable
  discussion_switch: DiscussionSwitchTable
}
