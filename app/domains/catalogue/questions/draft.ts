import type { QuestionType } from './model'

/** A row of a question's form: an option, an item, a pair, an accepted answer or a gap. */
export interface DraftRow {
  key: string
  text: string
  other: string
  feedback: string
  correct: boolean
}

/** A question as its author is typing it, all types alike; nothing is refused here, so that nothing typed is lost. */
export interface QuestionDraft {
  key: string
  type: QuestionType
  prompt: string
  explanation: string
  right: string
  wrong: string
  partial: boolean
  spelling: string
  /** The text with gaps, or choices that belong to nothing, one a line. */
  text: string
  answer: string
  tolerance: string
  unit: string
  rows: DraftRow[]
}

export const emptyRow: DraftRow = { key: '', text: '', other: '', feedback: '', correct: false }

export function emptyDraft(type: QuestionType, key: string): QuestionDraft {
  const rows: Record<QuestionType, number> = {
    single: 3,
    multiple: 3,
    'true-false': 2,
    ordering: 3,
    matching: 3,
    numeric: 0,
    'short-text': 1,
    'gap-text': 1,
  }
  return {
    key,
    type,
    prompt: '',
    explanation: '',
    right: '',
    wrong: '',
    partial: false,
    spelling: 'normal',
    text: '',
    answer: '',
    tolerance: '0',
    unit: '',
    rows: Array.from({ length: rows[type] }, () => ({ ...emptyRow })),
  }
}

export const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A field is left out when nothing is written in it. */
export function written<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  const trimmed = text.trim()
  return trimmed === '' ? {} : ({ [name]: trimmed } as Partial<Record<Name, string>>)
}

/** What every type has in common: from a question to its form. */
export function commonFields(question: {
  key: string
  type: QuestionType
  prompt: string
  explanation?: string | undefined
  feedback?: { right: string; wrong: string } | undefined
}): QuestionDraft {
  return {
    ...emptyDraft(question.type, question.key),
    prompt: question.prompt,
    explanation: question.explanation ?? '',
    right: question.feedback?.right ?? '',
    wrong: question.feedback?.wrong ?? '',
  }
}

/** What every type has in common: from a form to a question. */
export function commonOf(draft: QuestionDraft): Record<string, unknown> {
  const feedback = draft.right.trim() === '' && draft.wrong.trim() === '' ? undefined : draft
  return {
    key: draft.key,
    type: draft.type,
    prompt: draft.prompt.trim(),
    ...written('explanation', draft.explanation),
    ...(feedback && { feedback: { right: feedback.right.trim(), wrong: feedback.wrong.trim() } }),
  }
}

export const isEmptyRow = (row: DraftRow): boolean => (row.text + row.other + row.feedback).trim() === ''
