/** Every type of question, in the order in which an author chooses among them. */
export const questionTypes = [
  'single',
  'multiple',
  'true-false',
  'ordering',
  'matching',
  'numeric',
  'short-text',
  'gap-text',
] as const
export type QuestionType = (typeof questionTypes)[number]

/** How strictly a written answer is compared; see `fold`. */
export const spellings = ['exact', 'normal', 'lenient'] as const
export type Spelling = (typeof spellings)[number]

interface Asked {
  /** Unique in its quiz. */
  key: string
  prompt: string
  /** Said when the answer is right, and to everybody when everything is told. */
  explanation?: string | undefined
  /** Said of the answer as a whole, for types whose parts carry no comment of their own. */
  feedback?: { right: string; wrong: string } | undefined
}
/** `partial` gives the share of right parts; without it the whole answer is right or wrong. */
interface Scored {
  scoring?: 'all' | 'partial' | undefined
}

export interface QuestionOption {
  key: string
  text: string
  correct: boolean
  feedback: string
}
export interface ChoiceQuestion extends Asked, Scored {
  type: 'single' | 'multiple' | 'true-false'
  options: QuestionOption[]
}

/** Items stand in the right order; each is known by the key of its text. */
export interface OrderingQuestion extends Asked, Scored {
  type: 'ordering'
  items: { text: string; feedback?: string | undefined }[]
}

/** Each `left` belongs to its `right`; several may share one. `extra` belong to none. */
export interface MatchingQuestion extends Asked, Scored {
  type: 'matching'
  pairs: { left: string; right: string; feedback?: string | undefined }[]
  extra?: string[] | undefined
}

/** Right within `tolerance` on either side of the answer, the ends included. */
export interface NumericQuestion extends Asked {
  type: 'numeric'
  answer: number
  tolerance: number
  unit?: string | undefined
}

export interface ShortTextQuestion extends Asked {
  type: 'short-text'
  /** The first is the one that is shown. */
  accepted: string[]
  spelling?: Spelling | undefined
}

/** `text` holds each gap as `[[key]]`. A gap with choices is chosen, one without is written. */
export interface GapTextQuestion extends Asked, Scored {
  type: 'gap-text'
  text: string
  gaps: {
    key: string
    accepted: string[]
    choices?: string[] | undefined
    feedback?: string | undefined
  }[]
  spelling?: Spelling | undefined
}

export type Question =
  ChoiceQuestion | OrderingQuestion | MatchingQuestion | NumericQuestion | ShortTextQuestion | GapTextQuestion

/** What is wrong with a question as its author wrote it. */
export type QuestionFault =
  | 'none-right'
  | 'several-right'
  | 'two-options'
  | 'same-key'
  | 'same-text'
  | 'gap-missing'
  | 'gap-unknown'
  | 'gap-twice'
  | 'gap-answer'
export interface FoundFault {
  fault: QuestionFault
  path: (string | number)[]
}

/** How a quiz is asked. Without settings: all questions in their order, as often as one likes. */
export interface QuizSettings {
  /** Null is as many as one likes. */
  maxAttempts: number | null
  shuffleQuestions: boolean
  shuffleOptions: boolean
  /** `count` are drawn: of the quiz' own questions, or with a tag of the bank's, after all of its own. */
  draw: { count: number; tag: string | null } | null
  /** When right answers are told: after a pass, after every attempt, or never. */
  tell: Telling
}
export const tellings = ['passed', 'always', 'never'] as const
export type Telling = (typeof tellings)[number]

export const plainQuiz: QuizSettings = {
  maxAttempts: null,
  shuffleQuestions: false,
  shuffleOptions: false,
  draw: null,
  tell: 'passed',
}
