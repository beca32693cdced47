import { expect, test } from 'vitest'
import { dueOn, followingMonth, isMonth, monthsBetween } from './calendar'
import type { ExportBatch, ReportMonth } from './model'
import { showMonths } from './page'

const batch = (month: string, number: number, change: Partial<ExportBatch> = {}) =>
  ({ batchId: String(number), month, number, state: 'klar', supersededBy: null, ...change }) as ExportBatch
const month = (name: string, change: Partial<ReportMonth> = {}): ReportMonth => ({
  month: name,
  state: 'last',
  generation: 1,
  mustResend: false,
  persons: 3,
  registeredMinutes: 0,
  reportableMinutes: 0,
  reportedMinutes: 0,
  batches: [],
  ...change,
})

test('a month waits for the first earlier one that is queued or has no file; an open or empty one holds nobody up', () => {
  const shown = showMonths(
    [
      month('2024-11', { batches: [batch('2024-11', 1)] }),
      month('2024-12', { persons: 0 }),
      month('2025-01', { state: 'oppen' }),
      month('2025-02', { batches: [batch('2025-02', 3, { state: 'koad' }), batch('2025-02', 2)] }),
      month('2025-03'),
      month('2025-04'),
    ],
    28,
  )
  expect(shown.map(({ month: name, wanted, waitsFor, valid }) => [name, wanted, waitsFor, valid?.number])).toEqual([
    ['2024-11', false, null, 1],
    ['2024-12', false, null, undefined],
    ['2025-01', false, null, undefined],
    ['2025-02', true, null, 2],
    ['2025-03', true, '2025-02', undefined],
    ['2025-04', true, '2025-02', undefined],
  ])
})

test.each([
  ['2025-03', 28, '2025-04-28'],
  ['2024-12', 28, '2025-01-28'],
  ['2025-01', 30, '2025-03-02'],
])('%s is due %i days after its end: %s', (name, days, day) => {
  expect(dueOn(name, days)).toBe(day)
})

test('the calendar', () => {
  expect(followingMonth('2024-12')).toBe('2025-01')
  expect(monthsBetween('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02'])
  expect([isMonth('2025-12'), isMonth('2025-13'), isMonth('2025-1')]).toEqual([true, false, false])
})
