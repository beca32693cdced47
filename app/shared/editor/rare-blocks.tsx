import type { ReactNode } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatBytes } from '~/shared/byte-size'
import { paths } from '~/shared/paths'
import { isExternal } from './addresses'
import type { Block, Blockquote, FileLink, LectureClip, Prompt, TaskList } from './document'
import { EmbedView } from './embed-view'
import { langAttributes } from './languages'
import { MathView } from './math-view'
import styles from './document-view.module.css'

type Show = (content: Block[], bare?: boolean) => ReactNode

function SourcedQuote({ block, show }: { block: Blockquote; show: Show }) {
  const { source, href, lang } = block.attrs ?? {}
  const rel = typeof href === 'string' && isExternal(href) ? { rel: 'noopener noreferrer' } : {}
  return (
    <figure className={styles['quote']}>
      <blockquote {...langAttributes(lang)}>{show(block.content)}</blockquote>
      <figcaption>
        <cite>
          {typeof href === 'string' ? (
            <a href={href} {...rel}>
              {source}
            </a>
          ) : (
            source
          )}
        </cite>
      </figcaption>
    </figure>
  )
}

function Tasks({ list, show }: { list: TaskList; show: Show }) {
  const t = useT('document')
  return (
    <ul className={styles['tasks']} {...langAttributes(list.attrs?.lang)}>
      {list.content.map((item, index) => (
        <li key={index} data-done={item.attrs.checked}>
          <span className={styles['state']}>{t(item.attrs.checked ? 'taskDone' : 'taskLeft')}</span>
          <div>{show(item.content, true)}</div>
        </li>
      ))}
    </ul>
  )
}

function FileCard({ file }: { file: FileLink }) {
  const language = useLanguage()
  const { src, name, kind, size } = file.attrs
  const facts = [
    ...(typeof kind === 'string' ? [kind.toUpperCase()] : []),
    ...(typeof size === 'number' ? [formatBytes(size, language)] : []),
  ]
  return (
    <p className={styles['card']}>
      <a href={src} download>
        {name}
        {facts.length > 0 && <span className={styles['facts']}> ({facts.join(', ')})</span>}
      </a>
    </p>
  )
}

/** ”1:05” or ”1:02:03”. */
function clock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${h > 0 ? `${h}:${String(m).padStart(2, '0')}` : m}:${String(s).padStart(2, '0')}`
}

function LectureCard({ clip }: { clip: LectureClip }) {
  const t = useT('document')
  const { slug, title, from, to } = clip.attrs
  const isClip = typeof from === 'number' || typeof to === 'number'
  const part =
    typeof to === 'number'
      ? t('clip', { from: clock(from ?? 0), to: clock(to) })
      : t('clipFrom', { from: clock(from ?? 0) })
  return (
    <p className={styles['card']}>
      <span className={styles['facts']}>{t('lecture')}</span>
      <a href={paths.lecture(slug, from ?? undefined)}>{title}</a>
      {isClip && <span className={styles['facts']}>{part}</span>}
    </p>
  )
}

function PromptCard({ block, show, slot }: { block: Prompt; show: Show; slot: ReactNode }) {
  const t = useT('document')
  return (
    <section className={styles['prompt']} aria-label={t('prompt')} {...langAttributes(block.attrs.lang)}>
      <p className={styles['calloutName']}>{t('prompt')}</p>
      {show(block.content)}
      {slot}
    </section>
  )
}

/** Blocks that few texts have. `show` shows the blocks inside them. */
export function RareBlock({
  block,
  show,
  prompt,
}: {
  block: Block
  show: Show
  prompt: ((prompt: Prompt) => ReactNode) | undefined
}): ReactNode {
  switch (block.type) {
    case 'blockquote':
      return <SourcedQuote block={block} show={show} />
    case 'taskList':
      return <Tasks list={block} show={show} />
    case 'prompt':
      return <PromptCard block={block} show={show} slot={prompt?.(block)} />
    case 'definition':
      return (
        <dl className={styles['definition']} {...langAttributes(block.attrs.lang)}>
          <dt>
            <dfn>{block.attrs.term}</dfn>
          </dt>
          <dd>{show(block.content)}</dd>
        </dl>
      )
    case 'file':
      return <FileCard file={block} />
    case 'lecture':
      return <LectureCard clip={block} />
    case 'embed':
      return <EmbedView {...block.attrs} />
    case 'formula':
      return <MathView {...block.attrs} />
    case 'details':
      return (
        <details className={styles['details']} {...langAttributes(block.attrs.lang)}>
          <summary>{block.attrs.summary}</summary>
          <div>{show(block.content)}</div>
        </details>
      )
    case 'columns':
      return (
        <div className={styles['columns']}>
          {block.content.map((column, index) => (
            <div key={index}>{show(column.content)}</div>
          ))}
        </div>
      )
    default:
      return null
  }
}
