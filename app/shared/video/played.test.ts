import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondsIn } from '~/shared/ranges'
import { type Played, advanceRun, nothingPlayed, playedSeconds, startRun, stopRun } from './played'

function play(played: Played, from: number, seconds: number, rate: number, clockMs: number): Played {
  let now = startRun(played, from, clockMs)
  for (let step = 1; step <= seconds * 4; step += 1)
    now = advanceRun(now, from + (step / 4) * rate, rate, clockMs + step * 250)
  return stopRun(now)
}

describe('what has been played', () => {
  it('is the seconds that the picture moved through', () => {
    expect(playedSeconds(play(nothingPlayed, 0, 10, 1, 0))).toEqual([[0, 10]])
    expect(playedSeconds(play(nothingPlayed, 0, 10, 2, 0))).toEqual([[0, 20]])
  })

  it('holds while playing, before the run has ended', () => {
    const running = advanceRun(startRun(nothingPlayed, 4, 0), 5.9, 2, 1000)
    expect(playedSeconds(running)).toEqual([[4, 6]])
  })

  it('does not fill a jump without a seek event', () => {
    const before = advanceRun(startRun(nothingPlayed, 0, 0), 1, 1, 1000)
    expect(playedSeconds(advanceRun(before, 280, 1, 1250))).toEqual([[0, 1]])
  })

  it('joins runs that meet and keeps those that do not apart', () => {
    const first = play(nothingPlayed, 0, 3.3, 1, 0)
    expect(playedSeconds(play(first, 3.25, 2, 1, 60_000))).toEqual([[0, 5]])
    expect(playedSeconds(play(first, 100.2, 2, 1, 60_000))).toEqual([
      [0, 3],
      [100, 102],
    ])
  })

  it('going back starts a new run and counts once', () => {
    const again = play(play(nothingPlayed, 0, 10, 1, 0), 5, 10, 1, 20_000)
    expect(playedSeconds(again)).toEqual([[0, 15]])
  })

  it('takes a clock that ticks seldom in a tab behind others', () => {
    const started = startRun(nothingPlayed, 0, 0)
    expect(playedSeconds(advanceRun(started, 60, 1, 60_000))).toEqual([[0, 60]])
  })

  it('never counts more than clock and rate allow, however the position jumps', () => {
    const step = fc.record({
      wait: fc.integer({ min: 1, max: 2000 }),
      position: fc.double({ min: 0, max: 600, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom(0.75, 1, 2), (steps, rate) => {
        let played = startRun(nothingPlayed, 0, 0)
        let clock = 0
        for (const { wait, position } of steps) {
          clock += wait
          played = advanceRun(played, position, rate, clock)
        }
        const ticks = steps.length
        expect(secondsIn(playedSeconds(played))).toBeLessThanOrEqual((clock / 1000) * rate + ticks * 1.25 + 1)
      }),
    )
  })
})
