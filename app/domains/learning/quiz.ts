import type { Question } from '~/domains/catalogue'
import type { Responses } from './model'

export interface QuizResult {
  /** Whole per cent, rounded down, so that a shown score never claims a pass mark that was not reached. */
  score: number
  right: number
  total: number
  passed: boolean
}

/** A question as the browser may see it before it is answered. */
export interface AskedQuestion {
  key: string
  type: Question['type']
  prompt: string
  options: { key: string; text: string }[]
}

export interface ReviewedOption {
  key: string
  text: string
  chosen: boolean
  /** Null when it is not told: options that were not chosen in an attempt that did not pass. */
  correct: boolean | null
  feedback: string | null
}
export interface ReviewedQuestion {
  key: string
  prompt: string
  right: boolean
  options: ReviewedOption[]
  explanation: string | null
}

/** All or nothing: exactly the correct options. */
export function isRight(question: Question, chosen: readonly string[]): boolean {
  const picked = new Set(chosen)
  return question.options.every((option) => option.correct === picked.has(option.key)) && picked.size > 0
}

/** Scores every question alike; `pass` in per cent. An empty quiz is never passed. */
export function scoreQuiz(questions: readonly Question[], responses: Responses, pass: number): QuizResult {
  const right = questions.filter((question) => isRight(question, responses[question.key] ?? [])).length
  const total = questions.length
  const score = total === 0 ? 0 : Math.floor((100 * right) / total)
  return { score, right, total, passed: total > 0 && score >= pass }
}

/** Keys of the questions without an answer. */
export function unanswered(questions: readonly Question[], responses: Responses): string[] {
  return questions.filter((question) => (responses[question.key] ?? []).length === 0).map((question) => question.key)
}

/** What of the sent answers belongs to the questions: known options, each once, in their order, one where one is asked for. */
export function acceptResponses(questions: readonly Question[], sent: Responses): Responses {
  const accepted: Responses = {}
  for (const question of questions) {
    const wanted = sent[question.key]
    if (wanted === undefined) continue
    const known = question.options.map((option) => option.key).filter((key) => wanted.includes(key))
    accepted[question.key] = question.type === 'multiple' ? known : known.slice(0, 1)
  }
  return accepted
}

/** The questions without anything that tells which option is right. */
export function askedQuestions(questions: readonly Question[]): AskedQuestion[] {
  return questions.map(({ key, type, prompt, options }) => ({
    key,
    type,
    prompt,
    options: options.map((option) => ({ key: option.key, text: option.text })),
  }))
}

/**
 * An attempt with feedback. Until an attempt has passed only the chosen options are commented, so that trying again
 * still asks for thought; afterwards every option is.
 */
export function reviewAttempt(
  questions: readonly Question[],
  responses: Responses,
  passed: boolean,
): ReviewedQuestion[] {
  return questions.map((question) => {
    const chosen = responses[question.key] ?? []
    const right = isRight(question, chosen)
    return {
      key: question.key,
      prompt: question.prompt,
      right,
      options: question.options.map((option) => {
        const told = passed || chosen.includes(option.key)
        return {
          key: option.key,
          text: option.text,
          chosen: chosen.includes(option.key),
          correct: told ? option.correct : null,
          feedback: told ? option.feedback : null,
        }
      }),
      explanation: passed || right ? (question.explanation ?? null) : null,
    }
  })
}
