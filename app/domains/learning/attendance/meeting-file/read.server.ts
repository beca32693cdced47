import { parse } from 'csv-parse/sync'
import { done, type Outcome, refused } from '~/shared/outcome'
import { decodeText } from '~/shared/text-file'
import { type Columns, columnsOf, isFirstAndLast, isZoom, tidy } from './columns'
import type { FileStay, MeetingFile, MeetingFileFault } from './model'
import { isMonthFirst, readDuration, readStamp } from './stamps'

interface Line {
  line: number
  cells: string[]
}
interface Table {
  header: string[]
  columns: Columns
  rows: Line[]
}

const MOST_LINES = 20_000

function linesOf(text: string, delimiter: string): Line[] {
  const lines: Line[] = []
  let previous = 0
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
      to: MOST_LINES,
      on_record: (record: unknown) => {
        const { info, record: cells } = record as { info: { lines: number }; record: string[] }
        lines.push({ line: previous + 1, cells: cells.map(tidy) })
        previous = info.lines
        return null
      },
    })
  } catch {
    return []
  }
  return lines
}

/** The tables of a file: a heading and the lines under it, until an empty line, a lone title or the next heading. */
function tablesOf(lines: readonly Line[]): Table[] {
  const tables: Table[] = []
  let open: Table | undefined
  for (const line of lines) {
    const columns = columnsOf(line.cells)
    const filled = line.cells.filter((cell) => cell !== '').length
    if (columns !== undefined) {
      open = { header: line.cells, columns, rows: [] }
      tables.push(open)
    } else if (filled < 2) open = undefined
    else open?.rows.push(line)
  }
  return tables
}

const cellOf = (row: Line, index: number | undefined) => (index === undefined ? '' : (row.cells[index] ?? ''))

function personOf(row: Line, { name, email, account }: Columns): Pick<FileStay, 'line' | 'name' | 'email'> {
  const address = [cellOf(row, email), cellOf(row, account)].find((text) => text.includes('@'))
  return { line: row.line, name: cellOf(row, name), email: address?.toLowerCase() ?? null }
}

function staysOf({ header, columns, rows }: Table, monthFirst: boolean): FileStay[] {
  const shortens = isFirstAndLast(header)
  return rows
    .filter((row) => !/^(no|nej)$/i.test(cellOf(row, columns.attended)))
    .filter((row) => !/^(yes|ja)$/i.test(cellOf(row, columns.waiting)))
    .map((row) => {
      const from = readStamp(cellOf(row, columns.join), monthFirst) ?? null
      const last = readStamp(cellOf(row, columns.leave), monthFirst) ?? null
      const seconds = shortens ? readDuration(cellOf(row, columns.duration)) : undefined
      const most = from === null || seconds === undefined ? undefined : new Date(from.getTime() + seconds * 1_000)
      return { ...personOf(row, columns), from, to: last !== null && most !== undefined && most < last ? most : last }
    })
}

/** The layout that has one line each time somebody joins or leaves. */
function staysOfActions({ columns, rows }: Table, monthFirst: boolean): FileStay[] {
  const stays: FileStay[] = []
  const open = new Map<string, FileStay>()
  for (const row of rows) {
    const person = personOf(row, columns)
    const at = readStamp(cellOf(row, columns.stamp), monthFirst) ?? null
    const left = /^(left|lämna|gick ut)/i.test(cellOf(row, columns.action))
    const stay = open.get(person.name)
    if (left && stay !== undefined) {
      stay.to = at
      open.delete(person.name)
    } else {
      const begun = left ? { ...person, from: null, to: at } : { ...person, from: at, to: null }
      stays.push(begun)
      if (!left) open.set(person.name, begun)
    }
  }
  return stays
}

/** Addresses that one table has and the other lacks, by names that only one address has. */
function withAddresses(stays: FileStay[], others: readonly FileStay[]): FileStay[] {
  return stays.map((stay) => {
    if (stay.email !== null) return stay
    const found = new Set(others.flatMap(({ name, email }) => (name === stay.name && email !== null ? [email] : [])))
    return found.size === 1 ? { ...stay, email: [...found][0] ?? null } : stay
  })
}

/**
 * Reads the attendance report of Teams (all layouts, tab separated) or the participants' list of Zoom, in English or
 * Swedish. `day` (ISO) is that of the meeting: it tells months from days where the file does not.
 */
export function readMeetingFile(text: string, day: string): Outcome<MeetingFile, MeetingFileFault> {
  if (text.trim() === '') return refused('empty')
  const parsed = ['\t', ',', ';'].map((sign) => tablesOf(linesOf(text.replace(/^\uFEFF/, ''), sign)))
  const tables = parsed.find((found) => found.length > 0) ?? []
  const timed = tables.filter(({ columns }) => columns.join !== undefined && columns.leave !== undefined)
  const acted = tables.filter(({ columns }) => columns.action !== undefined && columns.stamp !== undefined)
  const first = timed[0] ?? acted[0]
  if (first === undefined) return refused(tables.length > 0 ? 'no-times' : 'not-a-report')
  const each = timed.filter(({ header }) => !isFirstAndLast(header))
  const used = timed.length === 0 ? acted : each.some(({ rows }) => rows.length > 0) ? each : timed
  const stamps = used.flatMap(({ columns, rows }) =>
    rows.flatMap((row) => [columns.join, columns.leave, columns.stamp].map((index) => cellOf(row, index))),
  )
  const monthFirst = isMonthFirst(
    stamps.filter((one) => one !== ''),
    day,
  )
  const read = timed.length === 0 ? staysOfActions : staysOf
  const stays = used
    .flatMap((table) => read(table, monthFirst))
    .filter(({ name, email }) => name !== '' || email !== null)
  if (stays.length === 0) return refused('no-people')
  if (stays.every(({ from, to }) => from === null && to === null)) return refused('no-times')
  const others = timed.filter((table) => !used.includes(table)).flatMap((table) => staysOf(table, monthFirst))
  return done({ kind: isZoom(first.header) ? 'zoom' : 'teams', stays: withAddresses(stays, others) })
}

/** The text of an uploaded file; refuses workbooks and what is no text. */
export function textOfMeetingFile(bytes: Uint8Array): Outcome<string, 'spreadsheet' | 'not-a-report'> {
  const begins = (...signs: number[]) => signs.every((sign, index) => bytes[index] === sign)
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) return refused('spreadsheet')
  const text = decodeText(bytes)
  return text === undefined ? refused('not-a-report') : done(text)
}
