import type { LessonKind, LessonLanguage, StudyState } from '~/domains/catalogue'
import type { RichDocument } from '~/shared/editor/document'
import type { LessonId } from '~/shared/ids'
import type { AssignmentPage } from './assignment/page'
import type { LessonState, Responses } from './model'
import type { AskedQuestion, ReviewedQuestion } from './questions/work'
import type { DoneRule, Remaining } from './rules'

/** The questions of a lesson as one person meets them; saved times are ISO instants. */
export interface QuizPage {
  pass: number
  count: number
  /** The number of attempts that this page knows of. */
  after: number
  passed: boolean
  /** Null while the latest attempt is looked at and nothing new is begun. */
  form: { questions: AskedQuestion[]; drafts: Responses; savedAt: string | null } | null
  /** The attempt that is looked at, the latest unless another is asked for. */
  latest: { number: number; score: number; passed: boolean; submittedAt: Date; review: ReviewedQuestion[] } | null
  /** Every attempt, the oldest first. */
  attempts: { number: number; score: number; passed: boolean; submittedAt: Date }[]
  /** Null when there is no limit. */
  attemptsLeft: number | null
}

export interface ReflectionPage {
  prompt: RichDocument
  minWords: number
  text: string
  savedAt: string | null
}

export interface LessonPage {
  lessonId: LessonId
  slug: string
  title: string
  kind: LessonKind
  minutes: number
  body: RichDocument
  /** What language the lesson is in, and how that stands to what its reader asked for. */
  language: LessonLanguage
  course: { slug: string; title: string }
  /** The query of the preview of a draft; undefined in the course itself. */
  preview?: string | undefined
  enrolled: boolean
  /** When the lessons are open to the reader; while they are shut the page has no text. */
  study: { state: StudyState; startsOn: string | null; deadlineOn: string | null; isShut: boolean }
  /** There is a discussion for the reader to take part in. */
  discusses: boolean
  /** Finished lessons of the course. */
  done: number
  outline: LessonState[]
  position: number
  previous: LessonState | undefined
  next: LessonState | undefined
  /** The first other lesson that is still unfinished. */
  goOn: LessonState | undefined
  finishedAt: Date | null
  courseFinishedAt: Date | null
  rule: DoneRule
  /** Null when one may try as often as one likes. */
  maxAttempts: number | null
  left: Remaining[]
  transcriptRead: boolean
  quiz: QuizPage | null
  reflection: ReflectionPage | null
  assignment: AssignmentPage | null
  /** The reader's answers to the questions in the text, by key. */
  prompts: Record<string, { text: string; savedAt: string }>
}
