import { expect, it } from 'vitest'
import { addCounts, countAll, cutoffOf, daysBefore, readinessOf } from './rules'

it.each([
  [{ legalHold: true, finalPaymentOn: '2010-01-01' }, '2015-12-31', 'held'],
  [{ legalHold: false, finalPaymentOn: null }, null, 'payment-unknown'],
  [{ legalHold: false, finalPaymentOn: '2010-01-01' }, null, 'no-rule'],
  [{ legalHold: false, finalPaymentOn: '2010-01-01' }, '2015-12-31', 'kept'],
  [{ legalHold: false, finalPaymentOn: '2010-01-01' }, '2015-12-30', 'due'],
] as const)('%o kept until %s is %s on the last of December 2015', (project, keptUntil, readiness) => {
  expect(readinessOf(project, { keptUntil }, '2015-12-31')).toBe(readiness)
})

it('counts days back over a leap day', () => {
  expect(daysBefore('2024-03-01', 1)).toBe('2024-02-29')
  expect(daysBefore('2025-03-24', 365)).toBe('2024-03-24')
})

it('has no cutoff without a rule', () => {
  const rule = { ruleId: 'svar', keepYears: null, fundEvidence: false, isSourced: false, source: '' }
  expect(cutoffOf([], 'svar', '2025-03-24')).toBeUndefined()
  expect(cutoffOf([{ ...rule, keepDays: null }], 'svar', '2025-03-24')).toBeUndefined()
  expect(cutoffOf([{ ...rule, keepDays: 30 }], 'svar', '2025-03-31')).toBe('2025-03-01')
})

it('adds what batches deleted', () => {
  expect(addCounts({ timmar: 2 }, { timmar: 3, nummer: 1 })).toEqual({ timmar: 5, nummer: 1 })
  expect(countAll({ timmar: 5, nummer: 1 })).toBe(6)
})
