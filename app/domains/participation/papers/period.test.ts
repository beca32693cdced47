import { expect, test } from 'vitest'
import { readPaperPeriod } from './period'

const months = ['2024-12', '2025-01', '2025-03', '2025-04']

test.each([
  ['2025-01', { key: '2025-01', months: ['2025-01'] }],
  ['2025-K1', { key: '2025-K1', months: ['2025-01', '2025-03'] }],
  ['2024-K4', { key: '2024-K4', months: ['2024-12'] }],
  ['hela', { key: 'hela', months }],
  [null, { key: '2025-04', months: ['2025-04'] }],
  ['2025-02', { key: '2025-04', months: ['2025-04'] }],
  ['2025-K9', { key: '2025-04', months: ['2025-04'] }],
])('%s', (asked, expected) => {
  expect(readPaperPeriod(asked, months)).toEqual(expected)
})

test('a project without time has no months', () => {
  expect(readPaperPeriod(null, [])).toEqual({ key: 'hela', months: [] })
})
