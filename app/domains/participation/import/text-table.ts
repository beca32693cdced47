import { parse } from 'csv-parse/sync'
import { done, type Outcome, refused } from '~/shared/outcome'
import { decodeText, sniffDelimiter } from '~/shared/text-file'
import { FILE_LIMITS, type FileFault, type FileRow, type FileTable } from './model'

/** Cells as the check reads them: trimmed, without the apostrophe that hides formulas, never longer than the limit. */
export function tidyCell(cell: string): string {
  const trimmed = cell.replace(/[\u0000-\u001f\u00a0]+/g, ' ').trim()
  return (/^'[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed).slice(0, FILE_LIMITS.cellLength)
}

/** The first line with content is the heading; empty lines are left out. Refuses what is too big or has no rows. */
export function tableOf(lines: readonly FileRow[]): Outcome<FileTable, FileFault> {
  const filled = lines
    .map(({ line, cells }) => ({ line, cells: cells.map(tidyCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head, ...rows] = filled
  if (head === undefined) return refused('empty')
  const width = Math.max(...filled.slice(0, FILE_LIMITS.rows + 2).map(({ cells }) => cells.length))
  if (width > FILE_LIMITS.columns) return refused('too-many-columns')
  if (rows.length > FILE_LIMITS.rows) return refused('too-many-rows')
  if (width < 2) return refused('one-column')
  if (rows.length === 0) return refused('header-only')
  const header = Array.from({ length: width }, (_, index) => head.cells[index] ?? '')
  return done({
    header,
    rows: rows.map(({ line, cells }) => ({ line, cells: header.map((_, at) => cells[at] ?? '') })),
  })
}

/** Reads a CSV file of any usual form. */
export function readTextTable(bytes: Uint8Array): Outcome<FileTable, FileFault> {
  const decoded = decodeText(bytes)
  if (decoded === undefined) return refused('unreadable')
  const said = /^sep=(.)\r?\n/i.exec(decoded)
  const text = said === null ? decoded : decoded.slice(said[0].length)
  if (text.trim() === '') return refused('empty')
  const begin = text.length - text.trimStart().length
  const delimiter = said?.[1] ?? sniffDelimiter(text.slice(begin))
  if (delimiter === undefined) return refused('one-column')
  const lines: FileRow[] = []
  let previous = said === null ? 0 : 1
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      info: true,
      to: FILE_LIMITS.rows * 4,
      on_record: (record: unknown) => {
        const { info, record: cells } = record as { info: { lines: number }; record: string[] }
        lines.push({ line: previous + 1, cells })
        previous = info.lines + (said === null ? 0 : 1)
        return null
      },
    })
  } catch {
    return refused('quotes')
  }
  return tableOf(lines)
}
