import type { ColumnType, Generated } from 'kysely'
import type { Json, Timestamp } from './identity'

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

/** One version of what a person has handed in; append-only, its words may be emptied. */
export interface SubmissionTable {
  submission_id: Generated<string>
  lesson_id: string
  person_id: string
  round: number
  version: number
  text: string
  /** Files that came with this version. */
  file_ids: string[]
  submitted_at: Timestamp
}
/** A file that a person has added; `removed_at` is set when it no longer comes with the next version. */
export interface SubmissionFileTable {
  submission_file_id: Generated<string>
  lesson_id: string
  person_id: string
  round: number
  file_name: string
  file_key: string
  content_type: string
  bytes: number
  uploaded_at: Timestamp
  removed_at: Unset<Date>
}
/** Whose work a person has been given to read. */
export interface AllocationTable {
  allocation_id: Generated<string>
  lesson_id: string
  author_id: string
  author_round: number
  reviewer_id: string
  reviewer_round: number
  given_at: Timestamp
}
/** What somebody has said of a work, or of an example; append-only, its words may be emptied. */
export interface ReviewTable {
  review_id: Generated<string>
  kind: 'train' | 'peer' | 'self' | 'leader'
  lesson_id: string
  /** Whose work it is; of an example, the one who trains. */
  author_id: string
  round: number
  reviewer_id: string
  submission_id: string | null
  allocation_id: string | null
  example_key: string | null
  levels: Json<unknown>
  comments: Json<unknown>
  comment: string
  decision: 'godkand' | 'komplettera' | null
  reviewed_at: Timestamp
}
/** A step that a course leader has finished for somebody. */
export interface StageReleaseTable {
  lesson_id: string
  person_id: string
  round: number
  stage: 'train' | 'peer' | 'self'
  reason: string
  released_by: string
  released_at: Timestamp
}
