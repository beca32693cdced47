import { unzipSync, zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { done, type Outcome, refused } from '~/shared/outcome'
import { recogniseColumns } from './columns'
import { FILE_LIMITS, type FileFault, type FileTable } from './model'
import { readTextTable, tableOf } from './text-table'

/** Most bytes that the sheets of a workbook may unpack to: ten times what 5,000 full rows need. */
const UNPACKED = 40 * 1024 * 1024
const ENTRIES = 2_000
const needed =
  /^(\[Content_Types\]\.xml|_rels\/.*|xl\/(_rels\/.*|workbook\.xml|styles\.xml|sharedStrings\.xml|worksheets\/.*\.(xml|rels)))$/i

/** What is in the archive, by its own list; nothing is unpacked. */
function contentsOf(bytes: Uint8Array): { name: string; size: number }[] {
  const found: { name: string; size: number }[] = []
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      found.push({ name, size: originalSize })
      return false
    },
  })
  return found
}

function faultOfContents(entries: readonly { name: string; size: number }[]): FileFault | undefined {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name))
  if (has(/vbaProject\.bin$|^xl\/macrosheets\//i)) return 'macros'
  if (has(/^xl\/workbook\.bin$/i)) return 'binary-excel'
  if (has(/^content\.xml$/i) && has(/^mimetype$/i)) return 'open-document'
  if (!has(/^xl\/workbook\.xml$/i)) return 'other-zip'
  const size = entries.filter(({ name }) => needed.test(name)).reduce((sum, entry) => sum + entry.size, 0)
  return size > UNPACKED || entries.length > ENTRIES ? 'zip-bomb' : undefined
}

const columnNumber = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** A sheet can name a cell a million rows down in a few bytes; the reader would make room for them all. */
function faultOfSheet(xml: string): FileFault | undefined {
  for (const match of xml.matchAll(/<(?:\w+:)?(?:row|c)\b[^>]*?\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/g)) {
    if (Number(match[2]) > FILE_LIMITS.rows * 4) return 'too-many-rows'
    if (columnNumber((match[1] ?? '').toUpperCase()) > FILE_LIMITS.columns * 4) return 'too-many-columns'
  }
  return undefined
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}

/**
 * Reads the sheet of an .xlsx file that has the most known columns. Only what the sheets need is unpacked, and never
 * more than the archive says and the limit allows, so that a small file cannot grow big in memory.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Outcome<FileTable, FileFault>> {
  let clean: Uint8Array<ArrayBuffer>
  try {
    const entries = contentsOf(bytes)
    const fault = faultOfContents(entries)
    if (fault !== undefined) return refused(fault)
    const unpacked = unzipSync(bytes, { filter: ({ name }) => needed.test(name) })
    const types = new TextDecoder().decode(unpacked['[Content_Types].xml'] ?? new Uint8Array())
    if (/macroEnabled/i.test(types)) return refused('macros')
    for (const [name, content] of Object.entries(unpacked)) {
      const sheetFault = /^xl\/worksheets\/[^/]+\.xml$/i.test(name)
        ? faultOfSheet(new TextDecoder().decode(content))
        : undefined
      if (sheetFault !== undefined) return refused(sheetFault)
    }
    clean = new Uint8Array(zipSync(unpacked, { level: 0 }))
  } catch {
    return refused('broken-workbook')
  }
  try {
    const sheets = await readXlsxFile(clean.buffer)
    const known = (data: readonly (readonly unknown[])[]) => {
      const head = data.find((row) => row.some((cell) => cellText(cell) !== '')) ?? []
      return Object.keys(recogniseColumns(head.map(cellText))).length
    }
    const [best] = sheets.toSorted((one, two) => known(two.data) - known(one.data))
    if (best === undefined) return refused('empty')
    return tableOf(best.data.map((row, index) => ({ line: index + 1, cells: row.map(cellText) })))
  } catch {
    return refused('broken-workbook')
  }
}

const startsWith = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte)

/** Reads an uploaded file by what it holds; its name does not matter. Never throws for a file's sake. */
export async function readFileTable(
  bytes: Uint8Array,
): Promise<Outcome<{ form: 'csv' | 'xlsx'; table: FileTable }, FileFault>> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > FILE_LIMITS.bytes) return refused('too-large')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('old-excel')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refused('pdf')
  if (startsWith(bytes, 0x50, 0x4b)) {
    const read = await readWorkbook(bytes)
    return read.ok ? done({ form: 'xlsx', table: read.value }) : read
  }
  const beginning = new TextDecoder().decode(bytes.subarray(0, 400)).replace(/^\uFEFF/, '')
  if (/^\s*</.test(beginning)) return refused('html')
  const read = readTextTable(bytes)
  return read.ok ? done({ form: 'csv', table: read.value }) : read
}
