import { type Actor, canKeepProjects } from '~/domains/identity'
import { dueOn } from './calendar'
import type { ExportBatch, IncompleteRecord, ReportMonth, ReportProject, ReportTemplate } from './model'

const SHOWN_FILES = 60

export interface ShownFile {
  batchId: string
  number: number
  month: string
  state: 'koad' | 'klar'
  rowCount: number
  reportedMinutes: number
  contentSha256: string | null
  supersededBy: { batchId: string; number: number } | null
  madeBy: string
  finishedAt: Date | null
}

export interface ShownMonth extends Omit<ReportMonth, 'batches'> {
  dueOn: string
  /** The file that holds, the newest that is made. */
  valid: { batchId: string; number: number } | null
  queued: { batchId: string; number: number } | null
  /** An earlier month that must be made first. */
  waitsFor: string | null
  /** Whether a file is to be made now: none yet, or to be sent again. */
  wanted: boolean
}

/** A fault of the template file: where, what, and what to do. */
export interface TemplateFault {
  file: string
  line?: number
  field?: string
  message: string
  remedy: string
}

export interface ShownTemplate {
  template: ReportTemplate | null
  problems: { place: string; message: string; remedy: string }[]
}

export interface MakeForm {
  month: ShownMonth
  incomplete: IncompleteRecord[]
  /** The number of the file that this one replaces, 0 for none. */
  seenNumber: number
}

export interface ReportsPage {
  project: Pick<ReportProject, 'diarienr' | 'name' | 'rounding'>
  months: ShownMonth[]
  files: ShownFile[]
  hiddenFiles: boolean
  next: ShownMonth | null
  make: MakeForm | null
  template: ShownTemplate
  mayMake: boolean
}

function fileOf({ acknowledged: _, difference: __, ...batch }: ExportBatch): ShownFile {
  const { batchId, number, month, state, rowCount, reportedMinutes, contentSha256, supersededBy, madeBy } = batch
  const { finishedAt } = batch
  return { batchId, number, month, state, rowCount, reportedMinutes, contentSha256, supersededBy, madeBy, finishedAt }
}

/** The months with their files, the oldest first, each with the earlier month that it waits for. */
export function showMonths(months: readonly ReportMonth[], reportDueDays: number): ShownMonth[] {
  let waitsFor: string | null = null
  return months.map(({ batches, ...month }) => {
    const valid = batches.find(({ state, supersededBy }) => state === 'klar' && supersededBy === null)
    const queued = batches.find(({ state }) => state === 'koad')
    const locked = month.state === 'last' && month.persons > 0
    const wanted = locked && (valid === undefined || queued !== undefined || month.mustResend)
    const shown: ShownMonth = {
      ...month,
      dueOn: dueOn(month.month, reportDueDays),
      valid: valid === undefined ? null : { batchId: valid.batchId, number: valid.number },
      queued: queued === undefined ? null : { batchId: queued.batchId, number: queued.number },
      waitsFor,
      wanted,
    }
    if (queued !== undefined || (locked && valid === undefined)) waitsFor ??= month.month
    return shown
  })
}

/** What the page of a project's reports shows. `chosen` is the month whose file is about to be made. */
export function reportsPageOf(parts: {
  project: ReportProject
  months: readonly ReportMonth[]
  chosen: string | undefined
  incomplete: IncompleteRecord[]
  template: ReportTemplate | null
  problems: readonly TemplateFault[]
  actor: Actor
}): ReportsPage {
  const mayMake = canKeepProjects(parts.actor)
  const { diarienr, name, rounding, reportDueDays } = parts.project
  const months = showMonths(parts.months, reportDueDays)
  const chosen = months.find(({ month, state }) => month === parts.chosen && state === 'last')
  const files = parts.months
    .flatMap(({ batches }) => batches)
    .toSorted((a, b) => b.number - a.number)
    .map(fileOf)
  return {
    project: { diarienr, name, rounding },
    months,
    files: files.slice(0, SHOWN_FILES),
    hiddenFiles: files.length > SHOWN_FILES,
    next: months.find(({ wanted, waitsFor }) => wanted && waitsFor === null) ?? null,
    make:
      chosen === undefined || !mayMake
        ? null
        : { month: chosen, incomplete: parts.incomplete, seenNumber: chosen.valid?.number ?? 0 },
    template: {
      template: parts.template,
      problems: parts.problems.map(({ file, line, field, message, remedy }) => ({
        place: [`${file}${line === undefined ? '' : `:${line}`}`, field].filter(Boolean).join(' '),
        message,
        remedy,
      })),
    },
    mayMake,
  }
}
