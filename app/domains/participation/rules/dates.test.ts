import { expect, test } from 'vitest'
import { faultOfDates } from './dates'

const project = { startsOn: '2023-08-01', endsOn: '2025-07-31' }

test.each([
  [null, null, undefined],
  ['2023-08-01', null, undefined],
  ['2023-08-01', '2025-07-31', undefined],
  ['2024-02-29', '2024-02-29', undefined],
  ['2025-02-29', null, 'entry-form'],
  ['1 maj', null, 'entry-form'],
  ['2024-01-01', '2024-13-01', 'exit-form'],
  ['2023-07-31', null, 'entry-outside'],
  ['2025-08-01', null, 'entry-outside'],
  [null, '2024-01-01', 'entry-missing'],
  ['2024-01-02', '2024-01-01', 'exit-before-entry'],
  ['2024-01-02', '2025-08-01', 'exit-after-end'],
])('entry %s and exit %s: %s', (entryOn, exitOn, fault) => {
  expect(faultOfDates({ entryOn, exitOn }, project)).toBe(fault)
})
