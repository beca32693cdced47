import type { ColumnType, Generated } from 'kysely'
import type { Json, Timestamp } from './identity'

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>
type Kind = 'article' | 'lecture' | 'quiz' | 'reflection' | 'assignment'

/** A course under work, beside its published version if it has one. */
export interface CourseDraftTable {
  course_id: Generated<string>
  slug: string
  /** Whose course it is; null is the whole portal's. */
  organisation_id: string | null
  state: 'utkast' | 'granskning' | 'publicerad' | 'avpublicerad'
  settings: Json<unknown>
  /** The published version that the draft was copied from or published as. */
  base_revision: Unset<number>
  review_note: Generated<string>
  return_reason: Generated<string>
  submitted_by: Unset<string>
  submitted_at: Unset<Date>
  created_by: string
  created_at: Timestamp
  changed_at: Timestamp
}
export interface CourseEditorTable {
  course_id: string
  person_id: string
  added_at: Timestamp
}
export interface DraftModuleTable {
  module_id: Generated<string>
  course_id: string
  position: number
  title: string
}
export interface DraftLessonTable {
  lesson_id: Generated<string>
  course_id: string
  module_id: string | null
  position: number
  slug: string
  kind: Kind
  minutes: number
  settings: Json<unknown>
  /** The published lesson of another course that this one was taken from, and how it was then. */
  source_lesson_id: Unset<string>
  source_revision: Unset<number>
  source_seal: Unset<string>
  removed_at: Unset<Date>
  changed_at: Timestamp
}
export interface DraftTextTable {
  lesson_id: string
  language: string
  /** The lesson's title and text, and a reflection's task; those tables are kept by the domain `writing`. */
  text_id: string
  prompt_id: Unset<string>
  /** What the questions say in this language, by question and part; empty in the course's own. */
  questions: Json<unknown>
  /** How the original was when somebody said that this text says the same; null before that. */
  original_seal: Unset<string>
}
/** A lesson as it was in one published version of its course. */
export interface CourseRevisionLessonTable {
  course_id: string
  revision: number
  lesson_id: string
  slug: string
  position: number
  module: string | null
  kind: Kind
  title: string
  minutes: number
  body: Json<unknown>
  lecture_id: string | null
  pass: number | null
  questions: Json<unknown>
  quiz_settings: ColumnType<unknown, string | null | undefined, never>
  reflection: ColumnType<unknown, string | null, never>
  assignment: ColumnType<unknown, string | null | undefined, never>
  translations: Json<unknown>
}
