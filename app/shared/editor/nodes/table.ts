import type { Table } from '../document'
import type { DocumentFault } from '../faults'
import { type BlockSpec, lang, oneOf } from './spec'

export const tableLimits = { rows: 300, columns: 20 } as const

const cell = {
  align: oneOf([null, 'left', 'center', 'right'], { default: null, kept: true }),
  // Cells are never joined: a table that is read aloud keeps one cell for each row and column.
  colspan: oneOf([1], { default: 1 }),
  rowspan: oneOf([1], { default: 1 }),
  colwidth: oneOf([null], { default: null }),
}

export const tableSpecs: readonly BlockSpec[] = [
  { name: 'table', content: 'tableRow+', attributes: { lang } },
  { name: 'tableRow', content: '(tableHeader|tableCell)+', attributes: {} },
  { name: 'tableHeader', content: 'paragraph+', attributes: cell },
  { name: 'tableCell', content: 'paragraph+', attributes: cell },
]

/** Refuses tables that are too large and rows of unequal length; `rows` is what stands in a table, not yet checked. */
export function checkTable(rows: readonly unknown[]): DocumentFault | undefined {
  const lengths = rows.map((row) => {
    const cells = typeof row === 'object' && row !== null && 'content' in row ? row.content : undefined
    return Array.isArray(cells) ? cells.length : 0
  })
  const width = lengths[0] ?? 0
  const fits = rows.length <= tableLimits.rows && width <= tableLimits.columns
  return fits && lengths.every((length) => length === width) ? undefined : 'bad-table'
}

export type TableHeaders = 'row' | 'column' | 'both' | 'none' | 'mixed'

/** Which cells of a table are headers: those of the first row, of the first column, of both, or none. */
export function tableHeaders({ content }: Table): TableHeaders {
  const holds = (test: (row: number, column: number) => boolean) =>
    content.every((row, r) => row.content.every((each, c) => (each.type === 'tableHeader') === test(r, c)))
  if (holds((r) => r === 0)) return 'row'
  if (holds((r, c) => r === 0 || c === 0)) return 'both'
  if (holds((_r, c) => c === 0)) return 'column'
  return holds(() => false) ? 'none' : 'mixed'
}
