import type { Question, QuestionType } from '~/domains/catalogue'
import type { Responses } from '../model'
import { workOf } from '../questions/registry'

/** Below this many people nothing is told, so that no figure is about somebody. */
export const FEWEST_PEOPLE = 5

/** One person's first attempt at a quiz; no more is known of the person. */
export interface FirstAttempt {
  responses: Responses
  /** As they were asked; null when they were not kept, and the present wording counts. */
  questions: readonly Question[] | null
}

export interface PartShare {
  key: string
  label: string
  /** Whether a right answer holds it. */
  right: boolean
  /** Whole per cent of the people. */
  share: number
}
/** Whether those who do well in the rest of the quiz do well here too. */
export type Discrimination = 'well' | 'somewhat' | 'hardly' | 'backwards' | 'cannot-tell'

export interface ItemStatistics {
  key: string
  type: QuestionType
  prompt: string
  /** People who were asked this wording in their first attempt. */
  people: number
  /** People who were asked an earlier wording, and are not counted. */
  earlier: number
  /** Null below `FEWEST_PEOPLE`. */
  told: {
    /** Whole per cent who had it altogether right. */
    right: number
    parts: PartShare[]
    discrimination: Discrimination
    /** Correlation with the rest of the quiz, −1 to 1; null when it cannot be told. */
    correlation: number | null
  } | null
}

/** The correlation of two rows of numbers; undefined when one of them does not vary. */
export function correlationOf(pairs: readonly (readonly [number, number])[]): number | undefined {
  const mean = (index: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[index], 0) / pairs.length
  const [meanA, meanB] = [mean(0), mean(1)]
  let [both, a, b] = [0, 0, 0]
  for (const [one, other] of pairs) {
    both += (one - meanA) * (other - meanB)
    a += (one - meanA) ** 2
    b += (other - meanB) ** 2
  }
  return a < 1e-9 || b < 1e-9 ? undefined : both / Math.sqrt(a * b)
}

/** What a correlation says of a question. */
export function discriminationOf(correlation: number | undefined): Discrimination {
  if (correlation === undefined) return 'cannot-tell'
  if (correlation < -0.05) return 'backwards'
  return correlation >= 0.3 ? 'well' : correlation >= 0.1 ? 'somewhat' : 'hardly'
}

const percent = (part: number, whole: number) => Math.round((100 * part) / whole)

/** The questions that a quiz asks now, and those that attempts have drawn from the bank, in their latest wording. */
function questionsIn(own: readonly Question[], attempts: readonly FirstAttempt[]): Question[] {
  const found = new Map(own.map((question) => [question.key, question]))
  for (const { questions } of attempts) {
    for (const question of questions ?? []) if (!found.has(question.key)) found.set(question.key, question)
  }
  return [...found.values()]
}

/** How each question of a quiz has worked, from first attempts, the latest first. */
export function itemStatistics(own: readonly Question[], attempts: readonly FirstAttempt[]): ItemStatistics[] {
  const scored = attempts.map((attempt) => {
    const asked = attempt.questions ?? own
    const scores = new Map(
      asked.map((question) => [question.key, workOf(question).score(attempt.responses[question.key] ?? [])]),
    )
    return { attempt, asked: new Map(asked.map((question) => [question.key, JSON.stringify(question)])), scores }
  })
  return questionsIn(own, attempts).map((question) => {
    const { key, type, prompt } = question
    const wording = JSON.stringify(question)
    const all = scored.filter(({ asked }) => asked.has(key))
    const here = all.filter(({ asked }) => asked.get(key) === wording)
    const base = { key, type, prompt, people: here.length, earlier: all.length - here.length }
    if (here.length < FEWEST_PEOPLE) return { ...base, told: null }
    const work = workOf(question)
    const counts = here.map(({ attempt }) => work.count(attempt.responses[key] ?? []))
    const pairs = here.flatMap(({ scores }): [number, number][] => {
      const rest = [...scores].filter(([other]) => other !== key).map(([, score]) => score)
      if (rest.length === 0) return []
      return [[scores.get(key) ?? 0, rest.reduce((sum, score) => sum + score, 0) / rest.length]]
    })
    const correlation = pairs.length < FEWEST_PEOPLE ? undefined : correlationOf(pairs)
    return {
      ...base,
      told: {
        right: percent(here.filter(({ scores }) => scores.get(key) === 1).length, here.length),
        parts: work.counted().map((part) => ({
          ...part,
          share: percent(counts.filter((keys) => keys.includes(part.key)).length, here.length),
        })),
        discrimination: discriminationOf(correlation),
        correlation: correlation === undefined ? null : Math.round(correlation * 100) / 100,
      },
    }
  })
}
