import { describe, expect, test } from 'vitest'
import { type CheckedLine, findingsOf, standingLines } from './findings'

const rules = { dailyCapMinutes: 780, startsOn: '2023-08-01', endsOn: '2025-07-31' }
let count = 0
function line(wish: Partial<CheckedLine> & { from?: string; to?: string } = {}): CheckedLine {
  const { from, to, ...rest } = wish
  count += 1
  return {
    timeEntryId: `post-${count}`,
    workedOn: '2025-03-12',
    minutes: 60,
    timeType: 'schemalagd',
    startsAt: from === undefined ? null : new Date(`2025-03-12T${from}:00Z`),
    endsAt: to === undefined ? null : new Date(`2025-03-12T${to}:00Z`),
    nominal: null,
    ...rest,
  }
}

describe('findingsOf', () => {
  test('two meetings at once are found with the minutes they share; one after the other is no finding', () => {
    const [one, two] = [line({ from: '09:00', to: '11:00' }), line({ from: '10:30', to: '12:00' })]
    expect(findingsOf([two, one], rules)).toEqual([
      { kind: 'overlap', workedOn: '2025-03-12', timeEntryIds: [one.timeEntryId, two.timeEntryId], minutes: 30 },
    ])
    expect(findingsOf([line({ from: '09:00', to: '11:00' }), line({ from: '11:00', to: '12:00' })], rules)).toEqual([])
  })

  test('a long meeting is tried against every one inside it', () => {
    const lines = [
      line({ from: '08:00', to: '16:00' }),
      line({ from: '09:00', to: '10:00' }),
      line({ from: '14:00', to: '15:00' }),
    ]
    expect(findingsOf(lines, rules).map((found) => (found.kind === 'overlap' ? found.minutes : 0))).toEqual([60, 60])
  })

  test('13 hours in a day are not too much, one minute more is', () => {
    expect(findingsOf([line({ minutes: 700 }), line({ minutes: 80 })], rules)).toEqual([])
    const [short, long, shortest] = [line({ minutes: 80 }), line({ minutes: 691 }), line({ minutes: 10 })]
    const timeEntryIds = [long.timeEntryId, short.timeEntryId]
    expect(findingsOf([short, long, shortest], rules)).toEqual([
      { kind: 'daily-cap', workedOn: '2025-03-12', timeEntryIds, minutes: 781, cap: 780 },
    ])
  })

  test('self-study above the nominal length is found; other time has no nominal length', () => {
    const long = line({ timeType: 'sjalvstudier', minutes: 50, nominal: 45 })
    expect(findingsOf([long], rules)).toMatchObject([
      { kind: 'above-nominal', timeEntryId: long.timeEntryId, nominal: 45 },
    ])
    expect(
      findingsOf(
        [line({ timeType: 'sjalvstudier', minutes: 45, nominal: 45 }), line({ minutes: 50, nominal: 45 })],
        rules,
      ),
    ).toEqual([])
  })

  test('the first and the last day of the project are inside it', () => {
    const days = ['2023-07-31', '2023-08-01', '2025-07-31', '2025-08-01'].map((workedOn) => line({ workedOn }))
    expect(findingsOf(days, rules).map((found) => found.workedOn)).toEqual(['2023-07-31', '2025-08-01'])
  })
})

test('a corrected line and its contra entry cancel each other; what it became stands', () => {
  const lines = [
    { timeEntryId: 'a', minutes: 120, correctsId: null },
    { timeEntryId: 'b', minutes: -120, correctsId: 'a' },
    { timeEntryId: 'c', minutes: 45, correctsId: 'a' },
    { timeEntryId: 'd', minutes: 30, correctsId: null },
  ]
  expect(standingLines(lines).map((one) => one.timeEntryId)).toEqual(['c', 'd'])
})
