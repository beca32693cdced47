import { type ZipEntry, zipOf } from './zip.server'

export type FileCell = string | number
/** Lines of a file in pieces, so that its size never matters for the memory. */
export type FileRows = AsyncIterable<readonly (readonly FileCell[])[]>

/** A text that a spreadsheet would read as a formula gets an apostrophe before it. */
function csvField(cell: FileCell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const csvText = (rows: readonly (readonly FileCell[])[]) =>
  rows.map((row) => `${row.map(csvField).join(';')}\r\n`).join('')

/** CSV that Swedish Excel opens right: UTF-8 with byte order mark, semicolons, decimal comma, CR LF. */
export async function* csvPieces(headings: readonly string[], rows: FileRows): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${csvText([headings])}`)
  for await (const piece of rows) yield Buffer.from(csvText(piece))
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function xmlRow(cells: readonly FileCell[], style: 0 | 1): string {
  const inner = cells.map((cell) => {
    if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
    return cell === ''
      ? '<c/>'
      : `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  })
  return `<row>${inner.join('')}</row>`
}

async function* sheetXml(headings: readonly string[], rows: FileRows): AsyncGenerator<Uint8Array> {
  const widths = headings.map(
    (heading, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.max(14, heading.length + 2)}" customWidth="1"/>`,
  )
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  yield Buffer.from(
    `${xmlHead}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView>` +
      `</sheetViews><cols>${widths.join('')}</cols><sheetData>${xmlRow(headings, 1)}`,
  )
  for await (const piece of rows) yield Buffer.from(piece.map((row) => xmlRow(row, 0)).join(''))
  yield Buffer.from('</sheetData></worksheet>')
}

function partsAround(sheet: string): ZipEntry[] {
  const part = (name: string, text: string): ZipEntry => ({ name, pieces: [Buffer.from(xmlHead + text)] })
  const override = (name: string, kind: string) => `<Override PartName="${name}" ContentType="${media}.${kind}+xml"/>`
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const fonts =
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
  const fills =
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  const borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  const forms =
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs>'
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${packaging}/relationships">${link('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packaging}/relationships">${link('r1', 'worksheet', 'worksheets/sheet1.xml')}${link('r2', 'styles', 'styles.xml')}</Relationships>`,
    ),
    part('xl/styles.xml', `<styleSheet xmlns="${spreadsheet}">${fonts}${fills}${borders}${forms}</styleSheet>`),
  ]
}

/**
 * A workbook of one sheet, sent as its rows are read. Texts are text cells, so that leading zeros stay and nothing
 * becomes a formula; numbers are numbers. The name of the sheet has at most 31 letters and none of `[]:*?/\`.
 */
export function xlsxPieces(sheet: string, headings: readonly string[], rows: FileRows): AsyncGenerator<Uint8Array> {
  return zipOf([...partsAround(sheet), { name: 'xl/worksheets/sheet1.xml', pieces: sheetXml(headings, rows) }])
}
