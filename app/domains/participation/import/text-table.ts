import { parse } from 'csv-parse/sync'
import { done, type Outcome, refused } from '~/shared/outcome'
import { FILE_LIMITS, type FileFault, type FileRow, type FileTable } from './model'

const strict = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes)

/** What Windows-1252 has at 0x80–0x9f, where ISO 8859-1 has control characters; five places are empty. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Some releases of Node read Windows-1252 as ISO 8859-1, so the table stands here. */
function fromWindows(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes)
  return latin.replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign)
}

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, otherwise Windows-1252, which is what
 * Excel in Swedish saves as CSV. Undefined for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  let text: string
  try {
    text = strict(bytes, wide ?? 'utf-8')
  } catch {
    if (wide !== undefined) return undefined
    text = fromWindows(bytes)
  }
  return /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(text) ? undefined : text
}

/** The sign between the columns: that of `; , tab |` which the first line has most of outside quotes. */
export function sniffDelimiter(text: string): string | undefined {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const found = [';', '\t', ',', '|'].map((sign) => ({ sign, count: line.split(sign).length - 1 }))
  const best = found.reduce((most, one) => (one.count > most.count ? one : most))
  return best.count === 0 ? undefined : best.sign
}

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
