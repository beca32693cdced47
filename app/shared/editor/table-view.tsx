import type { ReactNode } from 'react'
import type { Block, Table, TableRow } from './document'
import { langAttributes } from './languages'
import styles from './document-view.module.css'

type Show = (content: Block[]) => ReactNode

function Row({ row, show }: { row: TableRow; show: Show }) {
  const isHead = row.content.every((cell) => cell.type === 'tableHeader')
  return (
    <tr>
      {row.content.map((cell, index) => {
        const align = cell.attrs?.align ?? undefined
        return cell.type === 'tableHeader' ? (
          <th key={index} scope={isHead ? 'col' : 'row'} data-align={align}>
            {show(cell.content)}
          </th>
        ) : (
          <td key={index} data-align={align}>
            {show(cell.content)}
          </td>
        )
      })}
    </tr>
  )
}

export function TableView({ table, label, show }: { table: Table; label: string; show: Show }) {
  const [first, ...rest] = table.content
  const hasHead = first?.content.every((cell) => cell.type === 'tableHeader') ?? false
  const body = hasHead ? rest : table.content
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div className={styles['scroll']} role="region" aria-label={label} tabIndex={0}>
      <table {...langAttributes(table.attrs?.lang)}>
        {hasHead && first !== undefined && (
          <thead>
            <Row row={first} show={show} />
          </thead>
        )}
        <tbody>
          {body.map((row, index) => (
            <Row key={index} row={row} show={show} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What a table is about: its column headings. */
export function tableLabel(table: Table): string {
  const words = (table.content[0]?.content ?? []).map((cell) =>
    cell.content
      .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
      .map((inline) => (inline.type === 'text' ? inline.text : ' '))
      .join(''),
  )
  return words.filter((word) => word !== '').join(', ')
}
