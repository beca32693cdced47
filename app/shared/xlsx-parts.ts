import type { Cell } from './csv'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The style of heading cells, the second of `styles`. */
const BOLD = 1

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML: what XML cannot hold is left out, and what Excel would read as an escape stays as written. */
export function xmlText(text: string): string {
  return text
    .replace(/_x[0-9A-Fa-f]{4}_/g, (escape) => `_x005F${escape}`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
    .replaceAll('\r', '_x000D_')
}

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** One row of a sheet. Texts are text cells, so leading zeros stay and nothing becomes a formula. */
export function sheetRow(number: number, cells: readonly Cell[], bold = false): string {
  const style = bold ? ` s="${BOLD}"` : ''
  const written = cells.map((cell, column) => {
    const at = `r="${columnName(column)}${number}"${style}`
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`
    if (cell === null || cell === '') return ''
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
  })
  return `<row r="${number}">${written.join('')}</row>`
}

/** What stands before the rows: the heading line stays in sight, and each column is as wide as its heading at least. */
export function sheetStart(headings: readonly string[]): string {
  const columns = headings.map((heading, index) => {
    const width = Math.max(14, heading.length + 2)
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${cols}<sheetData>`
}

export const SHEET_END = '</sheetData></worksheet>'

export const sheetFile = (index: number) => `xl/worksheets/sheet${index + 1}.xml`

/** A name as Excel takes it: at most 31 characters and none of `: \ / ? * [ ]`. */
const sheetName = (name: string) =>
  xmlText(
    name
      .replaceAll(/[:\\/?*[\]]/g, ' ')
      .slice(0, 31)
      .trim() || 'Blad',
  )

/** The parts of a workbook that are not sheets, by their place in the zip. */
export function workbookParts(names: readonly string[]): Record<string, string> {
  const overrides = names.map(
    (_, index) => `<Override PartName="/${sheetFile(index)}" ContentType="${SHEET}.worksheet+xml"/>`,
  )
  const sheets = names.map(
    (name, index) => `<sheet name="${sheetName(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const styles = `rId${names.length + 1}`
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/>${overrides.join('')}<Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="${styles}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
  }
}
