import { type Equation, movesOf } from './linear'

/** A cell with fewer persons than this is not shown. */
export const SMALLEST_SHOWN = 5
/** Exposed cells are dealt with in about as many rounds, since one more hidden cell often guards several. */
const ROUNDS = 12

export interface Cell {
  value: number
  /**
   * `open` may be shown or hidden; `shown` and `hidden` are already out in another table; `unpublished` is shown nowhere,
   * yet may not be found out.
   */
  state: 'open' | 'shown' | 'hidden' | 'unpublished'
  /** A zero here is not shown either: a column of nothing but ones would be known from its sum. */
  hidesZero: boolean
  /** Margins are the last to be hidden: 0 for an inner cell, higher for a sum of many. */
  rank: number
}

function isSmall(value: number): boolean {
  return value > 0 && value < SMALLEST_SHOWN
}

/** What a reader who knows this method can take for granted: where a zero is shown, a hidden cell is at least one. */
function least(cell: Cell): number {
  return cell.hidesZero ? 0 : 1
}

/** Whether the move, forwards or backwards, leads to another table that a reader could not tell from the true one. */
function isPossible(cells: readonly Cell[], move: ReadonlyMap<number, number>): boolean {
  let forwards = true
  let backwards = true
  for (const [index, step] of move) {
    const cell = cells[index]
    if (cell === undefined || Math.abs(step - Math.round(step)) > 1e-6) return false
    if (cell.value + step < least(cell) - 1e-6) forwards = false
    if (cell.value - step < least(cell) - 1e-6) backwards = false
  }
  return forwards || backwards
}

function together(
  one: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
  sign: 1 | -1,
): Map<number, number> {
  const sum = new Map(one)
  for (const [index, step] of other) {
    const next = (sum.get(index) ?? 0) + sign * step
    if (Math.abs(next) < 1e-6) sum.delete(index)
    else sum.set(index, next)
  }
  return sum
}

/** The small cells whose value a reader could compute from all that is shown. */
export function exposed(
  cells: readonly Cell[],
  equations: readonly Equation[],
  unknown: ReadonlySet<number>,
): Set<number> {
  const open = new Set([...unknown].filter((index) => isSmall(cells[index]?.value ?? 0)))
  const moves = movesOf(unknown, equations, (index) => cells[index]?.value ?? 0)
  const settle = (move: ReadonlyMap<number, number>) => {
    if (isPossible(cells, move)) for (const index of move.keys()) open.delete(index)
  }
  for (const move of moves) settle(move)
  for (const move of moves) {
    for (const other of moves) {
      if (![...move.keys()].some((index) => open.has(index))) break
      if (other === move || ![...other.keys()].some((index) => move.has(index))) continue
      settle(together(move, other, 1))
      settle(together(move, other, -1))
    }
  }
  return open
}

/** The cell of these that costs the reader least when it goes too; a zero is never hidden. */
function cheapest(
  cells: readonly Cell[],
  unknown: ReadonlySet<number>,
  among: Iterable<number>,
  highestRank = Infinity,
): number | undefined {
  let best: number | undefined
  let bestCost = Infinity
  for (const index of among) {
    const cell = cells[index]
    if (cell === undefined || cell.state !== 'open' || cell.value === 0) continue
    if (cell.rank > highestRank || unknown.has(index)) continue
    const cost = cell.rank * 1e9 + cell.value
    if (cost < bestCost) [best, bestCost] = [index, cost]
  }
  return best
}

function* membersOf(equations: readonly Equation[]): Iterable<number> {
  for (const { total, parts } of equations) {
    yield total
    yield* parts
  }
}

/** Every sum with one unknown cell gives that cell away: another of its cells goes as well. */
function hideSingles(cells: readonly Cell[], equations: readonly Equation[], unknown: Set<number>): void {
  for (let changed = true; changed;) {
    changed = false
    for (const equation of equations) {
      const members = [...membersOf([equation])]
      const hidden = members.filter((index) => unknown.has(index))
      const alone = cells[hidden[0] ?? -1]
      if (hidden.length !== 1 || alone === undefined) continue
      if (!isSmall(alone.value) && alone.state !== 'open') continue
      const more = cheapest(cells, unknown, members)
      if (more === undefined) continue
      unknown.add(more)
      changed = true
    }
  }
}

/** One round of hiding more: for some of the exposed cells, the cheapest cell that shares a sum with them. */
function hideMore(
  cells: readonly Cell[],
  equationsOf: ReadonlyMap<number, readonly Equation[]>,
  unknown: Set<number>,
  left: ReadonlySet<number>,
): boolean {
  const wanted = Math.max(1, Math.ceil(left.size / ROUNDS))
  let added = 0
  for (const index of left) {
    const near = equationsOf.get(index) ?? []
    const next = [...membersOf(near)].filter((member) => unknown.has(member))
    const further = next.flatMap((member) => equationsOf.get(member) ?? [])
    const chosen = cheapest(cells, unknown, membersOf(near), 1) ?? cheapest(cells, unknown, membersOf(further), 1)
    const last = chosen ?? cheapest(cells, unknown, cells.keys())
    if (last === undefined) continue
    unknown.add(last)
    if (++added >= wanted) break
  }
  return added > 0
}

/** Margins that turned out not to be needed are shown again, the widest first, many at a time where that holds. */
function showAgain(cells: readonly Cell[], equations: readonly Equation[], unknown: Set<number>): void {
  const retry = (candidates: readonly number[]): void => {
    for (const index of candidates) unknown.delete(index)
    if (candidates.length === 0 || exposed(cells, equations, unknown).size === 0) return
    for (const index of candidates) unknown.add(index)
    if (candidates.length === 1) return
    const half = Math.ceil(candidates.length / 2)
    retry(candidates.slice(0, half))
    retry(candidates.slice(half))
  }
  const extra = [...unknown].filter((index) => {
    const cell = cells[index]
    return cell?.state === 'open' && cell.rank >= 2 && !isSmall(cell.value)
  })
  retry(extra.toSorted((one, other) => (cells[other]?.rank ?? 0) - (cells[one]?.rank ?? 0)))
}

/**
 * Which cells are not shown: those under five, and as many more as it takes that no reader of all the tables, knowing
 * every shown cell, every sum and this method, can compute one of them. Guarded means that a second table exists, with
 * another whole number in the cell and everything shown unchanged.
 */
export function suppress(cells: readonly Cell[], equations: readonly Equation[]): Set<number> {
  const unknown = new Set<number>()
  const equationsOf = new Map<number, Equation[]>()
  cells.forEach((cell, index) => {
    const isOut = cell.state === 'hidden' || cell.state === 'unpublished'
    const isFew = isSmall(cell.value) || (cell.value === 0 && cell.hidesZero)
    if (isOut || (cell.state === 'open' && isFew)) unknown.add(index)
  })
  for (const equation of equations) {
    for (const index of membersOf([equation])) equationsOf.set(index, [...(equationsOf.get(index) ?? []), equation])
  }
  for (;;) {
    hideSingles(cells, equations, unknown)
    const left = exposed(cells, equations, unknown)
    if (left.size === 0 || !hideMore(cells, equationsOf, unknown, left)) break
  }
  showAgain(cells, equations, unknown)
  return unknown
}
