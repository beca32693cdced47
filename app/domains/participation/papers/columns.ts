import { formatDateTime, formatTime } from '~/shared/dates'
import type { Cell } from '~/shared/csv'
import type { Translate } from '~/i18n/translate'
import type { MonthRow, PaperLine } from './model'

/** The columns of the sammanställning; they never change between files. */
export const summaryColumns = [
  'project',
  'month',
  'participant',
  'partner',
  'employer',
  'municipality',
  'entry',
  'exit',
  'state',
  'planned',
  'attended',
  'seen',
  'signed',
  'registered',
  'reportable',
  'reported',
  'registeredHours',
  'reportedHours',
  'batch',
  'batchMinutes',
  'signedAt',
  'attestedAt',
  'attestedBy',
  'generation',
  'lines',
] as const

/** The columns of the time rows; they never change between files. */
export const lineColumns = [
  'project',
  'month',
  'participant',
  'partner',
  'employer',
  'day',
  'from',
  'to',
  'pause',
  'activity',
  'type',
  'mode',
  'place',
  'leader',
  'minutes',
  'source',
  'reason',
  'recorded',
  'entry',
  'position',
  'rowHash',
  'hash',
] as const

export interface ColumnTexts {
  papers: Translate<'papers'>
  months: Translate<'months'>
  hours: Translate<'hours'>
  attendance: Translate<'attendance'>
}

const instant = (at: Date | null) => (at === null ? '' : formatDateTime(at))
/** Hours with two decimals; the minutes beside are exact. */
const hours = (minutes: number) => Math.round((minutes / 60) * 100) / 100

export const summaryHeadings = (t: ColumnTexts) => summaryColumns.map((column) => t.papers(`summary.column.${column}`))
export const lineHeadings = (t: ColumnTexts) => lineColumns.map((column) => t.papers(`lines.column.${column}`))

/** One person-month as cells in the order of the columns. Minutes that were never signed are an empty cell. */
export function summaryCells(row: MonthRow, diarienr: string, t: ColumnTexts): Cell[] {
  const values: Record<(typeof summaryColumns)[number], Cell> = {
    project: diarienr,
    month: row.month,
    participant: row.name,
    partner: row.partner ?? '',
    employer: row.employer ?? '',
    municipality: row.municipality ?? '',
    entry: row.entryOn ?? '',
    exit: row.exitOn ?? '',
    state: t.months(`state.${row.state}`),
    planned: row.planned,
    attended: row.attended,
    seen: row.seen,
    signed: row.signed ?? '',
    registered: row.registered,
    reportable: row.reportable,
    reported: row.reported,
    registeredHours: hours(row.registered),
    reportedHours: hours(row.reported),
    batch: row.batchNumber ?? '',
    batchMinutes: row.batchMinutes ?? '',
    signedAt: instant(row.signedAt),
    attestedAt: instant(row.attestedAt),
    attestedBy: row.attestedBy ?? '',
    generation: row.frozenAt === null ? '' : row.generation,
    lines: row.linesSha256,
  }
  return summaryColumns.map((column) => values[column])
}

/** One line as cells. A protected person's line tells kind, minutes and its place in the chain, not where or when. */
export function lineCells(line: PaperLine, row: MonthRow, diarienr: string, t: ColumnTexts): Cell[] {
  const open = (value: Cell | null) => (row.isProtected ? '' : (value ?? ''))
  const values: Record<(typeof lineColumns)[number], Cell> = {
    project: diarienr,
    month: row.month,
    participant: row.name,
    partner: row.partner ?? '',
    employer: row.employer ?? '',
    day: open(line.workedOn),
    from: open(line.startsAt && formatTime(line.startsAt)),
    to: open(line.endsAt && formatTime(line.endsAt)),
    pause: open(line.breakMinutes),
    activity: open(line.title),
    type: t.hours(`type.${line.timeType}`),
    mode: open(line.mode && t.attendance(`mode.${line.mode}`)),
    place: open(line.place),
    leader: open(line.leader),
    minutes: line.minutes,
    source: t.months(`source.${line.sourceKind}`),
    reason: open(line.reason),
    recorded: open(formatDateTime(line.recordedAt)),
    entry: line.timeEntryId,
    position: line.position,
    rowHash: line.rowHash,
    hash: line.hash,
  }
  return lineColumns.map((column) => values[column])
}
