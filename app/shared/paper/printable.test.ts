import { expect, test } from 'vitest'
import { printable } from './printable'

test.each([
  ['Åsa Öberg – 3 h', 'Åsa Öberg – 3 h'],
  ['−30 min', '–30 min'],
  ['Łukasz Şahin Đorđe Kovač', 'Lukasz Sahin Dorde Kovac'],
  ['två\nrader', 'två rader'],
  ['€ och “citat”', '€ och “citat”'],
  ['漢', '?'],
])('%s is printed as %s', (text, expected) => {
  expect(printable(text)).toBe(expected)
})
