import { expect, test } from 'vitest'
import type { ExportBatch } from '../reports/model'
import type { MonthOverview } from '../store/months-overview.server'
import type { MonthTotals } from './model'
import { summaryPageOf } from './summary-page'

const month = '2025-03'
const totals: MonthTotals = {
  ...{ month, persons: 2, planned: 0, attended: 0, seen: 0, signed: 100, leftOut: 0 },
  ...{ registered: 150, reportable: 150, reported: 120, batchMinutes: 120 },
}
const overview = { month, state: 'last', minutes: 150, lateMinutes: 0 } as MonthOverview
const batch = { batchId: 'b', number: 3, month, state: 'klar', supersededBy: null, reportedMinutes: 120 } as ExportBatch

function pageOf(change: {
  totals?: Partial<MonthTotals>
  overview?: Partial<MonthOverview>
  batch?: Partial<ExportBatch>
}) {
  const found = {
    all: ['2025-02', month],
    totals: [{ ...totals, ...change.totals }],
    overviews: [{ ...overview, ...change.overview }],
    batches: [{ ...batch, ...change.batch }],
  }
  return summaryPageOf({ diarienr: 'D', name: 'Projektet' }, { key: month, months: [month] }, found).months[0]
}

test('agrees when the rows give what the month and the file have', () => {
  expect(pageOf({})).toMatchObject({ agrees: true, remarks: [], batch: { batchId: 'b', number: 3 } })
})

test('differs from a month with another sum', () => {
  expect(pageOf({ overview: { minutes: 151 } })).toMatchObject({
    agrees: false,
    remarks: [{ kind: 'ledger', rows: 150, month: 151 }],
  })
})

test('differs from a file with another sum, but not from one that is superseded', () => {
  expect(pageOf({ batch: { reportedMinutes: 60 } })).toMatchObject({
    agrees: false,
    remarks: [{ kind: 'file', rows: 120, file: 60 }],
  })
  const superseded = { reportedMinutes: 60, supersededBy: { batchId: 'c', number: 4 } }
  expect(pageOf({ batch: superseded })).toMatchObject({ agrees: true, batch: null })
})

test('says what is locked and not in the file, and what came after the lock', () => {
  expect(pageOf({ totals: { leftOut: 60 }, overview: { lateMinutes: 15 } })).toMatchObject({
    agrees: true,
    remarks: [
      { kind: 'left-out', minutes: 60 },
      { kind: 'late', minutes: 15 },
    ],
  })
})
