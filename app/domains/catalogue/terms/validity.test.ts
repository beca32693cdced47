import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBefore, mayRenew, monthsAfter, validityState, validUntil } from './validity'

test.each([
  ['2025-03-24', 12, '2026-03-24'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2025-08-31', 6, '2026-02-28'],
  ['2025-12-31', 2, '2026-02-28'],
  ['2099-11-30', 3, '2100-02-28'],
  ['2025-10-31', 120, '2035-10-31'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(monthsAfter(day, months)).toBe(expected)
})

test('months later is in the month meant, on the same day or on its last', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 120 }), (date, months) => {
      const day = date.toISOString().slice(0, 10)
      const later = monthsAfter(day, months)
      const number = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
      expect(number(later)).toBe(number(day) + months)
      if (later.slice(8) !== day.slice(8)) expect(daysBefore(later, -1).slice(8)).toBe('01')
      expect(later > day).toBe(true)
    }),
  )
})

test('a course without months counts for ever', () => {
  expect(validUntil({ months: null }, '2025-03-24')).toBeNull()
  expect(validityState(null, '2125-03-24', 30)).toBe('for-ever')
  expect(mayRenew(null, '2125-03-24', 30)).toBe(false)
})

test.each([
  ['2025-01-01', 'valid', false],
  ['2025-03-01', 'valid', false],
  ['2025-03-02', 'ending', true],
  ['2025-04-01', 'ending', true],
  ['2025-04-02', 'ended', true],
])('what counts to 2025-04-01, reminded thirty days before, is on %s %s', (today, state, renewable) => {
  expect(validityState('2025-04-01', today, 30)).toBe(state)
  expect(mayRenew('2025-04-01', today, 30)).toBe(renewable)
})
