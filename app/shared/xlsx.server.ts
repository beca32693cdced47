import writeXlsxFile, { type SheetData } from 'write-excel-file/node'

const LOCAL_HEADER_TIME = 10
const CENTRAL_HEADER_TIME = 12
/** 1 January 1980, the first moment that a zip can tell: time 0, date 0x0021. */
const ZIP_EPOCH = 0x00210000

/** Sets every moment inside a zip to the same one, so that equal content gives equal bytes. */
function withoutClock(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const entries = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let entry = 0; entry < entries; entry += 1) {
    zip.writeUInt32LE(ZIP_EPOCH, at + CENTRAL_HEADER_TIME)
    zip.writeUInt32LE(ZIP_EPOCH, zip.readUInt32LE(at + 42) + LOCAL_HEADER_TIME)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}

/**
 * One sheet with a heading line. Texts are text cells, so that leading zeros stay and nothing becomes a formula;
 * numbers are numbers. Equal rows give equal bytes.
 */
export async function xlsxOf(sheet: {
  name: string
  headings: readonly string[]
  rows: Iterable<readonly (string | number)[]>
}): Promise<Buffer> {
  const cells: SheetData = [sheet.headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))]
  for (const row of sheet.rows) {
    cells.push(row.map((value) => (typeof value === 'number' ? value : value === '' ? null : { value, type: String })))
  }
  const columns = sheet.headings.map((heading) => ({ width: Math.max(14, heading.length + 2) }))
  return withoutClock(await writeXlsxFile(cells, { sheet: sheet.name, columns }).toBuffer())
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
