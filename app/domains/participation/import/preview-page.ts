import { countRows } from './check-rows'
import { missingColumns } from './columns'
import { maskCell, maskNumbers } from './mask'
import {
  type CheckedRow,
  type FileRow,
  type FileTable,
  type ImportCounts,
  type ImportField,
  type Mapping,
  type Problem,
  type Remark,
  type RowOutcome,
} from './model'

export const ROWS_A_PAGE = 100

export interface PreviewColumn {
  index: number
  heading: string
  /** A cell of the column, identity numbers masked. */
  sample: string
  field: ImportField | null
}

export interface PreviewRow {
  line: number
  outcome: RowOutcome | 'fraga'
  name: string
  number: string
  employer: string
  problems: (Problem & { heading: string | null })[]
  remarks: Remark[]
}

export interface PreviewPage {
  counts: ImportCounts
  columns: PreviewColumn[]
  missing: ImportField[]
  questions: { line: number; fileName: string; portalName: string }[]
  rows: PreviewRow[]
  found: number
  page: number
  pages: number
  onlyProblems: boolean
}

export interface RowsChoice {
  page: number
  onlyProblems: boolean
}

/** Which rows of an import the address asks for. */
export function readRowsChoice(search: URLSearchParams): RowsChoice {
  const page = Number(search.get('sida') ?? '1')
  return { page: Number.isInteger(page) && page >= 1 ? page : 1, onlyProblems: search.get('visa') === 'problem' }
}

export function writeRowsChoice({ page, onlyProblems }: RowsChoice): string {
  const search = new URLSearchParams()
  if (onlyProblems) search.set('visa', 'problem')
  if (page > 1) search.set('sida', String(page))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

const headingOf = (table: FileTable, mapping: Mapping, field: ImportField | null): string | null => {
  const index = field === null ? undefined : mapping[field]
  const heading = index === undefined ? '' : (table.header[index] ?? '')
  return heading === '' ? null : maskNumbers(heading)
}

/** Somebody of whom nothing is told: the cells of the row are not shown again. */
const isUnseen = ({ problems }: CheckedRow) => problems.some(({ code }) => code === 'not-here')

/** A waiting import as its page shows it: one page of rows, everything masked. */
export function previewPageOf(
  table: FileTable,
  mapping: Mapping,
  checked: readonly CheckedRow[],
  choice: RowsChoice,
): PreviewPage {
  const wanted = choice.onlyProblems
    ? checked.filter(({ problems, remarks }) => problems.length + remarks.length > 0)
    : checked
  const pages = Math.max(1, Math.ceil(wanted.length / ROWS_A_PAGE))
  const page = Math.min(choice.page, pages)
  const unseen = new Set(checked.filter(isUnseen).map(({ line }) => line))
  const seen = table.rows.filter(({ line }) => !unseen.has(line))
  const nameOf = ({ shown }: CheckedRow) => `${shown.givenName ?? ''} ${shown.familyName ?? ''}`.trim()
  return {
    counts: countRows(checked),
    columns: table.header.map((heading, index) => columnOf(heading, index, { seen, mapping })),
    missing: missingColumns(mapping),
    questions: checked.flatMap((row) =>
      row.question === undefined
        ? []
        : [{ line: row.line, fileName: nameOf(row), portalName: row.question.portalName }],
    ),
    rows: wanted.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE).map((row) => ({
      line: row.line,
      outcome: row.question === undefined ? row.outcome : 'fraga',
      name: nameOf(row),
      number: row.shown.number ?? '',
      employer: row.shown.employer ?? '',
      problems: row.problems.map((problem) => ({ ...problem, heading: headingOf(table, mapping, problem.column) })),
      remarks: row.remarks,
    })),
    found: wanted.length,
    page,
    pages,
    onlyProblems: choice.onlyProblems,
  }
}

/** A column with what the first row that may be shown says in it. */
function columnOf(
  heading: string,
  index: number,
  { seen, mapping }: { seen: readonly FileRow[]; mapping: Mapping },
): PreviewColumn {
  const field = (Object.entries(mapping) as [ImportField, number][]).find(([, at]) => at === index)?.[0] ?? null
  const first = seen.find(({ cells }) => (cells[index] ?? '') !== '')?.cells[index] ?? ''
  const sample = field === 'number' ? maskCell(first) : maskNumbers(first).slice(0, 60)
  return { index, heading: maskNumbers(heading).slice(0, 80), sample, field }
}

/**
 * The refused rows as lines of a file: every column as it was, the line and the problems told. Numbers are left whole
 * only for the one who uploaded them.
 */
export function refusedLines(
  table: FileTable,
  mapping: Mapping,
  checked: readonly CheckedRow[],
  tell: (problem: Problem, heading: string | null) => string,
  whole: boolean,
): string[][] {
  const rows = new Map(table.rows.map((row) => [row.line, row]))
  return checked
    .filter(({ outcome }) => outcome === 'avvisad')
    .map((row) => {
      const cells = (rows.get(row.line)?.cells ?? []).map((cell) => (isUnseen(row) ? '' : cell))
      const shown = cells.map((cell, index) =>
        whole ? cell : index === mapping.number ? (row.shown.number ?? '') : maskNumbers(cell),
      )
      const told = row.problems.map((problem) => tell(problem, headingOf(table, mapping, problem.column)))
      return [...shown, String(row.line), told.join(' ')]
    })
}
