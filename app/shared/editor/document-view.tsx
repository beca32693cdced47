import { createElement, Fragment, lazy, type ReactNode, Suspense } from 'react'
import { useT } from '~/i18n/use-t'
import type { Block, Prompt, RichDocument } from './document'
import { Inlines } from './inline-view'
import { langAttributes } from './languages'
import { TableView, tableLabel } from './table-view'
import styles from './document-view.module.css'

type Shift = 0 | 1 | 2

/** What the page puts in the place of blocks that belong to its reader. */
export interface Slots {
  /** The reader's own answer, under the question. */
  prompt?: (prompt: Prompt) => ReactNode
}

interface Place {
  shift: Shift
  slots: Slots
}

/** The server has these at once; a browser fetches them only for a text that has one, and keeps what the server sent till then. */
const RareBlock = import.meta.env.SSR
  ? (await import('./rare-blocks')).RareBlock
  : lazy(async () => ({ default: (await import('./rare-blocks')).RareBlock }))

function headingTag(level: number, shift: Shift): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  const tags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const
  return tags[Math.min(level - 2 + shift, 4)] ?? 'h6'
}

function BlockView({ block, bare, ...place }: { block: Block; bare: boolean } & Place): ReactNode {
  const t = useT('document')
  const show = (content: Block[], isBare = false) => <Blocks content={content} bare={isBare} {...place} />
  switch (block.type) {
    case 'paragraph':
      return bare && typeof block.attrs?.lang !== 'string' ? (
        <Inlines content={block.content} />
      ) : (
        <p {...langAttributes(block.attrs?.lang)}>
          <Inlines content={block.content} />
        </p>
      )
    case 'heading': {
      const { level, lang } = block.attrs
      const attributes = { 'data-level': level, ...langAttributes(lang) }
      return createElement(headingTag(level, place.shift), attributes, <Inlines content={block.content} />)
    }
    case 'bulletList':
    case 'orderedList': {
      const lang = langAttributes(block.attrs?.lang)
      const items = block.content.map((item, index) => <li key={index}>{show(item.content, true)}</li>)
      return block.type === 'bulletList' ? (
        <ul {...lang}>{items}</ul>
      ) : (
        <ol start={block.attrs?.start ?? 1} {...lang}>
          {items}
        </ol>
      )
    }
    case 'blockquote':
      if (typeof block.attrs?.source === 'string') break
      return <blockquote {...langAttributes(block.attrs?.lang)}>{show(block.content)}</blockquote>
    case 'callout':
      return (
        <div
          className={styles['callout']}
          data-kind={block.attrs.kind}
          role="note"
          {...langAttributes(block.attrs.lang)}
        >
          <p className={styles['calloutName']}>{t(block.attrs.kind)}</p>
          {show(block.content)}
        </div>
      )
    case 'horizontalRule':
      return <hr />
    case 'table':
      return (
        <TableView
          table={block}
          label={t('table', { columns: tableLabel(block) })}
          show={(content) => show(content, true)}
        />
      )
    case 'image': {
      const { src, alt, title, width, height, credit, decorative, lang } = block.attrs
      const size = { ...(width === null ? {} : { width }), ...(height === null ? {} : { height }) }
      return (
        <figure {...langAttributes(lang)}>
          <img src={src} alt={decorative === true ? '' : alt} {...size} loading="lazy" decoding="async" />
          {(title !== null || typeof credit === 'string') && (
            <figcaption>
              {title}
              {typeof credit === 'string' && <span className={styles['credit']}>{t('credit', { credit })}</span>}
            </figcaption>
          )}
        </figure>
      )
    }
    case 'taskList':
    case 'prompt':
    case 'definition':
    case 'file':
    case 'lecture':
    case 'embed':
    case 'formula':
    case 'details':
    case 'columns':
      break
  }
  return (
    <Suspense>
      <RareBlock block={block} show={show} prompt={place.slots.prompt} />
    </Suspense>
  )
}

/** `bare` leaves out the paragraph tag of a cell or list item that has only one paragraph. */
function Blocks({ content, bare = false, ...place }: { content: Block[]; bare?: boolean } & Place) {
  const isBare = bare && content.filter((block) => block.type === 'paragraph').length <= 1
  return content.map((block, index) => (
    <Fragment key={index}>
      <BlockView block={block} bare={isBare} {...place} />
    </Fragment>
  ))
}

/**
 * Shows a stored document; the same on server and in browser. Headings begin at h2: `shift` moves them right when the
 * text stands under a heading of the page. Only documents that passed `checkDocument` are stored, so nothing is escaped
 * here but what React escapes.
 */
export function DocumentView({
  document,
  shift = 0,
  slots = {},
}: {
  document: RichDocument
  shift?: Shift
  slots?: Slots
}) {
  return (
    <div className={styles['document']}>
      <Blocks content={document.content} shift={shift} slots={slots} />
    </div>
  )
}
