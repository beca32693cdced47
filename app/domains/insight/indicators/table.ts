import { countCells, distinctRecords, isBrokenDown, isOfPeriod, partsOf } from './count'
import type { Equation } from './linear'
import {
  cellKey,
  type CountedMeasure,
  type GenderColumn,
  genders,
  type IndicatorRecord,
  type IndicatorTable,
  measures,
  type PartKey,
  type Period,
  type ShownCell,
} from './model'
import { halfYears, samePeriod } from './period'
import { type Cell, suppress } from './suppress'

const counted: readonly CountedMeasure[] = [...measures, 'left-unqualified']
/** Rows of which one is the sum of the others, for every part and gender. */
const sums: readonly { total: CountedMeasure; parts: readonly CountedMeasure[] }[] = [
  { total: 'EECO01', parts: ['EECO02', 'EECO04', 'EECO05', 'labour-unknown'] },
  { total: 'EECO01', parts: ['EECO06', 'EECO07', 'age-30-54', 'EECO08', 'age-unknown'] },
  { total: 'left', parts: ['EECR03', 'left-unqualified'] },
]

/**
 * The cells of one period. By partner and by municipality the genders are told apart in the whole alone: three
 * characteristics at a time would leave hardly any cell that can be shown.
 */
function cellsOf(parts: readonly PartKey[]): { measure: CountedMeasure; part: PartKey; gender: GenderColumn }[] {
  return counted.flatMap((measure) =>
    parts.flatMap((part) =>
      (part === 'alla' || measure === 'EECO01' ? genders : (['alla'] as const)).map((gender) => ({
        measure,
        part,
        gender,
      })),
    ),
  )
}

/** Every cell of the tables of some periods, and every sum by which a reader can connect them. */
export interface System {
  cells: Cell[]
  equations: Equation[]
}

/** A sum as a reader uses it; parts that are shown as zero say nothing and are left out. */
function connect({ cells, equations }: System, total: number, parts: readonly number[]): void {
  const real = parts.filter((part) => (cells[part]?.value ?? 0) > 0 || cells[part]?.hidesZero)
  if (real.length > 0) equations.push({ total, parts: real })
}

/** Adds the tables of one period with the sums within them; gives the number of each cell by its key. */
function addPeriod(
  system: System,
  parts: readonly PartKey[],
  values: ReadonlyMap<string, number>,
  stateOf: (key: string) => Cell['state'],
): Map<string, number> {
  const at = new Map<string, number>()
  const number = (measure: CountedMeasure, part: PartKey, gender: GenderColumn) =>
    at.get(cellKey(measure, part, gender)) ?? -1
  for (const { measure, part, gender } of cellsOf(parts)) {
    const key = cellKey(measure, part, gender)
    const rank = (part === 'alla' ? 2 : 0) + (gender === 'alla' && part === 'alla' ? 1 : 0)
    const state = measure === 'left-unqualified' ? 'unpublished' : stateOf(key)
    const hidesZero =
      state === 'unpublished' || (part !== 'alla' && (values.get(cellKey(measure, 'alla', gender)) ?? 0) > 0)
    at.set(key, system.cells.push({ value: values.get(key) ?? 0, state, rank, hidesZero }) - 1)
  }
  for (const { measure, part, gender } of cellsOf(parts)) {
    const total = number(measure, part, gender)
    const withGender = gender === 'alla' && at.has(cellKey(measure, part, 'kvinna'))
    if (withGender) connect(system, total, [number(measure, part, 'kvinna'), number(measure, part, 'man')])
    for (const kind of part === 'alla' ? ['part:', 'kommun:'] : []) {
      const rows = parts.filter((one) => one.startsWith(kind) && at.has(cellKey(measure, one, gender)))
      if (rows.length === 0) continue
      const cells = rows.map((one) => number(measure, one, gender))
      connect(system, total, cells)
    }
    for (const sum of sums.filter((one) => one.total === measure)) {
      const rows = sum.parts.filter((one) => at.has(cellKey(one, part, gender)))
      const cells = rows.map((one) => number(one, part, gender))
      connect(system, total, cells)
    }
  }
  return at
}

function partKeysOf(records: readonly IndicatorRecord[]): PartKey[] {
  return [...new Set<PartKey>(['alla', ...records.filter(isBrokenDown).flatMap(partsOf)])]
}

/** The tables that are open to everybody who reads reports: the whole project and its half-years, guarded together. */
export function standardSystem(
  records: readonly IndicatorRecord[],
  project: { startsOn: string; endsOn: string },
): { system: System; periods: { period: Period; at: Map<string, number> }[]; parts: PartKey[] } {
  const whole = { from: project.startsOn, to: project.endsOn }
  const halves = halfYears(project)
  const parts = partKeysOf(records)
  const system: System = { cells: [], equations: [] }
  const add = (period: Period) => ({ period, at: addPeriod(system, parts, countCells(records, period), () => 'open') })
  const all = add(whole)
  const rest = halves.length > 1 ? halves.map(add) : []
  if (rest.length > 0) {
    for (const [key, total] of all.at) {
      connect(
        system,
        total,
        rest.map(({ at }) => at.get(key) ?? -1),
      )
    }
  }
  return { system, periods: [all, ...rest], parts }
}

function shownCells(system: System, at: ReadonlyMap<string, number>, hidden: ReadonlySet<number>) {
  const shown = new Map<string, ShownCell>()
  for (const [key, index] of at) {
    const cell = system.cells[index]
    if (cell === undefined || cell.state === 'unpublished') continue
    shown.set(key, { value: cell.value, hidden: hidden.has(index) })
  }
  return shown
}

/**
 * The tables of a project by period. The whole project and its half-years are guarded against one another; a period of
 * the reader's own against each of these that lies within it or around it, since their difference is a table too.
 */
export function guardedTables(
  given: readonly IndicatorRecord[],
  project: { startsOn: string; endsOn: string },
): (period: Period) => IndicatorTable {
  const records = distinctRecords(given)
  const standard = standardSystem(records, project)
  const hidden = suppress(standard.system.cells, standard.system.equations)
  const ownCells = (period: Period) => {
    const system: System = { cells: [], equations: [] }
    const own = addPeriod(system, standard.parts, countCells(records, period), () => 'open')
    for (const other of standard.periods) {
      const within = other.period.from >= period.from && other.period.to <= period.to
      const around = other.period.from <= period.from && other.period.to >= period.to
      if (!within && !around) continue
      const values = countCells(records, other.period)
      const at = addPeriod(system, standard.parts, values, (key) =>
        hidden.has(other.at.get(key) ?? -1) ? 'hidden' : 'shown',
      )
      for (const [key, index] of own) {
        const value = Math.abs((system.cells[index]?.value ?? 0) - (values.get(key) ?? 0))
        const rest = system.cells.push({ value, state: 'unpublished', rank: 9, hidesZero: true }) - 1
        const [total, part] = within ? [index, at.get(key) ?? -1] : [at.get(key) ?? -1, index]
        connect(system, total, [part, rest])
      }
    }
    return shownCells(system, own, suppress(system.cells, system.equations))
  }
  return (period) => {
    const ofPeriod = records.filter((record) => isOfPeriod(record, period))
    const same = standard.periods.find((one) => samePeriod(one.period, period))
    return {
      period,
      everyone: ofPeriod.length,
      totalOnly: ofPeriod.filter((record) => !isBrokenDown(record)).length,
      cells: same === undefined ? ownCells(period) : shownCells(standard.system, same.at, hidden),
    }
  }
}
