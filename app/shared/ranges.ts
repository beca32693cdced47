/** Whole seconds from and including `from`, up to but not including `to`. */
export type SecondRange = readonly [from: number, to: number]

/** The same seconds as sorted ranges that neither overlap nor touch; empty and reversed ranges fall away. */
export function mergeRanges(ranges: readonly SecondRange[]): SecondRange[] {
  const sorted = ranges.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/** The seconds in `ranges` that are not in `taken`. */
export function subtractRanges(ranges: readonly SecondRange[], taken: readonly SecondRange[]): SecondRange[] {
  const away = mergeRanges(taken)
  return mergeRanges(ranges).flatMap(([from, to]) => {
    const left: SecondRange[] = []
    let start = from
    for (const [takenFrom, takenTo] of away) {
      if (takenTo <= start) continue
      if (takenFrom >= to) break
      if (takenFrom > start) left.push([start, takenFrom])
      start = takenTo
    }
    if (start < to) left.push([start, to])
    return left
  })
}

/** The seconds of `ranges` between 0 and `length`, merged. */
export function clipRanges(ranges: readonly SecondRange[], length: number): SecondRange[] {
  return mergeRanges(ranges.map(([from, to]) => [Math.max(0, from), Math.min(length, to)]))
}

/** How many seconds the ranges hold together, each second counted once. */
export function secondsIn(ranges: readonly SecondRange[]): number {
  return mergeRanges(ranges).reduce((sum, [from, to]) => sum + to - from, 0)
}
