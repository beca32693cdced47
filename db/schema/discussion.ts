import type { ColumnType } from 'kysely'
import type { Timestamp } from './identity'

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

/** A thread of a course, or of one of its lessons; its first post is marked as the opening. */
export interface DiscussionThreadTable {
  thread_id: string
  course_id: string
  lesson_id: string | null
  /** Empty when the text of the opening is gone. */
  title: string
  created_at: Timestamp
  locked_at: Unset<Date>
  locked_by: Unset<string>
}
export interface DiscussionPostTable {
  post_id: string
  thread_id: string
  author_id: string
  /** 0 in the thread itself, 1 for an answer to such a post; deeper there is nothing. */
  depth: number
  parent_id: string | null
  parent_depth: ColumnType<number | null, never, never>
  is_opening: boolean
  /** Plain text; a mention is `@{person_id}` with a row in discussion_mention. */
  body: string
  posted_at: Timestamp
  edited_at: Unset<Date>
  /** The author took it away, or it was erased: the place remains for those who answered. */
  removed_at: Unset<Date>
  hidden_at: Unset<Date>
  hidden_by: Unset<string>
  hidden_reason: Unset<string>
}
export interface DiscussionMentionTable {
  post_id: string
  person_id: string
}
/** Who wants to know of new threads of a course or lesson, or of new posts of a thread; `follows` is false for a no. */
export interface DiscussionFollowTable {
  person_id: string
  course_id: string
  lesson_id: string | null
  thread_id: string | null
  follows: boolean
  changed_at: Timestamp
  seen_at: Unset<Date>
}
export interface DiscussionReportTable {
  post_id: string
  reported_by: string
  reason: string
  reported_at: Timestamp
  settled_at: Unset<Date>
  settled_by: Unset<string>
}
/** Whether a course is discussed; a course without a row is. */
export interface DiscussionSwitchTable {
  course_id: string
  is_open: boolean
  changed_by: string
  changed_at: Timestamp
}
