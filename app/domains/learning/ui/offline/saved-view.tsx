import { useCallback, useEffect, useRef, useState } from 'react'
import { useOfflineT } from '~/i18n/use-offline-t'
import { useLanguage } from '~/i18n/use-t'
import { formatBytes } from '~/shared/byte-size'
import { formatDateTime } from '~/shared/dates'
import { type SavedCourse, listSaved, removeCourse, removeFilm, roomLeft } from '~/shared/offline/saving'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, EmptyState, Notice, Page, PageHeader, Section } from '~/shared/ui'
import styles from './saved.module.css'

interface Kept {
  courses: SavedCourse[]
  /** Bytes that the browser has left; undefined where it does not say. */
  room: number | undefined
}

/** What one person has saved in this browser. It is read on the device: the server knows nothing of it. */
export function SavedView({ viewerKey }: { viewerKey: string }) {
  const t = useOfflineT()
  const language = useLanguage()
  const [kept, setKept] = useState<Kept>()
  const [isMissing, setIsMissing] = useState(false)
  const [removed, setRemoved] = useState<string>()
  const status = useRef<HTMLDivElement>(null)

  const look = useCallback(async () => {
    const courses = 'caches' in window ? await listSaved(viewerKey) : []
    setKept({ courses, room: 'caches' in window ? await roomLeft() : undefined })
  }, [viewerKey])
  useEffect(() => {
    setIsMissing(new URL(location.href).searchParams.has('saknas'))
    void look()
  }, [look])

  async function remove(title: string, work: Promise<void>): Promise<void> {
    await work
    await look()
    setRemoved(title)
    status.current?.focus()
  }

  const sum = kept?.courses.reduce((total, { size }) => total + size, 0) ?? 0
  return (
    <Page>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <noscript>
        <p className="notice notice-lichen">{t('list.noScript')}</p>
      </noscript>
      {isMissing && <Notice tone="lichen">{t('list.missing')}</Notice>}
      <div role="status" ref={status} tabIndex={-1}>
        {kept === undefined && <p className="small">{t('list.reading')}</p>}
        {removed !== undefined && <Notice tone="ok">{t('list.removed', { title: removed })}</Notice>}
      </div>
      {kept?.courses.length === 0 && (
        <EmptyState title={t('list.empty')}>
          <p>{t('list.emptyText')}</p>
          <ButtonLink to={paths.courses()}>{t('list.courses')}</ButtonLink>
        </EmptyState>
      )}
      {kept?.courses.map((saved) => (
        <Course key={saved.course} saved={saved} viewerKey={viewerKey} onRemove={remove} />
      ))}
      {kept !== undefined && kept.courses.length > 0 && (
        <p className="small">
          {t('list.sum', { size: formatBytes(sum, language) })}{' '}
          {kept.room !== undefined && t('list.room', { size: formatBytes(kept.room, language) })}
        </p>
      )}
    </Page>
  )
}

function Course({
  saved,
  viewerKey,
  onRemove,
}: {
  saved: SavedCourse
  viewerKey: string
  onRemove: (title: string, work: Promise<void>) => Promise<void>
}) {
  const t = useOfflineT()
  const language = useLanguage()
  const { course, title, pages, films } = saved
  return (
    <Section
      title={title}
      actions={
        <>
          <span className="small">{formatBytes(saved.size, language)}</span>{' '}
          <Button
            type="button"
            variant="quiet"
            aria-label={t('list.removeOf', { title })}
            onClick={() => void onRemove(title, removeCourse(viewerKey, course))}
          >
            {t('list.remove')}
          </Button>
        </>
      }
    >
      <ul className={styles['pages']}>
        {pages.map(({ path, title: lesson, size, at }) => (
          <li key={path}>
            <a href={path}>{lesson}</a>
            <span className="small">
              {t('list.pageLine', { time: formatDateTime(new Date(at)), size: formatBytes(size, language) })}
            </span>
          </li>
        ))}
        {films.map((film) => (
          <li key={film.path}>
            <span>{t('list.filmLine', { title: film.title, size: formatBytes(film.size, language) })}</span>
            <button
              type="button"
              className="link-button"
              aria-label={t('list.removeFilm', { title: film.title })}
              onClick={() => void onRemove(film.title, removeFilm(viewerKey, course, film.path))}
            >
              {t('list.remove')}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
