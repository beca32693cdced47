import { type SecondRange, clipRanges, mergeRanges, secondsIn, subtractRanges } from '~/shared/ranges'

/** The share of a recorded lecture that has to be seen before it counts as watched. */
export const WATCHED_SHARE = 0.9
/** The fastest playback that is counted, in seconds of lecture per second of clock. */
export const FASTEST_RATE = 2
/** Clock seconds that the first beat may claim from before the server heard of it. */
export const FIRST_BEAT_SECONDS = 5
/** Clock seconds of silence that can still be claimed afterwards, for instance after a lost connection. */
export const LONGEST_SILENCE_SECONDS = 15 * 60
/** A stored time further ahead of the clock than this means that the clock was set back. */
export const CLOCK_TOLERANCE_SECONDS = 60

/** What a player reports: the seconds that it has really played, and where it stands. */
export interface Beat {
  ranges: readonly SecondRange[]
  positionSeconds: number
  rate: number
  now: Date
}

/** What is stored of one person's watching; `paidUntil` is the clock time that counted seconds have used up. */
export interface WatchState {
  watched: SecondRange[]
  positionSeconds: number
  paidUntil: Date
}

/** The lecture in whole seconds; a last part of a second is never asked for. */
export function wholeSeconds(durationSeconds: number): number {
  return Math.max(0, Math.floor(durationSeconds))
}

/** The rate that is counted: what the player says, never above the fastest. */
export function countedRate(rate: number): number {
  return Math.min(FASTEST_RATE, Math.max(0.25, rate))
}

/** The first `budget` seconds of `claimed` that are not in `watched` already, in lecture order. */
export function affordableRanges(
  watched: readonly SecondRange[],
  claimed: readonly SecondRange[],
  budget: number,
): SecondRange[] {
  let left = Math.max(0, Math.floor(budget))
  const taken: SecondRange[] = []
  for (const [from, to] of subtractRanges(claimed, watched)) {
    if (left === 0) break
    const end = Math.min(to, from + left)
    taken.push([from, end])
    left -= end - from
  }
  return taken
}

/** The clock time from which seconds can be claimed at `now`. */
export function paidFrom(paidUntil: Date | undefined, now: Date): Date {
  const first = new Date(now.getTime() - FIRST_BEAT_SECONDS * 1000)
  if (paidUntil === undefined) return first
  if (paidUntil.getTime() > now.getTime() + CLOCK_TOLERANCE_SECONDS * 1000) return first
  return new Date(Math.max(paidUntil.getTime(), now.getTime() - LONGEST_SILENCE_SECONDS * 1000))
}

/**
 * The rule that the heartbeat statement carries out in SQL: seconds of lecture cost seconds of clock.
 * Claims outside the lecture fall away, and so does what the clock and the rate leave no room for.
 */
export function acceptBeat(state: WatchState | undefined, beat: Beat, durationSeconds: number): WatchState {
  const length = wholeSeconds(durationSeconds)
  const rate = countedRate(beat.rate)
  const from = paidFrom(state?.paidUntil, beat.now)
  const budget = ((beat.now.getTime() - from.getTime()) / 1000) * rate
  const watched = state?.watched ?? []
  const added = affordableRanges(watched, clipRanges(beat.ranges, length), budget)
  return {
    watched: mergeRanges([...watched, ...added]),
    positionSeconds: Math.min(Math.max(0, beat.positionSeconds), durationSeconds),
    paidUntil: new Date(from.getTime() + (secondsIn(added) / rate) * 1000),
  }
}

/** The parts of the lecture that have not been played, in order. */
export function partsLeft(watched: readonly SecondRange[], durationSeconds: number): SecondRange[] {
  return subtractRanges([[0, wholeSeconds(durationSeconds)]], watched)
}

/** Seconds of the lecture that have been played, each counted once. */
export function watchedSeconds(watched: readonly SecondRange[], durationSeconds: number): number {
  return secondsIn(clipRanges(watched, wholeSeconds(durationSeconds)))
}

/** The played share of the lecture, 0–1. */
export function watchedShare(watched: readonly SecondRange[], durationSeconds: number): number {
  const length = wholeSeconds(durationSeconds)
  return length === 0 ? 0 : watchedSeconds(watched, durationSeconds) / length
}

/** Whether enough of the lecture has been played for it to count as watched. */
export function isWatched(watched: readonly SecondRange[], durationSeconds: number): boolean {
  return watchedShare(watched, durationSeconds) >= WATCHED_SHARE
}

/**
 * Where to go on: a breath before the last position, so that the sentence is whole.
 * From the end of the lecture it leads to the first part left, and to the start when nothing is left.
 */
export function resumeAt(watched: readonly SecondRange[], positionSeconds: number, durationSeconds: number): number {
  const length = wholeSeconds(durationSeconds)
  if (positionSeconds >= length - 2) return partsLeft(watched, durationSeconds)[0]?.[0] ?? 0
  return Math.max(0, Math.floor(positionSeconds) - 2)
}

/** The text form of PostgreSQL's int4multirange: `{[0,42),[60,90)}`. */
export function formatMultirange(ranges: readonly SecondRange[]): string {
  return `{${mergeRanges(ranges)
    .map(([from, to]) => `[${from},${to})`)
    .join(',')}}`
}

/** Reads PostgreSQL's canonical int4multirange text. Throws on any other text. */
export function parseMultirange(text: string): SecondRange[] {
  if (!/^\{(\[-?\d+,-?\d+\)(,\[-?\d+,-?\d+\))*)?\}$/.test(text)) throw new Error(`Not an int4multirange: ${text}`)
  return [...text.matchAll(/\[(-?\d+),(-?\d+)\)/g)].map((match) => [Number(match[1]), Number(match[2])])
}
