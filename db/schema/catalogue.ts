import type { ColumnType, Generated } from 'kysely'
import type {
  ActivityCompetenceTable,
  ActivitySeatTable,
  ActivityTable,
  MeetingTable,
  OccasionLeaderTable,
  OccasionTable,
} from './activity'
import type {
  CourseDraftTable,
  CourseEditorTable,
  CourseRevisionLessonTable,
  DraftLessonTable,
  DraftModuleTable,
  DraftTextTable,
} from './authoring'
import type { IsoDay, Json, Timestamp } from './identity'
import type {
  LectureDraftTable,
  MediaItemTable,
  MediaJobTable,
  MediaMuxTable,
  MediaTrackTable,
  MediaUploadTable,
  MediaUseTable,
} from './media'

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface LectureTable {
  lecture_id: Generated<string>
  slug: string
  title: string
  summary: string
  description: Json<unknown>
  language: string
  speaker: string
  voice_note: string | null
  recorded_on: IsoDay
  minutes: number
  duration_seconds: number
  themes: string[]
  audiences: string[]
  competence_codes: string[]
  licence: string
  sources: Json<unknown>
  check_pass: number
  check_questions: Json<unknown>
  video_path: string | null
  mux_playback_id: string | null
  poster_path: string
  captions_path: string
  chapters: Json<unknown>
  transcript: Json<unknown>
  transcript_text: string
  /** Captions and descriptions as published: kind, language and cues; empty for a lecture of the content folder. */
  tracks: ColumnType<unknown, string | undefined, string>
  stream_path: string | null
  /** Pictures beside the film in order: second, stored path and alternative text. */
  slides: ColumnType<unknown, string | undefined, string>
  search: ColumnType<string, never, never>
  content_hash: string
  edited_at: Unset<Date>
  retired_at: Unset<Date>
}
export interface CourseTable {
  course_id: Generated<string>
  slug: string
  revision: Generated<number>
  title: string
  summary: string
  description: Json<unknown>
  language: string
  level: number
  form: string
  themes: string[]
  audiences: string[]
  school_forms: string[]
  outcomes: string[]
  assessed: boolean
  nominal_minutes: number
  cover_path: string | null
  cover_alt: string | null
  licence: string
  sources: Json<unknown>
  search_text: string
  search: ColumnType<string, never, never>
  content_hash: string
  published_at: Timestamp
  edited_at: Unset<Date>
  retired_at: Unset<Date>
  /** Texts in other languages than the course's own, by language. */
  translations: ColumnType<unknown, string | undefined, string>
  /** On what terms the course is taken; what is left out has its default. */
  terms: ColumnType<unknown, string | undefined, string>
}
/** Somebody let in by name: past prerequisites, or to a course that is not open to all. */
export interface CoursePermitTable {
  course_permit_id: Generated<string>
  course_id: string
  person_id: string
  kind: 'dispens' | 'inbjudan'
  reason: Generated<string>
  given_by: string
  given_at: Timestamp
  revoked_at: Unset<Date>
}
/** A group that takes a course together; its days go before those of the course. */
export interface CohortTable {
  cohort_id: Generated<string>
  course_id: string
  name: string
  starts_on: IsoDay | null
  deadline_on: IsoDay | null
  seats: number | null
  leader_id: string | null
  created_at: Timestamp
  closed_at: Unset<Date>
}
/** Courses in an order, some of them to choose among. */
export interface LearningPathTable {
  learning_path_id: Generated<string>
  slug: string
  title: string
  summary: string
  parts: Json<unknown>
  content_hash: Generated<string>
  created_at: Timestamp
  changed_at: Timestamp
  edited_at: Unset<Date>
  published_at: Unset<Date>
  retired_at: Unset<Date>
}
export interface CourseCompetenceTable {
  course_id: string
  competence_code: string
  level: number
  weight: number
}
export interface CourseRevisionTable {
  course_id: string
  revision: number
  document: Json<unknown>
  published_at: Timestamp
  /** Null when the files in content/ published it. */
  published_by: Unset<string>
  /** What the version changed, in an editor's words and by lesson. */
  changes: ColumnType<unknown, string | null | undefined, never>
}
export interface LessonTable {
  lesson_id: Generated<string>
  course_id: string
  slug: string
  position: number
  kind: 'article' | 'lecture' | 'quiz' | 'reflection' | 'assignment'
  title: string
  minutes: number
  body: Json<unknown>
  lecture_id: string | null
  pass: number | null
  questions: Json<unknown>
  reflection: ColumnType<unknown, string | null, string | null>
  quiz_settings: ColumnType<unknown, string | null | undefined, string | null>
  /** For kind assignment. */
  assignment: ColumnType<unknown, string | null | undefined, string | null>
  retired_at: Unset<Date>
  /** The title of the module to which the lesson belongs. */
  module: Unset<string>
  translations: ColumnType<unknown, string | undefined, string>
}
/** Questions to draw from; without a course they serve every course of the organisation's editors. */
export interface BankQuestionTable {
  bank_question_id: Generated<string>
  organisation_id: string
  course_id: string | null
  question: Json<unknown>
  tags: Generated<string[]>
  competence_codes: Generated<string[]>
  changed_at: Timestamp
  retired_at: Unset<Date>
}
export interface CatalogueSchema {
  lecture: LectureTable
  course: CourseTable
  course_competence: CourseCompetenceTable
  course_permit: CoursePermitTable
  cohort: CohortTable
  learning_path: LearningPathTable
  course_revision: CourseRevisionTable
  course_revision_lesson: CourseRevisionLessonTable
  lesson: LessonTable
  course_draft: CourseDraftTable
  course_editor: CourseEditorTable
  draft_module: DraftModuleTable
  draft_lesson: DraftLessonTable
  draft_text: DraftTextTable
  bank_question: BankQuestionTable
  activity: ActivityTable
  activity_competence: ActivityCompetenceTable
  activity_seat: ActivitySeatTable
  occasion: OccasionTable
  occasion_leader: OccasionLeaderTable
  meeting: MeetingTable
  media_item: MediaItemTable
  media_upload: MediaUploadTable
  media_use: MediaUseTable
  media_track: MediaTrackTable
  media_job: MediaJobTable
  media_mux: MediaMuxTable
  lecture_draft: LectureDraftTable
}
