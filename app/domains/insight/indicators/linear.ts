/** A sum that readers know of: the value of `total` is that of all `parts` together. */
export interface Equation {
  total: number
  parts: readonly number[]
}

type Row = Map<number, number>

const SMALL = 1e-9

function reduce(row: Row, by: Row, column: number): void {
  const factor = row.get(column)
  if (factor === undefined) return
  for (const [index, value] of by) {
    const next = (row.get(index) ?? 0) - factor * value
    if (Math.abs(next) < SMALL) row.delete(index)
    else row.set(index, next)
  }
}

/** The column of the row that weighs most. */
function heaviest(row: Row, weightOf: (index: number) => number): [column: number, lead: number] | undefined {
  let best: [number, number] | undefined
  for (const [column, value] of row) {
    if (best === undefined || weightOf(column) > weightOf(best[0])) best = [column, value]
  }
  return best
}

/** Gauss–Jordan elimination over sparse rows: each pivot column stands in its own row alone. */
function reducedRows(rows: readonly Row[], weightOf: (index: number) => number): Map<number, Row> {
  const pivots = new Map<number, Row>()
  for (const source of rows) {
    const row = new Map(source)
    for (const column of source.keys()) {
      const pivot = pivots.get(column)
      if (pivot !== undefined) reduce(row, pivot, column)
    }
    const first = heaviest(row, weightOf)
    if (first === undefined) continue
    const [column, lead] = first
    for (const [index, value] of row) row.set(index, value / lead)
    for (const other of pivots.values()) reduce(other, row, column)
    pivots.set(column, row)
  }
  return pivots
}

/**
 * The ways in which unknown cells can move together with every known sum unchanged: one move for each cell that the
 * equations leave free. A cell without a move has one possible value. Heavy cells follow, light ones lead.
 */
export function movesOf(
  unknown: ReadonlySet<number>,
  equations: readonly Equation[],
  weightOf: (index: number) => number,
): Map<number, number>[] {
  const rows = equations.flatMap(({ total, parts }) => {
    const row: Row = new Map()
    if (unknown.has(total)) row.set(total, 1)
    for (const part of parts) if (unknown.has(part)) row.set(part, -1)
    return row.size === 0 ? [] : [row]
  })
  const pivots = reducedRows(rows, weightOf)
  const moves = new Map<number, Map<number, number>>()
  for (const cell of unknown) if (!pivots.has(cell)) moves.set(cell, new Map([[cell, 1]]))
  for (const [pivot, row] of pivots) {
    for (const [cell, value] of row) if (cell !== pivot) moves.get(cell)?.set(pivot, -value)
  }
  return [...moves.values()]
}
