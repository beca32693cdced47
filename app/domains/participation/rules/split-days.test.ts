import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { splitByDay } from './split-days'

const at = (text: string) => new Date(text)
const short = (pieces: ReturnType<typeof splitByDay>) => pieces.map(({ day, part, minutes }) => [day, part, minutes])

describe('splitByDay', () => {
  test.each([
    ['one afternoon', '2025-03-24T12:00:00Z', '2025-03-24T15:00:00Z', 165, [['2025-03-24', 1, 165]]],
    [
      'over midnight and the end of a month',
      '2025-01-31T22:00:00Z',
      '2025-02-01T00:00:00Z',
      120,
      [
        ['2025-01-31', 1, 60],
        ['2025-02-01', 2, 60],
      ],
    ],
    ['ends at midnight', '2025-03-24T21:00:00Z', '2025-03-24T23:00:00Z', 120, [['2025-03-24', 1, 120]]],
    [
      'the night when summer time begins',
      '2025-03-29T22:00:00Z',
      '2025-03-30T02:00:00Z',
      240,
      [
        ['2025-03-29', 1, 60],
        ['2025-03-30', 2, 180],
      ],
    ],
  ])('%s', (_, from, to, minutes, expected) => {
    expect(short(splitByDay(at(from), at(to), minutes))).toEqual(expected)
  })

  test('pieces add up and never overlap', () => {
    const start = at('2023-08-01T00:00:00Z').getTime()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 4000 }), (offset, length) => {
        const from = new Date(start + offset * 60_000)
        const to = new Date(from.getTime() + length * 60_000)
        const pieces = splitByDay(from, to, length)
        expect(pieces.reduce((sum, piece) => sum + piece.minutes, 0)).toBe(length)
        for (const [index, piece] of pieces.entries())
          if (index > 0)
            expect(piece.startsAt.getTime()).toBeGreaterThanOrEqual(pieces[index - 1]?.endsAt.getTime() ?? 0)
      }),
    )
  })
})
