import type { QuestionType } from '~/domains/catalogue'

interface AskedBase {
  key: string
  prompt: string
}
/** A part to place or to choose, without anything that tells where it belongs. */
export interface AskedPart {
  key: string
  text: string
}
/** A question as the browser may see it before it is answered. */
export type AskedQuestion = AskedBase &
  (
    | { type: 'single' | 'multiple' | 'true-false'; options: AskedPart[] }
    | { type: 'ordering'; items: AskedPart[] }
    | { type: 'matching'; lefts: AskedPart[]; rights: AskedPart[] }
    | { type: 'numeric'; unit: string | null }
    | { type: 'short-text' }
    | { type: 'gap-text'; segments: { words: string; gap: { key: string; choices: string[] | null } | null }[] }
  )

export interface ReviewedOption {
  key: string
  text: string
  chosen: boolean
  /** Null when it is not told: options that were not chosen in an attempt that did not pass. */
  correct: boolean | null
  feedback: string | null
}
/** One part of an answer in several parts, or the one part of a written answer. */
export interface ReviewedPart {
  key: string
  /** What the part answers; empty when the question is its only label. */
  label: string
  /** As it was given; empty when nothing was. */
  given: string
  correct: boolean
  /** Null when it is not told. */
  right: string | null
  feedback: string | null
}
export interface ReviewedQuestion {
  key: string
  type: QuestionType
  prompt: string
  right: boolean
  /** 0 to 1. */
  score: number
  options: ReviewedOption[]
  parts: ReviewedPart[]
  feedback: string | null
  explanation: string | null
}

/** Why an answer cannot be handed in yet. */
export type AnswerFault = 'missing' | 'parts-missing' | 'not-a-number' | 'same-place'

/** One thing that statistics count: an option, or a part that may be right. */
export interface CountedPart {
  key: string
  label: string
  /** Whether a right answer holds it. */
  right: boolean
}

/**
 * The contract of a type of question: what can be done with one question and an answer to it. Answers are lists of short
 * texts; what comes from outside goes through `accept` first, and nothing here ever throws for an answer.
 */
export interface QuestionWork {
  /** Without anything that tells what is right. A seed mixes the parts; null leaves options in their order. */
  ask: (seed: string | null) => AskedQuestion
  /** What of a sent answer belongs to the question, as it was given. */
  accept: (sent: readonly string[]) => string[]
  fault: (response: readonly string[]) => AnswerFault | null
  /** From 0 to 1; a right answer is 1. */
  score: (response: readonly string[]) => number
  /** `told`: right answers are shown. One's own answer is always commented. */
  review: (response: readonly string[], told: boolean) => ReviewedQuestion
  counted: () => CountedPart[]
  /** Keys of the counted parts that the answer holds. */
  count: (response: readonly string[]) => string[]
}

/** Entries `part=value` as a map; the first of each known part counts. */
export function partsOf(response: readonly string[], known: readonly string[]): Map<string, string> {
  const parts = new Map<string, string>()
  for (const entry of response) {
    const at = entry.indexOf('=')
    const key = entry.slice(0, at)
    if (at > 0 && known.includes(key) && !parts.has(key)) parts.set(key, entry.slice(at + 1))
  }
  return parts
}

/** The share of right parts, or all or nothing. */
export function scoreOfParts(right: number, total: number, scoring: 'all' | 'partial' | undefined): number {
  if (total === 0) return 0
  return scoring === 'partial' ? Math.max(0, right) / total : right === total ? 1 : 0
}

/** What a review says of the answer as a whole. */
export function commentOf(
  question: { explanation?: string | undefined; feedback?: { right: string; wrong: string } | undefined },
  right: boolean,
  told: boolean,
): Pick<ReviewedQuestion, 'feedback' | 'explanation'> {
  return {
    feedback: (right ? question.feedback?.right : question.feedback?.wrong) ?? null,
    explanation: right || told ? (question.explanation ?? null) : null,
  }
}
