import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isReportable, type LedgerLine, roundMonth, sumMonths, totalOf } from './months'

describe('roundMonth', () => {
  test.each([
    [0, 'floor_hours', 0, 0],
    [59, 'floor_hours', 0, 59],
    [60, 'floor_hours', 60, 0],
    [119, 'floor_hours', 60, 59],
    [400, 'floor_hours', 360, 40],
    [400, 'minutes', 400, 0],
  ] as const)('%i minutes by %s: %i reported, %i left', (minutes, rounding, reported, left) => {
    expect(roundMonth(minutes, rounding)).toEqual({ reported, left })
  })
  test('nothing is lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 100_000 }),
        fc.constantFrom('floor_hours', 'minutes'),
        (minutes, rounding) => {
          const { reported, left } = roundMonth(minutes, rounding)
          expect(reported + left).toBe(minutes)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(left).toBeLessThan(60)
        },
      ),
    )
  })
})

test.each([
  ['sjalvstudier', false, false],
  ['sjalvstudier', true, true],
  ['schemalagd', false, true],
  ['forberedelse', false, true],
  ['studiebesok', false, true],
  ['resa', false, true],
] as const)('%s with self-study decided %s is reportable: %s', (timeType, selfStudyEligible, expected) => {
  expect(isReportable(timeType, { rounding: 'floor_hours', selfStudyEligible })).toBe(expected)
})

describe('sumMonths', () => {
  const lines: LedgerLine[] = [
    { workedOn: '2025-02-01', minutes: 50, timeType: 'schemalagd' },
    { workedOn: '2025-01-31', minutes: 50, timeType: 'sjalvstudier' },
    { workedOn: '2025-02-28', minutes: 45, timeType: 'sjalvstudier' },
    { workedOn: '2025-02-28', minutes: -20, timeType: 'sjalvstudier' },
  ]
  test('self-study waits for a decision, and hours are rounded by month, not by entry', () => {
    expect(sumMonths(lines, { rounding: 'floor_hours', selfStudyEligible: false })).toEqual([
      { month: '2025-01', registered: 50, reportable: 0, reported: 0 },
      { month: '2025-02', registered: 75, reportable: 50, reported: 0 },
    ])
    const decided = sumMonths(lines, {
      rounding: 'floor_hours',
      selfStudyEligible: true,
    })
    expect(decided).toEqual([
      { month: '2025-01', registered: 50, reportable: 50, reported: 0 },
      { month: '2025-02', registered: 75, reportable: 75, reported: 60 },
    ])
    expect(totalOf(decided)).toEqual({
      registered: 125,
      reportable: 125,
      reported: 60,
    })
  })
  test('no lines, no months', () => {
    expect(totalOf(sumMonths([], { rounding: 'minutes', selfStudyEligible: true }))).toEqual({
      registered: 0,
      reportable: 0,
      reported: 0,
    })
  })
})
