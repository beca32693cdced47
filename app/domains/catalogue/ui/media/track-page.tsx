import { Form } from '@remix-run/react'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Page, PageHeader, Row, TextArea } from '~/shared/ui'
import { printVtt } from '~/shared/video/caption-file'
import type { TrackFailure, TrackPlace } from './track-place'
import { useLanguageName } from './track-section'
import styles from './media.module.css'

const CueEditor = lazy(async () => ({ default: (await import('./cue-editor')).CueEditor }))

function PlainForm({ place, failed }: { place: TrackPlace; failed: TrackFailure | undefined }) {
  const t = useOfficeT('captioning')
  return (
    <Form method="post" className={styles.form} reloadDocument>
      <input type="hidden" name="version" value={place.version ?? ''} />
      {failed !== undefined && (
        <div className="form-errors" role="alert">
          <ul>
            {failed.errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
          {failed.stored !== undefined && <pre className={styles.stored}>{failed.stored}</pre>}
        </div>
      )}
      <TextArea
        label={t('editor.plainField')}
        name="text"
        className={`input ${styles.area ?? ''}`}
        defaultValue={failed?.text ?? printVtt(place.cues)}
        hint={t('editor.plainLead')}
        spellCheck={false}
      />
      <div>
        <Button>{t('editor.plainSave')}</Button>
      </div>
    </Form>
  )
}

/** One text of a recording: line by line beside the picture with script, as one text without it. */
export function TrackPage({ failed, ...place }: TrackPlace & { failed: TrackFailure | undefined }) {
  const t = useOfficeT('captioning')
  const nameOf = useLanguageName()
  const { name, recording } = place
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const title = t('editor.title', { kind: t(`texts.${name.kind}`), language: nameOf(name.language) })
  const file = (form: 'vtt' | 'txt') => paths.mediaTrackFile(name.mediaId, name.kind, name.language, form)
  const plain = <PlainForm place={place} failed={failed} />
  const isStored = place.version !== null
  return (
    <Page width="wide">
      <PageHeader
        title={title}
        breadcrumbs={[{ label: recording.title, to: paths.mediaItem(name.mediaId) }, { label: title }]}
        actions={
          isStored && (
            <>
              <ButtonLink to={file('vtt')} variant="quiet" document>
                {t('editor.vtt')}
              </ButtonLink>
              <ButtonLink to={file('txt')} variant="quiet" document>
                {t('editor.txt')}
              </ButtonLink>
            </>
          )
        }
      />
      {scripted && failed === undefined ? (
        <Suspense fallback={plain}>
          <CueEditor {...place} />
        </Suspense>
      ) : (
        plain
      )}
      {isStored && (
        <Row>
          <details>
            <summary>{t('editor.remove')}</summary>
            <Form method="post">
              <Button name="intent" value="remove" variant="quiet">
                {t('editor.remove')}
              </Button>
            </Form>
          </details>
        </Row>
      )}
    </Page>
  )
}
