import type { ExportBatch } from '../reports/model'
import type { MonthOverview } from '../store/months-overview.server'
import type { MonthTotals } from './model'
import { type PaperPeriod, quarterOf } from './period'

/** What does not add up in a month, or why the file has less than what is locked. */
export type SummaryRemark =
  | { kind: 'ledger'; rows: number; month: number }
  | { kind: 'file'; rows: number; file: number }
  | { kind: 'left-out'; minutes: number }
  | { kind: 'late'; minutes: number }

export interface SummaryMonth extends MonthTotals {
  state: MonthOverview['state']
  batch: { batchId: string; number: number } | null
  /** Empty when the rows agree with the month and the file. */
  remarks: SummaryRemark[]
  agrees: boolean
}

export interface SummaryPage {
  project: { diarienr: string; name: string }
  period: PaperPeriod
  choices: { months: string[]; quarters: string[] }
  months: SummaryMonth[]
}

function remarksOf(
  totals: MonthTotals,
  overview: MonthOverview | undefined,
  batch: ExportBatch | undefined,
): SummaryRemark[] {
  const remarks: SummaryRemark[] = []
  const inMonth = overview?.minutes ?? 0
  if (totals.registered !== inMonth) remarks.push({ kind: 'ledger', rows: totals.registered, month: inMonth })
  if (batch !== undefined && totals.batchMinutes !== batch.reportedMinutes) {
    remarks.push({ kind: 'file', rows: totals.batchMinutes, file: batch.reportedMinutes })
  }
  if (batch !== undefined && totals.leftOut > 0) remarks.push({ kind: 'left-out', minutes: totals.leftOut })
  const late = overview?.lateMinutes ?? 0
  if (late !== 0) remarks.push({ kind: 'late', minutes: late })
  return remarks
}

/** The sums of a period by month, each held against the month as the office closes it and against the file that holds. */
export function summaryPageOf(
  project: { diarienr: string; name: string },
  period: PaperPeriod,
  found: {
    all: readonly string[]
    totals: readonly MonthTotals[]
    overviews: readonly MonthOverview[]
    batches: readonly ExportBatch[]
  },
): SummaryPage {
  const { all, totals, overviews, batches } = found
  return {
    project: { diarienr: project.diarienr, name: project.name },
    period,
    choices: { months: all.toReversed(), quarters: [...new Set(all.map(quarterOf))].toReversed() },
    months: totals.map((sums) => {
      const overview = overviews.find(({ month }) => month === sums.month)
      const batch = batches.find((one) => one.month === sums.month && one.state === 'klar' && one.supersededBy === null)
      const remarks = remarksOf(sums, overview, batch)
      return {
        ...sums,
        state: overview?.state ?? 'oppen',
        batch: batch === undefined ? null : { batchId: batch.batchId, number: batch.number },
        remarks,
        agrees: remarks.every(({ kind }) => kind === 'left-out' || kind === 'late'),
      }
    }),
  }
}
