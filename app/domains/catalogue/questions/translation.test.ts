import { expect, it } from 'vitest'
import type { Question } from './model'
import { inEveryLanguage, textsBetween } from './translation'

const gap: Question = {
  key: 'q1',
  type: 'gap-text',
  prompt: 'Fyll i.',
  text: 'Vi kallar det [[a]] och [[b]].',
  gaps: [
    { key: 'a', accepted: ['stöttning', 'stöd'] },
    { key: 'b', accepted: ['dialog'], choices: ['dialog', 'tystnad'], feedback: 'Samtal.' },
  ],
}
const inEnglish: Question = {
  key: 'q1',
  type: 'gap-text',
  prompt: 'Fill in.',
  text: 'We call it [[a]] and [[b]].',
  gaps: [
    { key: 'a', accepted: ['scaffolding'] },
    { key: 'b', accepted: ['dialogue'], choices: ['dialogue', 'silence'], feedback: 'Talk.' },
  ],
}

it('finds the words of each part, and the answers that are right in the other language', () => {
  expect(textsBetween(gap, inEnglish)).toEqual({
    texts: {
      'Fyll i.': 'Fill in.',
      'Vi kallar det ': 'We call it ',
      ' och ': ' and ',
      '.': '.',
      stöttning: 'scaffolding',
      dialog: 'dialogue',
      tystnad: 'silence',
      'Samtal.': 'Talk.',
    },
    accepted: { a: ['scaffolding'], b: ['dialogue'] },
  })
})

it.each([
  ['another type', { key: 'q1', type: 'short-text', prompt: 'Fill in.', accepted: ['x'] } as Question],
  ['gaps in another order', { ...inEnglish, text: 'We call it [[b]] and [[a]].' } as Question],
  ['a part less', { ...inEnglish, gaps: inEnglish.gaps.slice(0, 1), text: 'We call it [[a]].' } as Question],
  ['an empty part', { ...inEnglish, prompt: '' } as Question],
])('finds nothing in %s', (_name, other) => {
  expect(textsBetween(gap, other)).toBeUndefined()
})

it('takes answers of every language as right, its own first', () => {
  const both = inEveryLanguage(gap, [{ q1: { texts: {}, accepted: { a: ['scaffolding', 'stöd'] } } }, undefined])
  expect(both).toMatchObject({ gaps: [{ accepted: ['stöttning', 'stöd', 'scaffolding'] }, { accepted: ['dialog'] }] })
})
