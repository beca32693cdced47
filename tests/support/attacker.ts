/** A reader who knows every shown cell, every sum and the method, and tries all whole numbers for the rest. */
interface Riddle {
  values: readonly number[]
  unknown: ReadonlySet<number>
  /** The least that a hidden cell can be. */
  leastOf: (index: number) => number
  sums: readonly { total: number; parts: readonly number[] }[]
}

type Bounds = { low: number[]; high: number[] }

/** Tightens the bounds by every sum until nothing moves; false when no number is left for a cell. */
function tighten({ sums }: Riddle, { low, high }: Bounds): boolean {
  for (let moved = true; moved;) {
    moved = false
    for (const { total, parts } of sums) {
      const lowest = parts.reduce((sum, part) => sum + (low[part] ?? 0), 0)
      const highest = parts.reduce((sum, part) => sum + (high[part] ?? 0), 0)
      const raise = (index: number, to: number) => {
        if (to > (low[index] ?? 0)) [low[index], moved] = [to, true]
      }
      const lower = (index: number, to: number) => {
        if (to < (high[index] ?? 0)) [high[index], moved] = [to, true]
      }
      raise(total, lowest)
      lower(total, highest)
      for (const part of parts) {
        raise(part, (low[total] ?? 0) - (highest - (high[part] ?? 0)))
        lower(part, (high[total] ?? 0) - (lowest - (low[part] ?? 0)))
      }
      if ([total, ...parts].some((index) => (low[index] ?? 0) > (high[index] ?? 0))) return false
    }
  }
  return true
}

function solve(riddle: Riddle, bounds: Bounds, order: readonly number[], budget: { left: number }): boolean {
  if (--budget.left < 0) throw new Error('The riddle is too large for this attacker')
  if (!tighten(riddle, bounds)) return false
  const open = order.find((index) => (bounds.low[index] ?? 0) < (bounds.high[index] ?? 0))
  if (open === undefined) return true
  const [from, to, truth] = [bounds.low[open] ?? 0, bounds.high[open] ?? 0, riddle.values[open] ?? 0]
  const tries = Array.from({ length: to - from + 1 }, (_, step) => from + step)
  for (const value of tries.toSorted((one, other) => Math.abs(one - truth) - Math.abs(other - truth))) {
    const next = { low: [...bounds.low], high: [...bounds.high] }
    next.low[open] = value
    next.high[open] = value
    if (solve(riddle, next, order, budget)) return true
  }
  return false
}

/** Whether the cell can hold another number with everything that is shown unchanged. */
export function couldBeOtherwise(riddle: Riddle, index: number): boolean {
  const { values, unknown, leastOf } = riddle
  const most = Math.max(...values) + 2
  const truth = values[index] ?? 0
  const order = [...unknown]
  for (const value of [truth + 1, truth - 1, truth + 2, truth - 2, truth + 3, truth - 3]) {
    if (value < leastOf(index)) continue
    const bounds = {
      low: values.map((known, cell) => (unknown.has(cell) ? leastOf(cell) : known)),
      high: values.map((known, cell) => (unknown.has(cell) ? most : known)),
    }
    bounds.low[index] = value
    bounds.high[index] = value
    if (solve(riddle, bounds, order, { left: 20_000 })) return true
  }
  return false
}
