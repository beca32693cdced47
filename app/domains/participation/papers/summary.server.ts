import { type Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { formatMonth } from '~/shared/dates'
import { streamedPaper } from '~/shared/paper/paper.server'
import type { Cell } from '~/shared/csv'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { listProjectMonths } from '../store/months-overview.server'
import { listMonthsWithTime, sumMonthRows } from '../store/papers-months.server'
import { listBatches } from '../store/reports.server'
import { type ColumnTexts, summaryCells } from './columns'
import type { PaperTexts } from './month-paper.server'
import { minuteColumns, type MonthRow, type MonthTotals } from './model'
import type { PapersProject } from './month-papers.server'
import { type PaperPeriod, readPaperPeriod } from './period'
import { monthRows } from './rows.server'
import { type SummaryPage, summaryPageOf } from './summary-page'

/** The sammanställning's page for a period of the address. Four queries. */
export async function summaryPageFor(db: Db, project: PapersProject, asked: string | null): Promise<SummaryPage> {
  const { projectId } = project
  const all = await listMonthsWithTime(db, projectId)
  const period = readPaperPeriod(asked, all)
  const [totals, overviews, batches] = await Promise.all([
    sumMonthRows(db, projectId, period.months),
    listProjectMonths(db, projectId),
    listBatches(db, projectId),
  ])
  return summaryPageOf(project, period, { all, totals, overviews, batches })
}

/** The sums of these months and whether they agree with months and files; of one person alone there is nothing to compare. */
export async function reconciledMonths(
  db: Db,
  projectId: ProjectId,
  months: readonly string[],
  personId?: PersonId,
): Promise<(MonthTotals & { agrees: boolean | null })[]> {
  const totals = await sumMonthRows(db, projectId, months, personId)
  if (personId !== undefined) return totals.map((month) => ({ ...month, agrees: null }))
  const [overviews, batches] = await Promise.all([listProjectMonths(db, projectId), listBatches(db, projectId)])
  const period = { key: 'hela', months: [...months] }
  return summaryPageOf({ diarienr: '', name: '' }, period, { all: months, totals, overviews, batches }).months
}

/** The period of the address with its months. */
export async function summaryPeriod(db: Db, projectId: ProjectId, asked: string | null): Promise<PaperPeriod> {
  return readPaperPeriod(asked, await listMonthsWithTime(db, projectId))
}

/** Writes to the log that somebody takes out the sammanställning, before its first row leaves. */
export function logSummary(
  db: Db,
  actor: Actor,
  taken: { projectId: ProjectId; period: string; form: 'csv' | 'xlsx' | 'pdf'; at: Date },
): Promise<void> {
  return recordAudit(db, {
    actorId: actor.personId,
    action: 'summary.exported',
    subjectKind: 'project',
    subjectId: taken.projectId,
    detail: { period: taken.period, form: taken.form },
    at: taken.at,
  })
}

/** The rows of a sammanställning as cells, in pieces. */
export async function* summaryRows(
  db: Db,
  project: PapersProject,
  months: readonly string[],
  texts: ColumnTexts,
  wish: Parameters<typeof monthRows>[3] = {},
): AsyncGenerator<Cell[]> {
  for await (const rows of monthRows(db, project.projectId, months, wish)) {
    yield* rows.map((row) => summaryCells(row, project.diarienr, texts))
  }
}

/** How a period is called. */
export function periodName({ key }: PaperPeriod, { papers: t, language }: PaperTexts): string {
  if (key === 'hela') return t('summary.whole')
  const [year = '', quarter] = key.split('-K')
  return quarter === undefined ? formatMonth(key, language) : t('summary.quarter', { year, quarter })
}

type Sums = Record<(typeof minuteColumns)[number], number> & { count: number }

function added(sums: Sums, rows: readonly MonthRow[]): void {
  sums.count += rows.length
  for (const row of rows) for (const column of minuteColumns) sums[column] += row[column] ?? 0
}

const shown = ['planned', 'attended', 'seen', 'signed', 'registered', 'reported', 'batchMinutes'] as const

/** The sammanställning as PDF, landscape, sent as its rows are read, with the sum of all rows at the end. */
export function summaryPaper(
  db: Db,
  project: PapersProject,
  period: PaperPeriod,
  about: { at: Date },
  texts: PaperTexts,
): AsyncGenerator<Uint8Array> {
  const { papers: t, months, common, language } = texts
  const title = t('summary.title')
  const name = periodName(period, texts)
  const { diarienr } = project
  const form = {
    title: `${title}, ${project.name}, ${name}`,
    language,
    at: about.at,
    landscape: true,
    eu: common('eu'),
    foot: t('summary.foot', { title, name: project.name, period: name, diarienr }),
    page: (page: number) => t('pageOnly', { page }),
  }
  return streamedPaper(form, async function* (paper) {
    paper.heading(title)
    paper.lead(`${project.name}, ${diarienr}. ${name}. ${t('summary.minutesNote')}`)
    const table = paper.table(
      [
        { heading: t('summary.short.month'), width: 7 },
        { heading: t('summary.short.participant'), width: 16 },
        { heading: t('summary.short.partner'), width: 15 },
        { heading: t('summary.short.municipality'), width: 9 },
        { heading: t('summary.short.state'), width: 10 },
        ...shown.map((column) => ({ heading: t(`summary.short.${column}`), width: 8, right: true })),
      ],
      { oneLine: true, size: 8 },
    )
    const zero = Object.fromEntries(minuteColumns.map((column) => [column, 0])) as Record<
      (typeof minuteColumns)[number],
      number
    >
    const sums: Sums = { ...zero, count: 0 }
    for await (const rows of monthRows(db, project.projectId, period.months)) {
      added(sums, rows)
      for (const [index, row] of rows.entries()) {
        const numbers = shown.map((column) => (row[column] === null ? '–' : String(row[column])))
        const place = [row.partner ?? '', row.municipality ?? '', months(`state.${row.state}`)]
        table.row([row.month, row.name, ...place, ...numbers])
        if (index % 50 === 49) yield
      }
      yield
    }
    const total = t('summary.total', { count: sums.count })
    table.row(['', total, '', '', '', ...shown.map((column) => String(sums[column]))], { bold: true })
  })
}
