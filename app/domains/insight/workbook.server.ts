import writeWorkbook from 'write-excel-file/node'

/** A workbook of one sheet, headings in bold. Numbers stay numbers; texts are never formulas. */
export function workbookOf(lines: readonly (readonly (string | number)[])[], sheet: string): Promise<Buffer> {
  const rows = lines.map((line, index) =>
    line.map((value) =>
      typeof value === 'number'
        ? { type: Number, value }
        : { type: String, value, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) },
    ),
  )
  return writeWorkbook(rows, { sheet, stickyRowsCount: 1 }).toBuffer()
}
