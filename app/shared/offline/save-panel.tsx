import { useCallback, useEffect, useState } from 'react'
import { useOfflineT } from '~/i18n/use-offline-t'
import { useLanguage } from '~/i18n/use-t'
import { formatBytes } from '~/shared/byte-size'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, Notice, Progress, Row } from '~/shared/ui'
import { FilmChoice } from './film-choice'
import {
  type Film,
  type SavedCourse,
  type SaveOfflineProps,
  type SavedPage,
  type Saving,
  listFilms,
  listSaved,
  savePages,
} from './saving'

/** The pages to save: the course's own first, then the lesson or all lessons. */
function pagesOf({ course, lessons }: SaveOfflineProps, only?: string): SavedPage[] {
  const chosen = lessons.flatMap(({ slug, title }, index) =>
    (only ?? slug) === slug ? [{ path: paths.lesson(course.slug, slug), title, place: index + 1 }] : [],
  )
  return [{ path: paths.course(course.slug), title: course.title, place: 0 }, ...chosen]
}

/** Saves a lesson or a course on this device, with progress; films by choice. */
export function SavePanel(props: SaveOfflineProps) {
  const { viewerKey, course, lessons, lesson } = props
  const t = useOfflineT()
  const language = useLanguage()
  const [saved, setSaved] = useState<SavedCourse>()
  const [films, setFilms] = useState<Film[]>([])
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  const [fault, setFault] = useState<Exclude<Saving, 'saved'>>()

  const look = useCallback(async () => {
    const [found] = await listSaved(viewerKey, course.slug)
    setSaved(found)
    if (found !== undefined) setFilms(await listFilms(viewerKey, course.slug))
  }, [viewerKey, course.slug])
  useEffect(() => void look().catch(() => undefined), [look])

  async function save(only?: string): Promise<void> {
    const pages = pagesOf(props, only)
    setFault(undefined)
    setProgress({ done: 0, total: pages.length })
    const done = await savePages(viewerKey, course.slug, pages, (index) =>
      setProgress({ done: index + 1, total: pages.length }),
    ).catch(() => 'unreachable' as const)
    setProgress(undefined)
    if (done !== 'saved') setFault(done)
    await look()
  }

  const shown = saved?.pages.find(({ path }) => lesson !== undefined && path === paths.lesson(course.slug, lesson))
  const isWhole = saved !== undefined && saved.pages.length >= lessons.length
  const place = lessons.findIndex(({ slug }) => slug === lesson) + 1
  const offered = films.filter((film) => lesson === undefined || film.place === place)
  return (
    <section className="card stack stack-s no-print" aria-labelledby="spara">
      <h2 id="spara" className="save-title">
        {t('save.title')}
      </h2>
      <div role="status">
        {progress !== undefined && (
          <>
            <p className="small">{t('save.progress', progress)}</p>
            <Progress value={progress.done} max={progress.total} label={t('save.progress', progress)} />
          </>
        )}
        {progress === undefined && saved !== undefined && (
          <p className="small">
            {shown !== undefined &&
              t('save.saved', {
                time: formatDateTime(new Date(shown.at)),
                size: formatBytes(shown.size, language),
              })}{' '}
            {t('save.lessons', { count: saved.pages.length, total: lessons.length })}{' '}
            <a href={paths.saved()}>{t('save.list')}</a>
          </p>
        )}
        {fault !== undefined && <Notice tone="granite">{t(`save.${fault}`)}</Notice>}
      </div>
      <p className="small">
        {saved === undefined && t('save.text')} {t('save.shared')}
      </p>
      <Row>
        {lesson !== undefined && (
          <Button type="button" variant="quiet" disabled={progress !== undefined} onClick={() => void save(lesson)}>
            {shown === undefined ? t('save.lesson') : t('save.again')}
          </Button>
        )}
        {!(lesson !== undefined && isWhole) && (
          <Button type="button" variant="quiet" disabled={progress !== undefined} onClick={() => void save()}>
            {isWhole ? t('save.again') : t('save.course')}
          </Button>
        )}
      </Row>
      {offered.map((film) => (
        <FilmChoice
          key={film.path}
          film={film}
          kept={saved?.films.find(({ path }) => path === film.path)}
          viewerKey={viewerKey}
          course={course.slug}
          onChange={() => void look()}
        />
      ))}
    </section>
  )
}
