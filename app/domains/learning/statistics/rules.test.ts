import { describe, expect, it } from 'vitest'
import type { Question } from '~/domains/catalogue'
import { correlationOf, discriminationOf, type FirstAttempt, itemStatistics } from './rules'

const choice = (key: string): Question => ({
  key,
  type: 'single',
  prompt: `${key}?`,
  options: [
    { key: 'a', text: 'rätt', correct: true, feedback: 'Ja.' },
    { key: 'b', text: 'fel', correct: false, feedback: 'Nej.' },
  ],
})
const own = [choice('q1'), choice('q2'), choice('q3')]
const attempt = (answers: string, questions: Question[] | null = null): FirstAttempt => ({
  questions,
  responses: Object.fromEntries([...answers].map((answer, index) => [`q${index + 1}`, [answer]])),
})

describe('the statistics of a question', () => {
  it('below five people tell how many they are and nothing else', () => {
    const few = itemStatistics(
      own,
      ['aaa', 'aab', 'abb', 'bbb'].map((each) => attempt(each)),
    )
    expect(few[0]).toEqual({ key: 'q1', type: 'single', prompt: 'q1?', people: 4, earlier: 0, told: null })
  })
  it('count right answers, shares of options and how the question goes with the rest', () => {
    const [first, second] = itemStatistics(
      own,
      ['aaa', 'aab', 'aab', 'bbb', 'bba'].map((each) => attempt(each)),
    )
    expect(first).toMatchObject({ people: 5, told: { right: 60, parts: [{ share: 60 }, { share: 40 }] } })
    expect(first?.told?.discrimination).toBe('well')
    expect(second?.told?.right).toBe(60)
  })
  it('leave those who were asked another wording out, and say how many', () => {
    const before = [{ ...choice('q1'), prompt: 'Förr?' } as Question, choice('q2'), choice('q3')]
    const mixed = [
      ...Array<string>(5)
        .fill('aaa')
        .map((each) => attempt(each, own)),
      attempt('bbb', before),
    ]
    expect(itemStatistics(own, mixed)[0]).toMatchObject({ people: 5, earlier: 1, told: { right: 100 } })
    expect(itemStatistics(own, mixed)[1]).toMatchObject({ people: 6, earlier: 0 })
  })
  it('hold questions that were drawn from the bank', () => {
    const drawn = Array.from({ length: 5 }, () => ({ questions: [choice('b1')], responses: { b1: ['a'] } }))
    expect(itemStatistics([], drawn)).toMatchObject([{ key: 'b1', people: 5, told: { right: 100 } }])
  })
})

describe('a correlation', () => {
  it.each([
    [
      [
        [0, 0],
        [1, 1],
      ],
      1,
      'well',
    ],
    [
      [
        [0, 1],
        [1, 0],
      ],
      -1,
      'backwards',
    ],
    [
      [
        [1, 0],
        [1, 1],
      ],
      undefined,
      'cannot-tell',
    ],
  ] as const)('%j is %s and %s', (pairs, value, words) => {
    expect(correlationOf(pairs)).toBe(value)
    expect(discriminationOf(value)).toBe(words)
  })
  it.each([
    [0.29, 'somewhat'],
    [0.05, 'hardly'],
    [0, 'hardly'],
  ] as const)('of %s is %s', (value, words) => expect(discriminationOf(value)).toBe(words))
})
