import { Link, useRevalidator } from '@remix-run/react'
import { useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Notice, SelectField } from '~/shared/ui'
import type { Startable } from '~/shared/upload/resumable'
import { UploadLine, UploadLines } from '~/shared/upload/upload-lines'
import { sizeText } from '../../media/rules'
import { acceptedEndings, promisedType } from '../../media/sniff'
import styles from './media.module.css'
import { startableMuxUpload } from './mux-upload'
import { useRefusalText, type UploadPlace } from './upload-place'
import { type OnItsWay, startableUpload } from './uploads'

function StateWords({ line }: { line: OnItsWay }) {
  const t = useOfficeT('media')
  const language = useLanguage()
  const refusalText = useRefusalText()
  const percent = Math.floor((100 * line.sent) / Math.max(1, line.bytes))
  const { state } = line
  switch (state.kind) {
    case 'waiting':
      return <p className="small">{t('uploadPage.waiting')}</p>
    case 'paused':
      return <p className="small">{t('uploadPage.paused', { percent })}</p>
    case 'lost':
      return <Notice tone="lichen">{t('uploadPage.lost')}</Notice>
    case 'refused':
      return <Notice tone="granite">{refusalText(state.word)}</Notice>
    case 'done':
      return (
        <p>
          {t('uploadPage.done')}.{' '}
          <Link to={paths.mediaItem(state.mediaId)}>{t('uploadPage.toItem', { name: line.name })}</Link>
        </p>
      )
    case 'sending': {
      const size = { sent: sizeText(line.sent, language), size: sizeText(line.bytes, language) }
      return (
        <p className="small">
          {state.continued && `${t('uploadPage.continued')} `}
          {t('uploadPage.words', { percent, ...size })}
        </p>
      )
    }
  }
}

function Line({ line, onPause, onStart }: { line: OnItsWay; onPause: () => void; onStart: () => void }) {
  const t = useOfficeT('media')
  const { kind } = line.state
  const isActive = kind === 'sending' || kind === 'lost'
  const mayTryAgain = line.state.kind === 'refused' && ['failed', 'signed-out'].includes(line.state.word)
  const goesOn = kind === 'paused' || mayTryAgain
  const hasBar = kind !== 'done' && (kind !== 'refused' || mayTryAgain)
  return (
    <UploadLine
      name={line.name}
      bar={hasBar ? { value: line.sent, max: line.bytes, label: t('uploadPage.bar', { name: line.name }) } : undefined}
      isTold={kind !== 'sending'}
      button={
        isActive || goesOn
          ? {
              label: t(isActive ? 'uploadPage.pause' : 'uploadPage.resume', { name: line.name }),
              press: isActive ? onPause : onStart,
            }
          : undefined
      }
    >
      <StateWords line={line} />
    </UploadLine>
  )
}

/** Resumable uploads, one after another: a bar and words for each, and a button that pauses or goes on. */
export function Uploader({ replaced, organisations, chosen, open, mostBytes, filmsToMux }: UploadPlace) {
  const t = useOfficeT('media')
  const [organisationId, setOrganisation] = useState(chosen)
  const [lines, setLines] = useState<OnItsWay[]>([])
  const uploads = useRef(new Map<string, Startable>())
  const queue = useRef(Promise.resolve())
  const revalidator = useRevalidator()

  const change = (key: string, to: Partial<OnItsWay>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...to } : line)))

  function add(files: readonly File[]) {
    for (const file of files) {
      const key = crypto.randomUUID()
      const line: OnItsWay = { key, name: file.name, bytes: file.size, sent: 0, state: { kind: 'waiting' } }
      if (file.size > mostBytes || file.size === 0) {
        const word = file.size === 0 ? 'empty' : 'too-large'
        setLines((before) => [...before, { ...line, state: { kind: 'refused', word } }])
        continue
      }
      setLines((before) => [...before, line])
      const place = { organisationId, replaces: replaced?.mediaId, open }
      const tell = (to: Partial<OnItsWay>) => change(key, to)
      const isFilm = filmsToMux && replaced === undefined && promisedType(file.name)?.kind === 'video'
      const upload = isFilm ? startableMuxUpload(file, organisationId, tell) : startableUpload(file, place, tell)
      uploads.current.set(key, upload)
      queue.current = queue.current.then(() => {
        upload.start()
        return upload.finished.then(() => revalidator.revalidate())
      })
    }
  }

  return (
    <div className={styles.form}>
      {replaced === undefined && organisations.length > 1 && (
        <SelectField
          label={t('uploadPage.organisation')}
          name="organisation"
          options={organisations}
          value={organisationId}
          onChange={(event) => setOrganisation(event.currentTarget.value)}
        />
      )}
      <div className="field">
        <label htmlFor="media-files">{t(replaced === undefined ? 'uploadPage.choose' : 'uploadPage.chooseOne')}</label>
        <input
          id="media-files"
          className="input"
          type="file"
          multiple={replaced === undefined}
          accept={acceptedEndings}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </div>
      {lines.length > 0 && (
        <UploadLines label={t('uploadPage.list')}>
          {lines.map((line) => (
            <Line
              key={line.key}
              line={line}
              onPause={() => uploads.current.get(line.key)?.pause()}
              onStart={() => uploads.current.get(line.key)?.start()}
            />
          ))}
        </UploadLines>
      )}
    </div>
  )
}
