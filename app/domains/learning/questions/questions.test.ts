import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkQuestion, type Question } from '~/domains/catalogue'
import { answersTo } from '../../../../db/seed/demo/answers'
import { anyQuestion, everyType } from '../../../../tests/support/questions'
import { acceptResponses, answerFaults, askedQuestions, drawnQuestions, reviewAttempt, scoreQuiz } from '../quiz'
import { workOf } from './registry'
import { disordered, shuffled } from './shuffle'

/** Texts that somebody who means harm sends, among ordinary ones. */
const entry = fc.oneof(
  fc.string(),
  fc.constantFrom('', '=', 'a=', '=1', '__proto__', '__proto__=1', 'constructor=2', 'a=999999999999', 'NaN', '1e999'),
  fc.constantFrom('x'.repeat(100_000), '\u0000', '\ud800', '−0', '٣', '1 000,5', 'ﬁ'),
)
const keys = [...everyType.map((question) => question.key), '__proto__', 'constructor', 'toString', 'q']
const responses = fc.dictionary(fc.constantFrom(...keys), fc.array(entry, { maxLength: 40 }))
/** An answer made of the question's own parts in any mix, so that many hit. */
const likely = (question: Question) => {
  const own = [...answersTo(question).right, ...answersTo(question).wrong.flat()]
  return fc.array(fc.oneof(fc.constantFrom(...own), entry), { maxLength: 12 })
}

describe('any question and any answer', () => {
  it('never throws, and the score is from 0 to 1', () => {
    fc.assert(
      fc.property(
        anyQuestion.chain((question) => fc.tuple(fc.constant(question), likely(question), fc.boolean())),
        ([question, sent, told]) => {
          const work = workOf(question)
          const accepted = work.accept(sent)
          for (const response of [sent, accepted]) {
            const score = work.score(response)
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(1)
            expect(work.review(response, told).right).toBe(score === 1)
            work.fault(response)
            work.count(response)
          }
          expect(work.accept(accepted)).toEqual(accepted)
          expect(work.score(accepted)).toBe(work.score(work.accept(accepted)))
        },
      ),
    )
  })

  it('gives the right answer the whole score, whatever the order that it is asked in', () => {
    fc.assert(
      fc.property(anyQuestion, fc.string(), fc.string(), (question, seed, mix) => {
        expect(checkQuestion(question)).toEqual([])
        const work = workOf(question)
        const right = work.accept(shuffled(answersTo(question).right, mix))
        expect(work.fault(right)).toBeNull()
        expect(work.score(right)).toBe(1)
        const asked = JSON.stringify(work.ask(seed))
        expect([...asked].sort()).toEqual([...JSON.stringify(work.ask(`${seed}2`))].sort())
      }),
    )
  })

  it('keeps its score when the options or the questions are mixed', () => {
    fc.assert(
      fc.property(responses, fc.string(), (sent, seed) => {
        const mixed = shuffled(everyType, seed)
        expect(scoreQuiz(mixed, acceptResponses(mixed, sent), 70)).toEqual(
          scoreQuiz(everyType, acceptResponses(everyType, sent), 70),
        )
      }),
    )
  })
})

describe('a whole quiz', () => {
  it('takes any form without throwing, keeps within bounds and holds no foreign key', () => {
    fc.assert(
      fc.property(responses, (sent) => {
        const accepted = acceptResponses(everyType, sent)
        expect(Object.keys(accepted).every((key) => everyType.some((question) => question.key === key))).toBe(true)
        const { score } = scoreQuiz(everyType, accepted, 70)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        answerFaults(everyType, sent)
        reviewAttempt(everyType, sent, true)
        expect(JSON.stringify(accepted).length).toBeLessThan(20_000)
      }),
    )
  })

  it('with all right answers has 100, and with a wrong one of each has less', () => {
    const right = Object.fromEntries(everyType.map((question) => [question.key, answersTo(question).right]))
    const wrong = Object.fromEntries(everyType.map((question) => [question.key, answersTo(question).wrong[0] ?? []]))
    expect(scoreQuiz(everyType, right, 100)).toMatchObject({ score: 100, right: everyType.length, passed: true })
    expect(scoreQuiz(everyType, wrong, 70)).toMatchObject({ right: 0, passed: false })
  })

  it('is not answered by keys that JavaScript itself knows', () => {
    const question = { ...everyType[0], key: 'constructor' } as Question
    expect(answerFaults([question], {})).toEqual({ constructor: 'missing' })
    expect(scoreQuiz([question], {}, 0).score).toBe(0)
  })

  it('tells nothing of what is right before it is answered', () => {
    const asked = JSON.stringify(askedQuestions(everyType))
    expect(asked).not.toMatch(/correct|accepted|feedback|"answer"|tolerance|första|Idé/)
  })
})

describe('what each type makes of an answer', () => {
  const of = (key: string) => {
    const question = everyType.find((each) => each.key === key)
    if (question === undefined) throw new Error(`No question ${key}`)
    return workOf(question)
  }
  const [ordering, matching, gaps] = [of('q4'), of('q5'), of('q8')]
  const placed = (...places: string[]) => ordering.counted().map((part, index) => `${part.key}=${places[index] ?? ''}`)

  it.each([
    ['3,5', 1],
    ['3.6', 1],
    ['3,61', 0],
    ['3,4 kg', 1],
    ['−3,5', 0],
    [' 3,50 KG ', 1],
    ['3,5,0', 0],
    ['0x3', 0],
  ])('the number %s scores %d', (text, score) => expect(of('q6').score([text])).toBe(score))

  it.each([
    ['ide', 1],
    ['  IDÉ. ', 1],
    ['En  idé', 1],
    ['idéer', 0],
    ['', 0],
  ])('the word “%s” scores %d', (text, score) => expect(of('q7').score([text])).toBe(score))

  it('an order gives the share of items in their place, and says when two have the same', () => {
    expect(ordering.score(placed('1', '3', '2'))).toBeCloseTo(1 / 3)
    expect(ordering.fault(placed('1', '1', '2'))).toBe('same-place')
    expect(ordering.fault(placed('1', '2'))).toBe('parts-missing')
    expect(ordering.accept(placed('1', '9', 'x'))).toEqual(placed('1').slice(0, 1))
  })

  it('rows with the same partner are each right with it, and all or nothing is the rule', () => {
    const right = answersTo(everyType[4] as Question).right
    expect(matching.score(right)).toBe(1)
    expect(matching.score(right.slice(0, 2))).toBe(0)
  })

  it('gaps are compared by the rule of spelling and told one by one', () => {
    expect(gaps.score(['a=FORSTA', 'b=tredje'])).toBe(0.5)
    expect(gaps.review(['a=forsta', 'b=tredje'], false).parts).toMatchObject([
      { given: 'forsta', correct: true, right: null },
      { given: 'tredje', correct: false, right: null },
    ])
  })

  it('a partly right multiple choice loses for wrong options, never below nothing', () => {
    expect(of('q2').score(['a', 'b', 'c'])).toBe(0.5)
    expect(of('q2').score(['c'])).toBe(0)
  })
})

describe('a draw', () => {
  const pool = Array.from({ length: 20 }, (_, index) => ({ ...everyType[0], key: `p${index}` }) as Question)
  it('is the same from the same seed and takes each question once', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (seed, count) => {
        const own = drawnQuestions(pool, [], { draw: { count, tag: null } }, seed)
        expect(own).toEqual(drawnQuestions(pool, [], { draw: { count, tag: null } }, seed))
        expect(new Set(own.map(({ key }) => key)).size).toBe(Math.min(count, pool.length))
        const more = drawnQuestions(everyType, pool, { draw: { count, tag: 'grund' } }, seed)
        expect(more).toHaveLength(everyType.length + Math.min(count, pool.length))
      }),
    )
  })
  it('differs between seeds, and an order to sort never comes as it should be', () => {
    const draws = new Set(
      Array.from({ length: 50 }, (_, seed) =>
        drawnQuestions(pool, [], { draw: { count: 3, tag: null } }, String(seed))
          .map(({ key }) => key)
          .join(),
      ),
    )
    expect(draws.size).toBeGreaterThan(40)
    for (let seed = 0; seed < 200; seed++) expect(disordered(['a', 'b'], String(seed))).toEqual(['b', 'a'])
  })
})
