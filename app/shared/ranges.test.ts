import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type SecondRange, clipRanges, mergeRanges, secondsIn, subtractRanges } from './ranges'

const range = fc.tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: -20, max: 400 }))
const ranges = fc.array(range, { maxLength: 8 })
const secondsOf = (list: readonly SecondRange[]) => {
  const set = new Set<number>()
  for (const [from, to] of list) for (let second = from; second < to; second += 1) set.add(second)
  return set
}

describe('mergeRanges', () => {
  const cases: [string, SecondRange[], SecondRange[]][] = [
    ['nothing', [], []],
    [
      'out of order',
      [
        [20, 30],
        [0, 10],
      ],
      [
        [0, 10],
        [20, 30],
      ],
    ],
    [
      'overlap',
      [
        [0, 10],
        [5, 15],
      ],
      [[0, 15]],
    ],
    [
      'touching',
      [
        [0, 10],
        [10, 20],
      ],
      [[0, 20]],
    ],
    [
      'inside',
      [
        [0, 30],
        [5, 10],
      ],
      [[0, 30]],
    ],
    [
      'duplicates',
      [
        [3, 7],
        [3, 7],
      ],
      [[3, 7]],
    ],
    [
      'empty and reversed',
      [
        [5, 5],
        [9, 2],
      ],
      [],
    ],
  ]
  test.each(cases)('%s', (_name, input, expected) => expect(mergeRanges(input)).toEqual(expected))

  it('keeps exactly the same seconds, sorted and apart', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const merged = mergeRanges(list)
        expect(secondsOf(merged)).toEqual(secondsOf(list))
        expect(secondsIn(list)).toBe(secondsOf(list).size)
        merged.slice(1).forEach(([from], index) => expect(from).toBeGreaterThan(merged[index]?.[1] ?? Infinity))
      }),
    )
  })

  it('does not depend on order or repetition', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const once = mergeRanges([...a, ...b])
        expect(mergeRanges([...b, ...a, ...b])).toEqual(once)
        expect(mergeRanges([...mergeRanges(a), ...mergeRanges(b)])).toEqual(once)
      }),
    )
  })
})

it('subtracts and clips second by second', () => {
  fc.assert(
    fc.property(ranges, ranges, (a, b) => {
      const taken = secondsOf(b)
      expect(secondsOf(subtractRanges(a, b))).toEqual(new Set([...secondsOf(a)].filter((second) => !taken.has(second))))
      expect(secondsOf(clipRanges(a, 300))).toEqual(
        new Set([...secondsOf(a)].filter((second) => second >= 0 && second < 300)),
      )
    }),
  )
})
