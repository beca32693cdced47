import { Zip, ZipDeflate } from 'fflate'
import { gather, type Rows } from './stream-file.server'
import { SHEET_END, sheetFile, sheetRow, sheetStart, workbookParts } from './xlsx-parts'

export interface Sheet {
  name: string
  headings: readonly string[]
  rows: Rows
}

/** The first moment that a zip can tell: every part has it, so that equal rows give equal bytes. */
const ZIP_EPOCH = new Date(1980, 0, 1)

async function* sheetTexts({ headings, rows }: Sheet): AsyncGenerator<string> {
  yield sheetStart(headings)
  yield sheetRow(1, headings, true)
  let number = 1
  for await (const row of rows) yield sheetRow((number += 1), row)
  yield SHEET_END
}

/**
 * A workbook in pieces, written while its rows are read: memory is the same for ten rows and for a million. Each sheet
 * has a bold heading line that stays in sight; sheets are read one after the other, in order.
 */
export async function* xlsxPieces(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    if (piece.length > 0) ready.push(piece)
  })
  const part = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = ZIP_EPOCH
    zip.add(entry)
    return entry
  }
  for (const [name, text] of Object.entries(workbookParts(sheets.map((sheet) => sheet.name))))
    part(name).push(Buffer.from(text), true)
  for (const [index, sheet] of sheets.entries()) {
    const entry = part(sheetFile(index))
    for await (const text of gather(sheetTexts(sheet))) {
      entry.push(Buffer.from(text))
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(0), true)
  }
  zip.end()
  yield* ready.splice(0)
}
