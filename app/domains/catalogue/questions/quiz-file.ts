import type { QuestionFault, QuestionType } from './model'

/** What a file with questions may weigh, and how many it may hold. */
export const QUIZ_FILE_BYTES = 500_000
export const MOST_FILE_QUESTIONS = 500

/** Why a file is not read at all. */
export type QuizFileRefusal =
  'missing' | 'too-large' | 'not-text' | 'unreadable' | 'not-quiz' | 'version' | 'no-questions' | 'too-many'

/** What is wrong in a question of a file. */
export type FileFaultKind =
  | QuestionFault
  | 'field-missing'
  | 'field-unknown'
  | 'field-twice'
  | 'not-in-list'
  | 'wrong-kind'
  | 'not-text'
  | 'wrong-form'
  | 'no-words'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'out-of-range'
  | 'bad-sign'
export type ExpectedKind = 'number' | 'boolean' | 'array' | 'object'

/** A fault of a question: where it stands in the file and what is to be done. */
export interface FileFault {
  /** Line of the file, from 1. */
  line: number
  /** The way to the field inside the question, rows counted from 1: `options 2 text`. */
  field: string
  kind: FileFaultKind
  /** What the sentence needs: a limit, the words of a list, or what kind of value it should be. */
  detail: string
}

/** A question of a file as it was found. */
export interface FileQuestion {
  /** From 1. */
  number: number
  line: number
  prompt: string
  type: QuestionType | null
  faults: FileFault[]
  /** Whether it would be put in the bank; a present one is there or stands earlier in the file. */
  state: 'new' | 'present' | 'faulty'
}
