import { createElement, Fragment, type ReactNode } from 'react'
import { useT } from '~/i18n/use-t'
import { isExternal } from './addresses'
import type { Block, Inline, Mark, RichDocument, Table, TableRow } from './document'
import styles from './document-view.module.css'

type Shift = 0 | 1 | 2

function Marked({ mark, children }: { mark: Mark; children: ReactNode }): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'code':
      return <code>{children}</code>
    case 'link': {
      const { href } = mark.attrs
      return isExternal(href) ? (
        <a href={href} rel="noopener noreferrer">
          {children}
        </a>
      ) : (
        <a href={href}>{children}</a>
      )
    }
  }
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  if (one?.type === 'link' && other?.type === 'link') return one.attrs.href === other.attrs.href
  return one?.type === other?.type
}

function markAt(node: Inline, depth: number): Mark | undefined {
  return node.type === 'text' ? node.marks?.[depth] : undefined
}

/** Neighbours under the same mark share one element, so that a link with emphasis in it stays one link. */
function Inlines({ content = [], depth = 0 }: { content?: Inline[] | undefined; depth?: number }) {
  const groups: Inline[][] = []
  for (const node of content) {
    const last = groups.at(-1)
    const mark = markAt(node, depth)
    if (last?.[0] !== undefined && mark !== undefined && sameMark(markAt(last[0], depth), mark)) last.push(node)
    else groups.push([node])
  }
  return groups.map((group, index) => {
    const [first] = group
    const mark = first && markAt(first, depth)
    if (mark !== undefined) {
      return (
        <Marked key={index} mark={mark}>
          <Inlines content={group} depth={depth + 1} />
        </Marked>
      )
    }
    return first?.type === 'text' ? first.text : <br key={index} />
  })
}

function headingTag(level: number, shift: Shift): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  const tags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const
  return tags[Math.min(level - 2 + shift, 4)] ?? 'h6'
}

function Row({ row, shift }: { row: TableRow; shift: Shift }) {
  const isHead = row.content.every((cell) => cell.type === 'tableHeader')
  return (
    <tr>
      {row.content.map((cell, index) => {
        const align = cell.attrs?.align ?? undefined
        const content = <Blocks content={cell.content} shift={shift} bare />
        return cell.type === 'tableHeader' ? (
          <th key={index} scope={isHead ? 'col' : 'row'} data-align={align}>
            {content}
          </th>
        ) : (
          <td key={index} data-align={align}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}

function TableView({ table, shift, label }: { table: Table; shift: Shift; label: string }) {
  const [first, ...rest] = table.content
  const hasHead = first?.content.every((cell) => cell.type === 'tableHeader') ?? false
  const body = hasHead ? rest : table.content
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div className={styles['scroll']} role="region" aria-label={label} tabIndex={0}>
      <table>
        {hasHead && first !== undefined && (
          <thead>
            <Row row={first} shift={shift} />
          </thead>
        )}
        <tbody>
          {body.map((row, index) => (
            <Row key={index} row={row} shift={shift} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What a table is about: its column headings. */
function tableLabel(table: Table): string {
  const words = (table.content[0]?.content ?? []).map((cell) =>
    cell.content
      .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
      .map((inline) => (inline.type === 'text' ? inline.text : ' '))
      .join(''),
  )
  return words.filter((word) => word !== '').join(', ')
}

function BlockView({ block, shift, bare }: { block: Block; shift: Shift; bare: boolean }): ReactNode {
  const t = useT('document')
  switch (block.type) {
    case 'paragraph':
      return bare ? (
        <Inlines content={block.content} />
      ) : (
        <p>
          <Inlines content={block.content} />
        </p>
      )
    case 'heading': {
      const { level } = block.attrs
      return createElement(headingTag(level, shift), { 'data-level': level }, <Inlines content={block.content} />)
    }
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map((item, index) => (
        <li key={index}>
          <Blocks content={item.content} shift={shift} bare />
        </li>
      ))
      return block.type === 'bulletList' ? <ul>{items}</ul> : <ol start={block.attrs?.start ?? 1}>{items}</ol>
    }
    case 'blockquote':
      return (
        <blockquote>
          <Blocks content={block.content} shift={shift} />
        </blockquote>
      )
    case 'callout':
      return (
        <div className={styles['callout']} data-kind={block.attrs.kind} role="note">
          <p className={styles['calloutName']}>{t(block.attrs.kind)}</p>
          <Blocks content={block.content} shift={shift} />
        </div>
      )
    case 'horizontalRule':
      return <hr />
    case 'table':
      return <TableView table={block} shift={shift} label={t('table', { columns: tableLabel(block) })} />
    case 'image': {
      const { src, alt, title, width, height } = block.attrs
      const size = { ...(width === null ? {} : { width }), ...(height === null ? {} : { height }) }
      return (
        <figure>
          <img src={src} alt={alt} {...size} loading="lazy" decoding="async" />
          {title !== null && <figcaption>{title}</figcaption>}
        </figure>
      )
    }
  }
}

/** `bare` leaves out the paragraph tag of a cell or list item that has only one paragraph. */
function Blocks({ content, shift, bare = false }: { content: Block[]; shift: Shift; bare?: boolean }) {
  const isBare = bare && content.filter((block) => block.type === 'paragraph').length <= 1
  return content.map((block, index) => (
    <Fragment key={index}>
      <BlockView block={block} shift={shift} bare={isBare} />
    </Fragment>
  ))
}

/**
 * Shows a stored document; the same on server and in browser. Headings begin at h2: `shift` moves them right when the
 * text stands under a heading of the page. Only documents that passed `checkDocument` are stored, so nothing is escaped
 * here but what React escapes.
 */
export function DocumentView({ document, shift = 0 }: { document: RichDocument; shift?: Shift }) {
  return (
    <div className={styles['document']}>
      <Blocks content={document.content} shift={shift} />
    </div>
  )
}
