import { expect, test } from 'vitest'
import { birthDayOf } from './birth-day'

test.each([
  ['198101012386', '1981-01-01'],
  ['198801622393', '1988-01-02'],
  ['198000692387', null],
  ['193710602396', null],
])('the birth day in %s is %s', (digits, day) => {
  expect(birthDayOf(digits)).toBe(day)
})
