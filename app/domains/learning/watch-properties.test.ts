import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SecondRange, mergeRanges, secondsIn } from '~/shared/ranges'
import {
  type WatchState,
  CLOCK_TOLERANCE_SECONDS,
  FIRST_BEAT_SECONDS,
  LONGEST_SILENCE_SECONDS,
  acceptBeat,
} from './watch-rules'

const LENGTH = 7200
const at = (second: number) => new Date(Date.UTC(2025, 2, 24, 8) + second * 1000)
const rates = fc.constantFrom(0.75, 1, 1.25, 1.5, 2)
const counted = (state: WatchState | undefined) => secondsIn(state?.watched ?? [])

/** A tab that plays for real from `start`, and tells everything that it has played each time it is asked. */
interface Tab {
  start: number
  rate: number
}
const playedOf = ({ start, rate }: Tab, since: number, now: number): SecondRange[] => [
  [start, Math.min(LENGTH, start + Math.floor((now - since) * rate))],
]
const beatOf = (tab: Tab, since: number, now: number) => ({
  ranges: playedOf(tab, since, now),
  positionSeconds: tab.start,
  rate: tab.rate,
  now: at(now),
})
const begin = (rate: number) => acceptBeat(undefined, { ranges: [], positionSeconds: 0, rate, now: at(0) }, LENGTH)

describe('what is counted', () => {
  it('is never more than the clock times the rate that is claimed', () => {
    const claims = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: LENGTH })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(claims, rates, (steps, rate) => {
        let state = begin(rate)
        let now = 0
        for (const [wait, from] of steps) {
          now += wait
          state = acceptBeat(state, { ranges: [[from, LENGTH]], positionSeconds: 0, rate, now: at(now) }, LENGTH)
          expect(counted(state)).toBeLessThanOrEqual((now + FIRST_BEAT_SECONDS) * rate + 1e-6)
        }
      }),
    )
  })

  it('is the union of two tabs, and two that beat together are paid no faster than one', () => {
    const waits = fc.array(fc.tuple(fc.double({ min: 0.1, max: 25, noNaN: true }), fc.boolean()), {
      minLength: 1,
      maxLength: 40,
    })
    const start = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(waits, start, start, rates, (steps, here, there, rate) => {
        const tabs = [
          { start: here, rate },
          { start: there, rate },
        ] as const
        let state = begin(rate)
        let now = 0
        for (const [wait, isFirst] of steps) {
          now += wait
          state = acceptBeat(state, beatOf(tabs[isFirst ? 0 : 1], 0, now), LENGTH)
        }
        expect(counted(state)).toBeLessThanOrEqual((now + FIRST_BEAT_SECONDS) * rate + 1e-6)
        const union = mergeRanges(tabs.flatMap((tab) => playedOf(tab, 0, now)))
        expect(mergeRanges([...union, ...state.watched])).toEqual(union)
      }),
    )
  })

  it('is everything that one tab plays, whatever a second one that stands still tells', () => {
    const waits = fc.array(fc.tuple(fc.double({ min: 0.1, max: 25, noNaN: true }), rates), { maxLength: 40 })
    fc.assert(
      fc.property(waits, rates, fc.integer({ min: 0, max: 3000 }), (steps, rate, start) => {
        const tab = { start, rate }
        let state = begin(rate)
        let now = 0
        for (const [wait, idleRate] of steps) {
          now += wait
          const idle = { ranges: [], positionSeconds: 40, rate: idleRate, now: at(now) }
          state = acceptBeat(acceptBeat(state, idle, LENGTH), beatOf(tab, 0, now), LENGTH)
        }
        expect(state.watched).toEqual(mergeRanges(playedOf(tab, 0, now)))
      }),
    )
  })

  it('is everything that was played while the connection was gone, as long as the silence may be', () => {
    const silence = fc.integer({ min: 1, max: LONGEST_SILENCE_SECONDS })
    fc.assert(
      fc.property(silence, rates, fc.integer({ min: 0, max: 3000 }), (seconds, rate, start) => {
        const tab = { start, rate }
        const late = acceptBeat(begin(rate), beatOf(tab, 0, seconds), LENGTH)
        expect(late.watched).toEqual(mergeRanges(playedOf(tab, 0, seconds)))
        // The same told again, as a queue does that has not heard the answer, gives nothing more.
        expect(acceptBeat(late, beatOf(tab, 0, seconds), LENGTH).watched).toEqual(late.watched)
      }),
    )
  })

  it('gives no second twice when the clock of the server is set back a little', () => {
    const back = fc.integer({ min: 1, max: CLOCK_TOLERANCE_SECONDS - FIRST_BEAT_SECONDS })
    fc.assert(
      fc.property(back, fc.integer({ min: 60, max: 600 }), rates, (seconds, played, rate) => {
        const before = acceptBeat(begin(rate), beatOf({ start: 0, rate }, 0, played), LENGTH)
        const again = { ranges: [[4000, LENGTH]] as SecondRange[], positionSeconds: 0, rate, now: at(played - seconds) }
        const most = (played + FIRST_BEAT_SECONDS) * rate
        expect(counted(acceptBeat(before, again, LENGTH))).toBeLessThanOrEqual(most + 1e-6)
      }),
    )
  })

  it('goes on at once when that clock is set back by hours, and pays a leap forward no longer than a silence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3600, max: 100_000 }), rates, (leap, rate) => {
        const before = acceptBeat(begin(rate), beatOf({ start: 0, rate }, 0, 60), LENGTH)
        const shifted = acceptBeat(before, { ranges: [], positionSeconds: 0, rate, now: at(60 - leap) }, LENGTH)
        const tab = { start: 3000, rate }
        const on = acceptBeat(shifted, beatOf(tab, 60 - leap, 120 - leap), LENGTH)
        expect(counted(on)).toBe(counted(before) + Math.floor(60 * rate))
        const greedy = { ranges: [[0, LENGTH]] as SecondRange[], positionSeconds: 0, rate, now: at(60 + leap) }
        const most = LONGEST_SILENCE_SECONDS * rate
        expect(counted(acceptBeat(before, greedy, LENGTH)) - counted(before)).toBeLessThanOrEqual(most)
      }),
    )
  })
})
