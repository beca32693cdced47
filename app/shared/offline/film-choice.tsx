import { useRef, useState } from 'react'
import { useOfflineT } from '~/i18n/use-offline-t'
import { useLanguage } from '~/i18n/use-t'
import { formatBytes } from '~/shared/byte-size'
import { Button, Notice, Progress, Row } from '~/shared/ui'
import type { Copy } from './keep-copy'
import { type Film, removeFilm, roomLeft, saveFilm } from './saving'

/** A film that may be saved too: how large it is, how far it has come, and the way to stop and to take it away. */
export function FilmChoice(given: {
  film: Film
  kept: Copy | undefined
  viewerKey: string
  course: string
  onChange: () => void
}) {
  const { film, kept, viewerKey, course, onChange } = given
  const t = useOfflineT()
  const language = useLanguage()
  const [bytes, setBytes] = useState<number>()
  const [fault, setFault] = useState<string>()
  const stop = useRef<AbortController>()
  const size = film.size === undefined ? undefined : formatBytes(film.size, language)

  async function save(): Promise<void> {
    const control = new AbortController()
    stop.current = control
    setFault(undefined)
    setBytes(0)
    const done = await saveFilm(viewerKey, course, film, setBytes, control.signal)
    setBytes(undefined)
    if (done === 'full') {
      const room = formatBytes((await roomLeft()) ?? 0, language)
      setFault(size === undefined ? t('save.full') : t('save.fullFilm', { size, room }))
    }
    if (done === 'unreachable' && !control.signal.aborted) setFault(t('save.unreachable'))
    onChange()
  }

  const progress = t('film.progress', { done: formatBytes(bytes ?? 0, language), total: size ?? '' })
  return (
    <div className="stack stack-s">
      <h3 className="save-title">{film.title}</h3>
      {fault !== undefined && (
        <Notice tone="granite" live>
          {fault}
        </Notice>
      )}
      {bytes !== undefined && (
        <>
          <p className="small">{progress}</p>
          <Progress value={bytes} max={film.size ?? 1} label={progress} />
        </>
      )}
      {kept !== undefined && bytes === undefined && (
        <p className="small" role="status">
          {t('film.saved', { size: formatBytes(kept.size, language) })}
        </p>
      )}
      <Row>
        {bytes !== undefined && (
          <Button type="button" variant="quiet" onClick={() => stop.current?.abort()}>
            {t('film.stop')}
          </Button>
        )}
        {bytes === undefined && kept === undefined && (
          <Button type="button" variant="quiet" onClick={() => void save()}>
            {size === undefined ? t('film.unknown') : t('film.save', { size })}
          </Button>
        )}
        {bytes === undefined && kept !== undefined && (
          <Button
            type="button"
            variant="quiet"
            onClick={() => void removeFilm(viewerKey, course, film.path).then(onChange)}
          >
            {t('film.remove')}
          </Button>
        )}
      </Row>
    </div>
  )
}
