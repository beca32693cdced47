import fc from 'fast-check'
import { expect, test } from 'vitest'
import { termsOf } from './model'
import { mayStudy, reminderStep, studyState, studyWindow } from './schedule'

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

test('whoever takes the course again alone has no days, in a cohort those of the cohort', () => {
  expect(studyWindow(schedule, null, 2)).toMatchObject({ startsOn: null, deadlineOn: null })
  expect(studyWindow(schedule, { startsOn: '2026-04-01', deadlineOn: '2026-06-30' }, 2)).toMatchObject({
    startsOn: '2026-04-01',
    deadlineOn: '2026-06-30',
  })
})

test.each([
  ['2025-05-23', undefined],
  ['2025-05-24', 'early'],
  ['2025-05-29', 'early'],
  ['2025-05-30', 'late'],
  ['2025-05-31', 'late'],
  ['2025-06-01', undefined],
])('of a deadline on 2025-05-31 one is reminded a week before and the day before: %s %s', (today, expected) => {
  expect(reminderStep('2025-05-31', 7, today)).toBe(expected)
  expect(reminderStep(null, 7, today)).toBeUndefined()
})
