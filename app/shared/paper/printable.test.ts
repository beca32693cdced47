import { expect, test } from 'vitest'
import { hasStandardLetters, printable } from './printable'

test.each([
  ['Åsa Öberg – 3 h', 'Åsa Öberg – 3 h', true],
  ['−30 min', '–30 min', true],
  ['Łukasz Şahin Đorđe Kovač', 'Łukasz Şahin Đorđe Kovač', false],
  ['Kovac\u030c', 'Kovač', false],
  ['två\n\nrader', 'två rader', true],
  ['€ och “citat”', '€ och “citat”', true],
  ['漢', '?', true],
])('%s is printed as %s', (text, expected, isStandard) => {
  expect(printable(text)).toBe(expected)
  expect(hasStandardLetters(expected)).toBe(isStandard)
})
