import { type CheckKind, breaches, checkKinds } from './checks'
import { readCell } from './cell-query'
import { isBehind, isOfPeriod } from './count'
import type { GenderColumn, IndicatorRecord, Measure, PartKey, Period } from './model'
import { figureOf } from './page'
import { guardedTables } from './table'

export interface RecordRow {
  participationId: string
  name: string
  isProtected: boolean
  /** Null for protected persons: place and days are part of what is protected. */
  partner: string | null
  municipality: string | null
  entryOn: string | null
  exitOn: string | null
  isComplete: boolean
  minutes: number
}

export type OpenedRows =
  | { kind: 'check'; check: CheckKind; rows: RecordRow[] }
  | { kind: 'cell'; measure: Measure; gender: GenderColumn; part: string | null; rows: RecordRow[] }
  | { kind: 'hidden'; measure: Measure; gender: GenderColumn; part: string | null }

function rowOf(record: IndicatorRecord): RecordRow {
  const { isProtected } = record
  const open = (value: string | null) => (isProtected ? null : value)
  return {
    participationId: record.participationId,
    name: record.name,
    isProtected,
    partner: open(record.partnerName),
    municipality: open(record.municipalityName),
    entryOn: open(record.entryOn),
    exitOn: open(record.exitOn),
    isComplete: record.missing.length === 0,
    minutes: record.minutes,
  }
}

/** The part that an address names, with its name; undefined when no record that may be told apart has it. */
function partOf(
  records: readonly IndicatorRecord[],
  written: string | null,
): { key: PartKey; name: string | null } | undefined {
  if (written === null) return { key: 'alla', name: null }
  const open = records.filter((record) => !record.isProtected)
  const partner = open.find((record) => record.partner === written)
  if (partner !== undefined) return { key: `part:${written}`, name: partner.partnerName }
  const place = open.find((record) => (record.municipality ?? 'ingen') === written)
  return place && { key: `kommun:${written}`, name: place.municipalityName }
}

/**
 * The records behind a figure or a check. A figure that is not shown is not opened either: the number of its rows would
 * tell it. Undefined when the address names nothing.
 */
export function openRows(
  records: readonly IndicatorRecord[],
  project: { startsOn: string; endsOn: string },
  period: Period,
  query: URLSearchParams,
): OpenedRows | undefined {
  const wanted = query.get('kontroll')
  if (wanted !== null) {
    const check = checkKinds.find((kind) => kind === wanted)
    if (check === undefined) return undefined
    const rows = records.filter((record) => breaches(record, project).includes(check)).map(rowOf)
    return { kind: 'check', check, rows }
  }
  const cell = readCell(query)
  const part = partOf(records, query.get('part'))
  if (cell === undefined || part === undefined) return undefined
  const { measure, gender } = cell
  const named = { measure, gender, part: part.name }
  if (measure === 'EECO01' && gender === 'alla' && part.key === 'alla') {
    return { kind: 'cell', ...named, rows: records.filter((record) => isOfPeriod(record, period)).map(rowOf) }
  }
  const tables = guardedTables(records, project)
  const at = { measure, gender, part: part.key }
  const counted = part.key === 'alla' || gender === 'alla' || measure === 'EECO01'
  if (!counted || !figureOf(tables(period), at, '').shown) return { kind: 'hidden', ...named }
  return { kind: 'cell', ...named, rows: records.filter((record) => isBehind(record, period, at)).map(rowOf) }
}
