import { useId, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Row } from '~/shared/ui'
import type { LibraryKind } from '../nodes/spec'
import { type LibraryItem, useLibrary } from './library'
import styles from './writing.module.css'

type Found =
  { state: 'idle' | 'busy' } | { state: 'failed'; message?: string } | { state: 'found'; items: LibraryItem[] }

/** Finds things of the media library for a block, or stores a new one there; nothing where there is no library. */
export function LibrarySearch({ kind, onChoose }: { kind: LibraryKind; onChoose: (item: LibraryItem) => void }) {
  const t = useOfficeT('editor')
  const library = useLibrary()
  const id = useId()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found>({ state: 'idle' })
  if (library === undefined) return null
  const { search, upload } = library

  async function look(): Promise<void> {
    setFound({ state: 'busy' })
    try {
      setFound({ state: 'found', items: await search(kind, query) })
    } catch {
      setFound({ state: 'failed' })
    }
  }

  async function store(file: File | undefined): Promise<void> {
    if (file === undefined || upload === undefined) return
    setFound({ state: 'busy' })
    try {
      onChoose(await upload(kind, file))
      setFound({ state: 'idle' })
    } catch (fault) {
      setFound({ state: 'failed', ...(fault instanceof Error ? { message: fault.message } : {}) })
    }
  }

  return (
    <div className={styles['library']}>
      <div className="field">
        <label htmlFor={id}>{t(`library.${kind}`)}</label>
        <Row>
          <input
            id={id}
            className="input"
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              void look()
            }}
          />
          <Button type="button" variant="quiet" onClick={() => void look()}>
            {t('library.search')}
          </Button>
        </Row>
      </div>
      {upload !== undefined && kind !== 'lecture' && (
        <div className="field">
          <label htmlFor={`${id}-file`}>{t('library.upload')}</label>
          <input
            id={`${id}-file`}
            type="file"
            accept={kind === 'picture' ? 'image/*' : undefined}
            onChange={(event) => void store(event.target.files?.[0])}
          />
        </div>
      )}
      <p role="status" className="hint">
        {found.state === 'failed' && (found.message ?? t('library.failed'))}
        {found.state === 'busy' && t('library.uploading')}
        {found.state === 'found' &&
          (found.items.length === 0 ? t('library.none') : t('library.found', { count: found.items.length }))}
      </p>
      {found.state === 'found' && found.items.length > 0 && (
        <ul className={styles['found']}>
          {found.items.map((item, index) => (
            <li key={index}>
              <button
                type="button"
                onClick={() => onChoose(item)}
                aria-label={t('library.choose', { title: item.title })}
              >
                {item.title}
                {item.detail !== undefined && <span> {item.detail}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
