import {
  cellKey,
  type CountedMeasure,
  type GenderColumn,
  genders,
  type IndicatorRecord,
  type PartKey,
  type Period,
} from './model'
import { isWithin } from './period'

/** A qualification counts as a result when it is gained up to four weeks after the exit. */
const RESULT_DAYS = 28

/** A record belongs to the period of its entry; until it has entered, to that of its registration. */
export function isOfPeriod(record: IndicatorRecord, period: Period): boolean {
  return isWithin(record.entryOn ?? record.registeredOn, period)
}

/** Incomplete records and those of protected persons count in the whole of EECO01 and nowhere else. */
export function isBrokenDown(record: IndicatorRecord): boolean {
  return record.missing.length === 0 && record.gender !== null && !record.isProtected
}

function labourMeasure(record: IndicatorRecord): CountedMeasure {
  if (record.labourStatus === 'employed') return 'EECO05'
  if (record.labourStatus === 'unemployed') return 'EECO02'
  return record.labourStatus === 'inactive' ? 'EECO04' : 'labour-unknown'
}

function ageMeasure(record: IndicatorRecord): CountedMeasure {
  if (record.age === null) return 'age-unknown'
  if (record.age < 18) return 'EECO06'
  if (record.age <= 29) return 'EECO07'
  return record.age >= 55 ? 'EECO08' : 'age-30-54'
}

function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** What a record counts as in a period. Outputs follow the day of entry, results the day of exit. */
export function measuresOf(record: IndicatorRecord, period: Period): CountedMeasure[] {
  if (!isBrokenDown(record)) return []
  const found: CountedMeasure[] = []
  if (isOfPeriod(record, period)) found.push('EECO01', labourMeasure(record), ageMeasure(record))
  if (record.exitOn !== null && isWithin(record.exitOn, period)) {
    const qualified = record.qualifiedOn !== null && record.qualifiedOn <= plusDays(record.exitOn, RESULT_DAYS)
    found.push('left', qualified ? 'EECR03' : 'left-unqualified')
  }
  return found
}

export function partsOf(record: IndicatorRecord): PartKey[] {
  return ['alla', `part:${record.partner}`, `kommun:${record.municipality ?? 'ingen'}`]
}

/** Whether a record is behind a cell of the table. */
export function isBehind(
  record: IndicatorRecord,
  period: Period,
  cell: { measure: CountedMeasure; part: PartKey; gender: GenderColumn },
): boolean {
  if (cell.gender !== 'alla' && record.gender !== cell.gender) return false
  return partsOf(record).includes(cell.part) && measuresOf(record, period).includes(cell.measure)
}

/** Each participation record once, whatever rows it stands in. */
export function distinctRecords(records: readonly IndicatorRecord[]): IndicatorRecord[] {
  return [...new Map(records.map((record) => [record.participationId, record])).values()]
}

/** The values of every cell by `cellKey`; cells that are not there are zero. */
export function countCells(records: readonly IndicatorRecord[], period: Period): Map<string, number> {
  const counts = new Map<string, number>()
  for (const record of distinctRecords(records)) {
    for (const measure of measuresOf(record, period)) {
      for (const part of partsOf(record)) {
        for (const gender of genders) {
          if (gender !== 'alla' && gender !== record.gender) continue
          const key = cellKey(measure, part, gender)
          counts.set(key, (counts.get(key) ?? 0) + 1)
        }
      }
    }
  }
  return counts
}
