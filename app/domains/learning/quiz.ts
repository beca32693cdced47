import type { Question, QuizSettings } from '~/domains/catalogue'
import type { Responses } from './model'
import { workOf } from './questions/registry'
import { shuffled } from './questions/shuffle'
import type { AnswerFault, AskedQuestion, ReviewedQuestion } from './questions/work'

export interface QuizResult {
  /** Whole per cent, rounded down, so that a shown score never claims a pass mark that was not reached. */
  score: number
  /** Questions that are right altogether. */
  right: number
  total: number
  passed: boolean
}

/** The answer to a question; keys that JavaScript itself knows are no answers. */
function responseTo(responses: Responses, key: string): readonly string[] {
  const given: unknown = Object.hasOwn(responses, key) ? responses[key] : undefined
  return Array.isArray(given) ? given.filter((each): each is string => typeof each === 'string') : []
}

/** Every question weighs the same; the pass mark, in per cent, is over their sum. An empty quiz is never passed. */
export function scoreQuiz(questions: readonly Question[], responses: Responses, pass: number): QuizResult {
  const scores = questions.map((question) => workOf(question).score(responseTo(responses, question.key)))
  const total = questions.length
  const sum = scores.reduce((all, each) => all + each, 0)
  // Thirds that add up to a whole may lack the last bit of it.
  const score = total === 0 ? 0 : Math.min(100, Math.floor((100 * sum) / total + 1e-9))
  return { score, right: scores.filter((each) => each === 1).length, total, passed: total > 0 && score >= pass }
}

/** What keeps answers from being handed in, by the key of the question. */
export function answerFaults(questions: readonly Question[], responses: Responses): Record<string, AnswerFault> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const fault = workOf(question).fault(responseTo(responses, question.key))
      return fault === null ? [] : [[question.key, fault]]
    }),
  )
}

/** What of the sent answers belongs to the questions, in their order. */
export function acceptResponses(questions: readonly Question[], sent: Responses): Responses {
  return Object.fromEntries(
    questions
      .filter((question) => Object.hasOwn(sent, question.key))
      .map((question) => [question.key, workOf(question).accept(responseTo(sent, question.key))]),
  )
}

/** The questions without anything that tells which answer is right. A seed mixes their parts. */
export function askedQuestions(questions: readonly Question[], seed: string | null = null): AskedQuestion[] {
  return questions.map((question) => workOf(question).ask(seed))
}

/**
 * An attempt with feedback. Until the right answers are told, only what was answered is commented, so that trying again
 * still asks for thought.
 */
export function reviewAttempt(questions: readonly Question[], responses: Responses, told: boolean): ReviewedQuestion[] {
  return questions.map((question) => workOf(question).review(responseTo(responses, question.key), told))
}

/** The questions of one attempt out of the lesson's own and those of the bank that have the tag. The seed decides the draw. */
export function drawnQuestions(
  own: readonly Question[],
  bank: readonly Question[],
  { draw }: Pick<QuizSettings, 'draw'>,
  seed: string,
): Question[] {
  if (draw === null) return [...own]
  const pool = draw.tag === null ? own : bank
  const drawn = new Set(shuffled(pool, `${seed}:draw`).slice(0, draw.count))
  const picked = pool.filter((question) => drawn.has(question))
  return draw.tag === null ? picked : [...own, ...picked]
}

/** The questions in the order in which this attempt asks them; a mixed order does not hang on the order they come in. */
export function arrangedQuestions(
  questions: readonly Question[],
  { shuffleQuestions }: Pick<QuizSettings, 'shuffleQuestions'>,
  seed: string,
): Question[] {
  if (!shuffleQuestions) return [...questions]
  const byKey = [...questions].sort((a, b) => (a.key < b.key ? -1 : 1))
  return shuffled(byKey, `${seed}:order`)
}

/** Whether right answers are told after an attempt. */
export function isTold({ tell }: Pick<QuizSettings, 'tell'>, passed: boolean): boolean {
  return tell === 'always' || (tell === 'passed' && passed)
}

/** Attempts that are left; null when there is no limit. */
export function attemptsLeft(
  { maxAttempts }: Pick<QuizSettings, 'maxAttempts'>,
  used: number,
  extra: number,
): number | null {
  return maxAttempts === null ? null : Math.max(0, maxAttempts + extra - used)
}
