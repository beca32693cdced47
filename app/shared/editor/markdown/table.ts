import type { Tokens } from 'marked'
import type { Inline, Table, TableCell } from '../document'
import { type TableHeaders, tableHeaders } from '../nodes/table'
import { inlines } from './inline'
import { fault, type Reading } from './reading'

/** Two line breaks after each other begin a new paragraph in a cell. */
function paragraphs(content: Inline[]): TableCell['content'] {
  const parts: Inline[][] = [[]]
  content.forEach((node, index) => {
    const isBreak = node.type === 'hardBreak'
    if (isBreak && content[index - 1]?.type === 'hardBreak') {
      parts.at(-1)?.pop()
      parts.push([])
    } else parts.at(-1)?.push(node)
  })
  return parts.map((part) => (part.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: part }))
}

function isHeader(headers: string, row: number, column: number): boolean {
  if (headers === 'row') return row === 0
  if (headers === 'column') return column === 0
  if (headers === 'both') return row === 0 || column === 0
  return headers.split(' ').includes(`r${row + 1}k${column + 1}`)
}

/** `headers` says which cells are headers: `row` (when nothing is said), `column`, `both`, `none`, or single ones, `r2k1 r3k1`. */
export function readTable(token: Tokens.Table, headers: string, reading: Reading): Table {
  if (!/^(row|column|both|none|r\d+k\d+( r\d+k\d+)*)$/.test(headers)) {
    fault(reading, `Tabellens headers="${headers}" finns inte.`, 'Använd row, column, both eller none.')
  }
  const rows = [token.header, ...token.rows]
  return {
    type: 'table',
    content: rows.map((row, r) => ({
      type: 'tableRow',
      content: row.map((cell, c): TableCell => ({
        type: isHeader(headers, r, c) ? 'tableHeader' : 'tableCell',
        attrs: { align: cell.align },
        content: paragraphs(inlines(cell.tokens, [], reading, true)),
      })),
    })),
  }
}

/** What `readTable` needs to be told; null for the plain kind, with headers in the first row. */
export function writtenHeaders(table: Table): string | null {
  const headers: TableHeaders = tableHeaders(table)
  if (headers === 'row') return null
  if (headers !== 'mixed') return headers
  return table.content
    .flatMap((row, r) => row.content.flatMap((cell, c) => (cell.type === 'tableHeader' ? [`r${r + 1}k${c + 1}`] : [])))
    .join(' ')
}

const rules = { left: ':---', center: ':---:', right: '---:' }

/** `line` writes the text of one paragraph. */
export function writeTable(table: Table, line: (content: Inline[] | undefined) => string): string {
  const cell = ({ content }: TableCell) =>
    content
      .map((block) => (block.type === 'paragraph' ? line(block.content) : ''))
      .join('<br><br>')
      .replace(/ *\n/g, '<br>')
      .replace(/\|/g, '\\|')
  const rows = table.content.map((row) => `| ${row.content.map(cell).join(' | ')} |`)
  const aligned = (table.content[0]?.content ?? []).map(({ attrs }) => {
    const align = attrs?.align
    return align === null || align === undefined ? '---' : rules[align]
  })
  return [rows[0], `| ${aligned.join(' | ')} |`, ...rows.slice(1)].join('\n')
}
