import { expect, test } from 'vitest'
import { daysOf, isMonth, monthAfter, monthIsOver } from './calendar'
import { canonicalLines } from './lines'
import { faultOfStatement } from './statement'

test('months follow each other over the turn of the year', () => {
  expect(monthAfter('2024-12')).toBe('2025-01')
  expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', before: '2024-03-01' })
  expect(['2025-03', '2025-13', '25-03', '2025-3', ''].map(isMonth)).toEqual([true, false, false, false, false])
})

test('a month is over on the first of the next one, or the day after the project', () => {
  expect(monthIsOver('2025-03', '2025-03-31', '2025-07-31')).toBe(false)
  expect(monthIsOver('2025-03', '2025-04-01', '2025-07-31')).toBe(true)
  expect(monthIsOver('2025-07', '2025-07-21', '2025-07-20')).toBe(true)
})

test('the sealed text does not depend on the order in which lines are read', () => {
  const lines = [
    { timeEntryId: 'b', workedOn: '2025-03-02', minutes: 30, timeType: 'resa' as const },
    { timeEntryId: 'a', workedOn: '2025-03-02', minutes: -30, timeType: 'resa' as const },
    { timeEntryId: 'c', workedOn: '2025-03-01', minutes: 60, timeType: 'schemalagd' as const },
  ]
  const text = 'c 2025-03-01 60 schemalagd\na 2025-03-02 -30 resa\nb 2025-03-02 30 resa'
  expect(canonicalLines(lines)).toBe(text)
  expect(canonicalLines(lines.toReversed())).toBe(text)
})

const room = { startsOn: '2023-08-01', endsOn: '2025-07-31', dailyCapMinutes: 780, dayMinutes: 0, today: '2025-03-20' }
const statement = { workedOn: '2025-03-12', minutes: 60, timeType: 'resa' as const, title: 'Resa till Uddevalla' }
test.each([
  [{}, {}, undefined],
  [{ title: ' a ' }, {}, 'title'],
  [{ minutes: 0 }, {}, 'minutes'],
  [{ minutes: 481 }, {}, 'minutes'],
  [{ minutes: 1.5 }, {}, 'minutes'],
  [{ workedOn: '2025-02-30' }, {}, 'day'],
  [{ workedOn: '12/3' }, {}, 'day'],
  [{ workedOn: '2025-03-21' }, {}, 'future'],
  [{ workedOn: '2023-07-31' }, {}, 'before-start'],
  [{ workedOn: '2025-08-01' }, { today: '2025-09-01' }, 'after-end'],
  [{}, { dayMinutes: 720 }, undefined],
  [{}, { dayMinutes: 721 }, 'daily-cap'],
] as const)('an own statement %o with %o has the fault %s', (wish, circumstances, fault) => {
  expect(faultOfStatement({ ...statement, ...wish }, { ...room, ...circumstances })).toBe(fault)
})
