/** One cell of a file of rows: a text, a number, or nothing. */
export type Cell = string | number | null

/** What a file starts with so that Swedish Excel reads it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A text that a spreadsheet would read as a formula gets an apostrophe before it. */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** One line of a CSV file, numbers with decimal comma, ended by CR LF. */
export function csvLine(cells: readonly Cell[], separator = ';'): string {
  const fields = cells.map((cell) => {
    const text = typeof cell === 'number' ? String(cell).replace('.', ',') : guardFormula(cell ?? '')
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${fields.join(separator)}\r\n`
}
