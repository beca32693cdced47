import { describe, expect, it } from 'vitest'
import type { Question } from '~/domains/catalogue'
import { acceptResponses, answerFaults, askedQuestions, reviewAttempt, scoreQuiz } from './quiz'
import { workOf } from './questions/registry'

const option = (key: string, correct: boolean) => ({ key, text: key.toUpperCase(), correct, feedback: `Om ${key}` })
const single: Question = { key: 's', type: 'single', prompt: 'S?', options: [option('a', true), option('b', false)] }
const multiple: Question = {
  key: 'm',
  type: 'multiple',
  prompt: 'M?',
  options: [option('a', true), option('b', true), option('c', false)],
  explanation: 'Därför.',
}
const trueFalse: Question = {
  key: 't',
  type: 'true-false',
  prompt: 'T?',
  options: [option('sant', false), option('falskt', true)],
}
const questions = [single, multiple, trueFalse]

describe('a right answer', () => {
  it.each([
    [single, ['a'], true],
    [single, ['b'], false],
    [single, [], false],
    [multiple, ['a', 'b'], true],
    [multiple, ['b', 'a'], true],
    [multiple, ['a'], false],
    [multiple, ['a', 'b', 'c'], false],
    [trueFalse, ['falskt'], true],
    [trueFalse, ['sant'], false],
  ])('%o %o is %s', (question, chosen, right) => {
    expect(workOf(question).score(chosen) === 1).toBe(right)
  })
})

describe('the score', () => {
  it.each([
    ['all right', { s: ['a'], m: ['a', 'b'], t: ['falskt'] }, 70, { score: 100, right: 3, passed: true }],
    ['two of three is 66, enough for 66', { s: ['a'], m: ['a', 'b'], t: ['sant'] }, 66, { score: 66, passed: true }],
    ['two of three is not enough for 67', { s: ['a'], m: ['a', 'b'], t: ['sant'] }, 67, { score: 66, passed: false }],
    ['half a multiple choice is nothing', { s: ['a'], m: ['a'], t: ['sant'] }, 34, { score: 33, passed: false }],
    ['no answers', {}, 70, { score: 0, right: 0, passed: false }],
  ])('%s', (_name, responses, pass, result) => {
    expect(scoreQuiz(questions, responses, pass)).toMatchObject({ ...result, total: 3 })
  })
  it('of an empty quiz is never a pass', () => {
    expect(scoreQuiz([], {}, 0)).toEqual({ score: 0, right: 0, total: 0, passed: false })
  })
})

describe('what is taken in', () => {
  it('keeps known questions and options, in order, one for a single choice', () => {
    const sent = { s: ['b', 'a', 'x'], m: ['c', 'a', 'a'], t: ['?'], other: ['a'] }
    expect(acceptResponses(questions, sent)).toEqual({ s: ['a'], m: ['a', 'c'], t: [] })
  })
  it('knows which questions lack an answer', () => {
    expect(answerFaults(questions, { s: ['a'], t: [] })).toEqual({ m: 'missing', t: 'missing' })
  })
})

describe('what is told', () => {
  it('before an attempt says nothing of what is right', () => {
    expect(JSON.stringify(askedQuestions(questions))).not.toMatch(/correct|feedback|Därför/)
  })
  it('after a failed attempt comments the chosen options alone', () => {
    const [, reviewed] = reviewAttempt(questions, { s: ['a'], m: ['a'], t: ['sant'] }, false)
    expect(reviewed?.right).toBe(false)
    expect(reviewed?.options.map((each) => each.correct)).toEqual([true, null, null])
    expect(reviewed?.explanation).toBeNull()
  })
  it('after a passed attempt comments everything', () => {
    const [, reviewed] = reviewAttempt(questions, { s: ['a'], m: ['a', 'b'], t: ['sant'] }, true)
    expect(reviewed?.options.map((each) => each.feedback)).toEqual(['Om a', 'Om b', 'Om c'])
    expect(reviewed?.explanation).toBe('Därför.')
  })
})
