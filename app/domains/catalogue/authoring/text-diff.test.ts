import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffLines, onlyChanges } from './text-diff'

const short = (before: string, after: string) =>
  diffLines(before.split(''), after.split(''))
    .map(({ change, text }) => ({ same: ' ', added: '+', removed: '-' })[change] + text)
    .join('')

it.each([
  ['abc', 'abc', ' a b c'],
  ['abc', 'ac', ' a-b c'],
  ['ac', 'abc', ' a+b c'],
  ['abc', 'axc', ' a-b+x c'],
])('%s to %s is %s', (before, after, expected) => {
  expect(short(before, after)).toBe(expected)
})

it('leads from the one text to the other, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after)
      expect(lines.flatMap(({ change, text }) => (change === 'added' ? [] : [text]))).toEqual(before)
      expect(lines.flatMap(({ change, text }) => (change === 'removed' ? [] : [text]))).toEqual(after)
    }),
  )
})

it('shows changes with what stands beside them', () => {
  const lines = onlyChanges(diffLines(['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'x', 'e']))
  expect(lines.map(({ text }) => text)).toEqual(['c', 'd', 'x', 'e'])
})
