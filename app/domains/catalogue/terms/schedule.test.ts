import fc from 'fast-check'
import { expect, test } from 'vitest'
import { termsOf } from './model'
import { isReminded, mayStudy, studyState, studyWindow } from './schedule'

const schedule = termsOf({
  schedule: { startsOn: '2025-03-01', deadlineOn: '2025-05-31', afterDeadline: 'stangd' },
}).schedule

test.each([
  [null, { startsOn: '2025-03-01', deadlineOn: '2025-05-31' }],
  [
    { startsOn: '2025-04-01', deadlineOn: '2025-06-30' },
    { startsOn: '2025-04-01', deadlineOn: '2025-06-30' },
  ],
  [
    { startsOn: '2025-04-01', deadlineOn: null },
    { startsOn: '2025-04-01', deadlineOn: '2025-05-31' },
  ],
])('a cohort of %j has its own days, and otherwise those of the course', (cohort, expected) => {
  expect(studyWindow(schedule, cohort)).toEqual({ ...expected, afterDeadline: 'stangd' })
})

test.each([
  ['2025-02-28', 'before', 'before'],
  ['2025-03-01', 'open', 'open'],
  ['2025-05-31', 'open', 'open'],
  ['2025-06-01', 'late', 'shut'],
])('on %s the lessons are %s, or %s where the deadline shuts', (today, open, shut) => {
  const window = studyWindow(schedule, null)
  expect(studyState({ ...window, afterDeadline: 'oppen' }, today)).toBe(open)
  expect(studyState(window, today)).toBe(shut)
})

test('without days the lessons are always open', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (date) => {
      expect(mayStudy(studyWindow(termsOf({}).schedule, null), date.toISOString().slice(0, 10))).toBe(true)
    }),
  )
})

test.each([
  ['2025-05-23', false],
  ['2025-05-24', true],
  ['2025-05-31', true],
  ['2025-06-01', false],
])('of a deadline on 2025-05-31 one is reminded a week before: %s %s', (today, expected) => {
  expect(isReminded('2025-05-31', 7, today)).toBe(expected)
  expect(isReminded(null, 7, today)).toBe(false)
})
