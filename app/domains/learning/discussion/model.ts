import type { CourseId, LessonId, OrganisationId, PersonId } from '~/shared/ids'

export const LONGEST_TITLE = 120
export const LONGEST_POST = 5000
export const LONGEST_REASON = 500
/** A thread takes so many posts; whoever has more to say begins another. */
export const MOST_POSTS = 200
/** So many people are mentioned in one post. */
export const MOST_MENTIONS = 10
/** For so long the author may change a post. */
export const EDIT_MINUTES = 30
/** Threads on a page of the list. */
export const THREADS_A_PAGE = 20

/** The discussion of a course, as one person stands to it. */
export interface Discussion {
  courseId: CourseId
  slug: string
  title: string
  /** Whose the course's draft is and who makes it; undefined when there is no draft. */
  scope: { organisationId: OrganisationId | null; editors: PersonId[] } | undefined
  isEnrolled: boolean
  /** Off by its leader. */
  isOff: boolean
  /** The course is no longer offered: what is said can be read, and nothing is added. */
  isRetired: boolean
  /** Lessons that can be discussed, in order. */
  lessons: { lessonId: LessonId; slug: string; title: string }[]
  /** Posts with a report that nobody has dealt with. */
  openReports: number
}

/** A person as a mention names them. */
export interface Mentionable {
  personId: PersonId
  name: string
}

/** How a person is followed: the whole course, one lesson, or one thread. */
export interface FollowPlace {
  courseId: CourseId
  lessonId: LessonId | null
  threadId: string | null
}

export interface ThreadLine {
  threadId: string
  /** Empty when the opening is gone or is hidden from the reader. */
  title: string
  state: 'shown' | 'hidden' | 'removed'
  lesson: { slug: string; title: string } | null
  author: string
  startedAt: Date
  lastAt: Date
  answers: number
  isLocked: boolean
  follows: boolean
  /** The reader follows it, and others have written since the reader was there. */
  isNew: boolean
}

/** A stored post with what its reader may know of it. */
export interface StoredPost {
  postId: string
  parentId: string | null
  isOpening: boolean
  authorId: PersonId
  /** Empty for somebody whose account is gone. */
  author: string
  authorLeads: boolean
  body: string
  postedAt: Date
  editedAt: Date | null
  removedAt: Date | null
  hidden: { by: string; reason: string } | null
  mentions: Mentionable[]
  /** The reader has reported it. */
  isReported: boolean
}

export interface StoredThread {
  threadId: string
  title: string
  lesson: { lessonId: LessonId; slug: string; title: string } | null
  isLocked: boolean
  follows: boolean
  posts: StoredPost[]
}

/** What a post is made of when it is shown: nothing of it is ever HTML. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; name: string | null; isMe: boolean }

/** Each paragraph is its lines, each line its pieces. */
export type ShownText = Piece[][][]
