import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type SecondRange, clipRanges, mergeRanges, secondsIn } from '~/shared/ranges'
import {
  type WatchState,
  FASTEST_RATE,
  FIRST_BEAT_SECONDS,
  LONGEST_SILENCE_SECONDS,
  acceptBeat,
  affordableRanges,
  formatMultirange,
  isWatched,
  paidFrom,
  parseMultirange,
  partsLeft,
  resumeAt,
  watchedShare,
} from './watch-rules'

const at = (seconds: number) => new Date(Date.UTC(2025, 2, 24, 8, 0, 0) + seconds * 1000)
const range = fc.tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: -20, max: 400 }))
const ranges = fc.array(range, { maxLength: 8 })
const secondsOf = (list: readonly SecondRange[]) => {
  const set = new Set<number>()
  for (const [from, to] of list) for (let second = from; second < to; second += 1) set.add(second)
  return set
}

describe('affordableRanges', () => {
  const cases: [string, SecondRange[], SecondRange[], number, SecondRange[]][] = [
    ['all fits', [], [[0, 10]], 10, [[0, 10]]],
    [
      'cut in the middle',
      [],
      [
        [0, 10],
        [20, 40],
      ],
      15,
      [
        [0, 10],
        [20, 25],
      ],
    ],
    ['seen already costs nothing', [[0, 100]], [[0, 110]], 10, [[100, 110]]],
    ['no room', [], [[0, 10]], 0, []],
    ['less than a second', [], [[0, 10]], 0.9, []],
    ['negative', [], [[0, 10]], -4, []],
  ]
  test.each(cases)('%s', (_name, watched, claimed, budget, expected) =>
    expect(affordableRanges(watched, claimed, budget)).toEqual(expected),
  )
})

describe('acceptBeat', () => {
  const beat = (ranges: SecondRange[], second: number, rate = 1) => ({
    ranges,
    positionSeconds: ranges.at(-1)?.[1] ?? 0,
    rate,
    now: at(second),
  })

  it('counts ordinary play at every rate up to the fastest', () => {
    for (const rate of [0.75, 1, 1.25, 1.5, 2]) {
      let state: WatchState | undefined = acceptBeat(undefined, beat([], 0, rate), 600)
      for (let tick = 1; tick <= 12; tick += 1) {
        state = acceptBeat(state, beat([[0, Math.floor(tick * 10 * rate)]], tick * 10, rate), 600)
      }
      expect(state.watched).toEqual([[0, Math.floor(120 * rate)]])
    }
  })

  it('does not count a drag to the end', () => {
    const state = acceptBeat(acceptBeat(undefined, beat([], 0), 600), beat([[0, 600]], 10), 600)
    expect(state.watched).toEqual([[0, 15]])
    expect(isWatched(state.watched, 600)).toBe(false)
  })

  it('gives nothing for many beats at the same moment', () => {
    let state: WatchState | undefined
    for (let index = 0; index < 200; index += 1)
      state = acceptBeat(state, beat([[index * 3, index * 3 + 3]], 0, 2), 600)
    expect(secondsIn(state?.watched ?? [])).toBeLessThanOrEqual(FIRST_BEAT_SECONDS * FASTEST_RATE)
  })

  it('takes a claim that waited while the connection was gone', () => {
    const opened = acceptBeat(undefined, beat([], 0), 3600)
    expect(acceptBeat(opened, beat([[0, 300]], 300), 3600).watched).toEqual([[0, 300]])
  })

  it('does not let a long silence pay for a whole lecture', () => {
    const opened = acceptBeat(undefined, beat([], 0), 36_000)
    const state = acceptBeat(opened, beat([[0, 36_000]], 100_000, 2), 36_000)
    expect(state.watched).toEqual([[0, LONGEST_SILENCE_SECONDS * FASTEST_RATE]])
  })

  it('goes on counting when the clock was set back', () => {
    const later = acceptBeat(undefined, beat([[0, 5]], 100_000), 600)
    const opened = acceptBeat(later, beat([], 0), 600)
    expect(acceptBeat(opened, beat([[5, 15]], 10), 600).watched).toEqual([[0, 15]])
  })

  it('never counts more than the clock allows, whatever is claimed, and never forgets', () => {
    const claim = fc.record({
      wait: fc.double({ min: 0, max: 40, noNaN: true }),
      ranges,
      rate: fc.double({ min: 0.1, max: 16, noNaN: true }),
      position: fc.double({ min: -50, max: 900, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 12 }), (claims) => {
        let state: WatchState | undefined
        let clock = 0
        for (const item of claims) {
          clock += item.wait
          const before = secondsOf(state?.watched ?? [])
          const next = acceptBeat(
            state,
            {
              ranges: item.ranges,
              positionSeconds: item.position,
              rate: item.rate,
              now: at(clock),
            },
            300.4,
          )
          const after = secondsOf(next.watched)
          for (const second of before) expect(after.has(second)).toBe(true)
          const claimed = secondsOf(item.ranges)
          for (const second of after) expect(before.has(second) || claimed.has(second)).toBe(true)
          for (const second of after) expect(second >= 0 && second < 300).toBe(true)
          expect(next.positionSeconds).toBeGreaterThanOrEqual(0)
          expect(next.positionSeconds).toBeLessThanOrEqual(300.4)
          expect(next.paidUntil.getTime()).toBeLessThanOrEqual(at(clock).getTime() + 1)
          state = next
        }
        const elapsed = clock - (claims[0]?.wait ?? 0)
        expect(secondsIn(state?.watched ?? [])).toBeLessThanOrEqual((elapsed + FIRST_BEAT_SECONDS) * FASTEST_RATE + 0.1)
      }),
    )
  })
})

describe('paidFrom', () => {
  const cases: [string, number | undefined, number][] = [
    ['first beat', undefined, 1000 - FIRST_BEAT_SECONDS],
    ['a moment ago', 990, 990],
    ['two tabs at once', 1000.5, 1000.5],
    ['long silence', 0, 1000 - LONGEST_SILENCE_SECONDS],
    ['clock set back', 5000, 1000 - FIRST_BEAT_SECONDS],
  ]
  test.each(cases)('%s', (_name, paid, expected) =>
    expect(paidFrom(paid === undefined ? undefined : at(paid), at(1000))).toEqual(at(expected)),
  )
})

describe('what is left', () => {
  it('names the parts in order', () => {
    expect(
      partsLeft(
        [
          [0, 60],
          [120, 180],
        ],
        240.9,
      ),
    ).toEqual([
      [60, 120],
      [180, 240],
    ])
    expect(partsLeft([], 30)).toEqual([[0, 30]])
    expect(partsLeft([[0, 30]], 30.99)).toEqual([])
  })

  it('is watched from nine tenths', () => {
    expect(isWatched([[0, 89]], 100)).toBe(false)
    expect(
      isWatched(
        [
          [0, 50],
          [60, 100],
        ],
        100,
      ),
    ).toBe(true)
    expect(watchedShare([], 0)).toBe(0)
  })

  it('adds up to the whole', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: 1, max: 350, noNaN: true }), (list, duration) => {
        const length = Math.floor(duration)
        expect(secondsIn(partsLeft(list, duration)) + secondsIn(clipRanges(list, length))).toBe(length)
      }),
    )
  })
})

describe('resumeAt', () => {
  const cases: [string, SecondRange[], number, number][] = [
    ['not begun', [], 0, 0],
    ['in the middle', [[0, 100]], 100.4, 98],
    [
      'at the end with parts left',
      [
        [0, 50],
        [200, 300],
      ],
      300.2,
      50,
    ],
    ['at the end, all seen', [[0, 300]], 300.2, 0],
  ]
  test.each(cases)('%s', (_name, watched, position, expected) =>
    expect(resumeAt(watched, position, 300.2)).toBe(expected),
  )
})

describe('multirange text', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        expect(parseMultirange(formatMultirange(list))).toEqual(mergeRanges(list))
      }),
    )
    expect(formatMultirange([])).toBe('{}')
  })
  test.each(['', '{[0,1]}', '[0,1)', '{(0,1)}', '{[0,1)', '{[0,),[2,3)}'])('refuses %s', (text) =>
    expect(() => parseMultirange(text)).toThrow(),
  )
})
