import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { couldBeOtherwise } from '../../../../tests/support/attacker'
import type { Equation } from './linear'
import { type Cell, exposed, SMALLEST_SHOWN, suppress } from './suppress'

/** A table of rows and columns with its margins: the inner cells first, then row sums, column sums and the whole. */
function tableOf(inner: readonly (readonly number[])[], hidesZero: boolean): { cells: Cell[]; equations: Equation[] } {
  const rows = inner.length
  const columns = inner[0]?.length ?? 0
  const cells: Cell[] = []
  const add = (value: number, rank: number, zero = false) =>
    cells.push({ value, rank, state: 'open', hidesZero: zero }) - 1
  const at = inner.map((row) => row.map((value) => add(value, 0, hidesZero)))
  const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0)
  const rowSums = inner.map((row) => add(sum(row), 1))
  const columnSums = Array.from({ length: columns }, (_, column) => add(sum(inner.map((row) => row[column] ?? 0)), 2))
  const whole = add(sum(inner.map(sum)), 3)
  const equations: Equation[] = [
    ...at.map((parts, row) => ({ total: rowSums[row] ?? -1, parts })),
    ...columnSums.map((total, column) => ({ total, parts: at.map((row) => row[column] ?? -1) })),
    { total: whole, parts: rowSums },
    { total: whole, parts: columnSums },
  ]
  expect(cells).toHaveLength(rows * columns + rows + columns + 1)
  return { cells, equations }
}

const isSmall = (value: number) => value > 0 && value < SMALLEST_SHOWN

function attack(cells: readonly Cell[], equations: readonly Equation[], unknown: ReadonlySet<number>): number[] {
  const riddle = {
    values: cells.map((cell) => cell.value),
    unknown,
    leastOf: (index: number) => (cells[index]?.hidesZero ? 0 : 1),
    sums: equations,
  }
  const small = [...unknown].filter((index) => isSmall(cells[index]?.value ?? 0))
  return small.filter((index) => !couldBeOtherwise(riddle, index))
}

describe('cells under five', () => {
  test('are hidden, and one more where a sum would give them away', () => {
    const { cells, equations } = tableOf(
      [
        [3, 20],
        [30, 40],
      ],
      true,
    )
    const hidden = suppress(cells, equations)
    expect([...hidden].toSorted()).toEqual([0, 1, 2, 3])
  })

  test('stay alone where no sum reaches them', () => {
    const cells: Cell[] = [3, 20].map((value) => ({ value, rank: 0, state: 'open', hidesZero: false }))
    expect([...suppress(cells, [])]).toEqual([0])
  })

  test('a sum of ones gives every one of them away where zeros are shown, and does not where they are not', () => {
    const ones = [1, 1, 1, 1, 1, 1, 0]
    const build = (hidesZero: boolean) => {
      const cells: Cell[] = ones.map((value) => ({ value, rank: 0, state: 'open', hidesZero }))
      const total = cells.push({ value: 6, rank: 3, state: 'open', hidesZero: false }) - 1
      const parts = ones.flatMap((value, index) => (value > 0 || hidesZero ? [index] : []))
      return { cells, equations: [{ total, parts }], total }
    }
    const shown = build(false)
    expect(suppress(shown.cells, shown.equations).has(shown.total)).toBe(true)
    const kept = build(true)
    expect(suppress(kept.cells, kept.equations).has(kept.total)).toBe(false)
  })

  test('no reader of a table with margins can compute one of them', () => {
    const inner = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 14 })), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      ),
    )
    fc.assert(
      fc.property(inner, fc.boolean(), (values, hidesZero) => {
        const { cells, equations } = tableOf(values, hidesZero)
        const hidden = suppress(cells, equations)
        cells.forEach((cell, index) => expect(isSmall(cell.value) && !hidden.has(index)).toBe(false))
        expect(attack(cells, equations, hidden)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('the attacker of these tests wins where only the small cells are hidden', () => {
    const { cells, equations } = tableOf(
      [
        [3, 20],
        [30, 40],
      ],
      true,
    )
    expect(attack(cells, equations, new Set([0]))).toEqual([0])
    expect([...exposed(cells, equations, new Set([0]))]).toEqual([0])
  })
})
