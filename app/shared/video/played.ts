import { type SecondRange, mergeRanges } from '~/shared/ranges'

/** What a media element has really played since it was opened, in seconds and parts of seconds. */
export interface Played {
  runs: SecondRange[]
  /** Where the current unbroken run began and how far it has come; undefined while nothing runs. */
  run: { from: number; to: number; clockMs: number } | undefined
}

export const nothingPlayed: Played = { runs: [], run: undefined }

/** How much further the picture may move than clock and rate say, before it counts as a jump. */
const JUMP_SECONDS = 0.75

function endRun(played: Played): Played {
  return played.run === undefined
    ? played
    : { runs: mergeRanges([...played.runs, [played.run.from, played.run.to]]), run: undefined }
}

/** The picture starts to move at `position`, after play, a seek or a stall. */
export function startRun(played: Played, position: number, clockMs: number): Played {
  return { ...endRun(played), run: { from: position, to: position, clockMs } }
}

/** The picture has come to `position`. A jump ends the run there and begins a new one. */
export function advanceRun(played: Played, position: number, rate: number, clockMs: number): Played {
  const run = played.run
  if (run === undefined) return startRun(played, position, clockMs)
  const moved = position - run.to
  const possible = ((clockMs - run.clockMs) / 1000) * rate + JUMP_SECONDS
  if (moved < 0 || moved > possible) return startRun(played, position, clockMs)
  return { ...played, run: { from: run.from, to: position, clockMs } }
}

/** The picture stands still or is about to jump: what was played is kept. */
export function stopRun(played: Played): Played {
  return endRun(played)
}

/** The whole seconds that have been played; a second counts when three quarters of it have. */
export function playedSeconds(played: Played): SecondRange[] {
  return mergeRanges(
    endRun(played).runs.map(([from, to]) => [Math.max(0, Math.ceil(from - 0.25)), Math.floor(to + 0.25)] as const),
  )
}
