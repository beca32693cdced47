import { describe, expect, test } from 'vitest'
import { byDay, monthAway, readCalendarFilter, weekNumber, weeksOf, writeCalendarFilter } from './rules'

const read = (query: string) => readCalendarFilter(new URLSearchParams(query), '2025-03-24')

describe('the address of the calendar', () => {
  test.each([
    '?manad=2025-04',
    '?manad=2025-04&vy=lista&typ=workshop&form=digitalt&arrangor=norrvik&kommun=1481&projekt=22-035-S05&tema=ai&malgrupp=syv&ledare=6f1c1f0e-0a51-4f0e-9d0a-2b8b4f9f6a11&mina=ja',
  ])('%s is read and written alike', (query) => expect(writeCalendarFilter(read(query))).toBe(query))

  test('what is not understood counts as not chosen', () => {
    const none = read('')
    expect(none).toMatchObject({ month: '2025-03', view: 'manad', kind: undefined, mode: undefined, mine: false })
    expect(read('manad=2025-13&vy=x&typ=fest&form=%00&arrangor=%20&mina=1&tema=fest&malgrupp=alla&ledare=jag')).toEqual(
      none,
    )
  })
})

test.each([
  ['2024-12-30', 1],
  ['2025-12-28', 52],
  ['2026-12-31', 53],
  ['2027-01-03', 53],
  ['2025-03-24', 13],
])('%s is in week %d', (day, week) => expect(weekNumber(day)).toBe(week))

describe('a month', () => {
  test('has whole weeks from Monday', () => {
    const weeks = weeksOf('2025-03')
    expect(weeks.map(({ week }) => week)).toEqual([9, 10, 11, 12, 13, 14])
    expect(weeks[0]?.days[0]).toBe('2025-02-24')
    expect(weeks.at(-1)?.days.at(-1)).toBe('2025-04-06')
    expect(weeksOf('2021-02')).toHaveLength(4)
  })

  test.each([
    ['2025-01', -1, '2024-12'],
    ['2025-12', 1, '2026-01'],
    ['2025-03', 0, '2025-03'],
  ])('%s and %d months is %s', (month, months, other) => expect(monthAway(month, months)).toBe(other))
})

test('a meeting over midnight stands on both its days, one that ends at midnight on its first', () => {
  const meeting = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) })
  const night = meeting('2025-03-24T20:00:00Z', '2025-03-25T01:00:00Z')
  const evening = meeting('2025-03-24T20:00:00Z', '2025-03-24T23:00:00Z')
  const days = byDay([night, evening])
  expect(days.get('2025-03-24')).toEqual([night, evening])
  expect(days.get('2025-03-25')).toEqual([night])
  expect(days.size).toBe(2)
})
