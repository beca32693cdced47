import type { LessonKind, Question, StudyWindow } from '~/domains/catalogue'
import type { CourseId, LessonId } from '~/shared/ids'
import type { WorkFacts } from './assignment/standing'

/** Key of the stored answer that holds the text of a reflection. */
export const REFLECTION_KEY = 'reflection'
/** Before the key of a question in the text, so that it never meets that of a quiz. */
export const PROMPT_PREFIX = 'prompt.'
/** Key of the stored answer by which a person says that the whole transcript of a lecture is read. */
export const TRANSCRIPT_KEY = 'transcript-read'

/** Key of the stored answer that holds the questions that were drawn for the attempt under way. */
export const DRAWN_KEY = ':drawn'
/** Key of the stored answer that holds how many attempts a course leader has given beyond the quiz' own. */
export const EXTRA_KEY = ':extra-attempts'

/** What was answered by question key, a list of short texts each; what they mean is the type's (questions/). */
export type Responses = Record<string, string[]>

export interface Attempt {
  number: number
  responses: Responses
  /** Whole per cent, rounded down. */
  score: number
  passed: boolean
  submittedAt: Date
  /** As they were asked; null for attempts from before questions were kept. */
  questions: Question[] | null
}

export interface Enrolment {
  enrolmentId: string
  round: number
  enrolledAt: Date
  courseId: CourseId
  /** The version of the course that the person keeps; null follows the newest. */
  keptRevision: number | null
  /** When the lessons are open to the person. */
  window: StudyWindow
}

/** A lesson of a course as one person stands to it in the present round. */
export interface LessonState {
  lessonId: LessonId
  slug: string
  title: string
  kind: LessonKind
  minutes: number
  position: number
  module: string | null
  finishedAt: Date | null
  visitedAt: Date | null
}

/** A course that a person is enrolled in; the lessons of the version that the person takes, in order. */
export interface LearnerCourse {
  courseId: CourseId
  slug: string
  title: string
  level: number
  coverPath: string | null
  coverAlt: string | null
  round: number
  enrolledAt: Date
  /** The newest version of the course, the one that the person has been told of, and the one kept instead if any. */
  revision: number
  knownRevision: number
  keptRevision: number | null
  finishedAt: Date | null
  /** The version that was finished. */
  finishedRevision: number | null
  completionId: string | null
  /** The group in which the person takes the course; null is alone. */
  cohortName: string | null
  window: StudyWindow
  /** Its discussion is not turned off. */
  discusses: boolean
  lessons: LessonState[]
}

/** Derived from the lessons at every read. */
export interface CourseProgress {
  done: number
  total: number
  /** Whole per cent, rounded down; 100 only when everything is done. */
  percent: number
  minutesLeft: number
  next: LessonState | undefined
  lastVisitedAt: Date | null
}

export interface MyCourse extends LearnerCourse, CourseProgress {}

/** What a person has done with a lesson, or with a lecture outside a course. */
export interface ItemWork {
  drafts: Responses
  /** The time of the latest saved draft or text. */
  savedAt: Date | null
  reflection: string
  /** The reader's answers to the questions in the text, by key. */
  prompts: Record<string, { text: string; savedAt: Date }>
  transcriptRead: boolean
  /** In order of number. */
  attempts: Attempt[]
  /** Questions drawn for the attempt with this number. */
  drawn: { number: number; questions: Question[] } | null
  /** Attempts given beyond those of the quiz. */
  extraAttempts: number
  watchedSeconds: number
  /** Null when the item has no lecture. */
  lecture: { durationSeconds: number; checkPass: number } | null
  /** How the work with an assignment stood at a moment; null for other items. */
  assignment: { facts: WorkFacts; now: Date } | null
}
