import { Form } from '@remix-run/react'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDay } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, Notice, Page, PageHeader, Section, SelectField } from '~/shared/ui'
import { FORM_FILE_BYTES, sizeText } from '../../media/rules'
import { acceptedEndings } from '../../media/sniff'
import { UploadBox, UploadLines } from '~/shared/upload/upload-lines'
import styles from './media.module.css'
import { type OpenLine, type UploadPlace, useRefusalText } from './upload-place'

const Uploader = lazy(async () => ({ default: (await import('./uploader')).Uploader }))

function PlainForm({ replaced, organisations, chosen, mostBytes }: UploadPlace) {
  const t = useOfficeT('media')
  const language = useLanguage()
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument className={styles.form}>
      {replaced === undefined ? (
        <SelectField
          label={t('uploadPage.organisation')}
          name="organisation"
          options={organisations}
          defaultValue={chosen}
        />
      ) : (
        <input type="hidden" name="replaces" value={replaced.mediaId} />
      )}
      <div className="field">
        <label htmlFor="media-file">{t('uploadPage.file')}</label>
        <p className="hint" id="media-file-hint">
          {t('uploadPage.plainHint', { size: sizeText(Math.min(FORM_FILE_BYTES, mostBytes), language) })}
        </p>
        <input
          id="media-file"
          className="input"
          type="file"
          name="file"
          accept={acceptedEndings}
          aria-describedby="media-file-hint"
          required
        />
      </div>
      <div>
        <Button>{t('uploadPage.send')}</Button>
      </div>
    </Form>
  )
}

function BegunUploads({ open }: { open: readonly OpenLine[] }) {
  const t = useOfficeT('media')
  const language = useLanguage()
  if (open.length === 0) return null
  return (
    <Section title={t('uploadPage.begun')}>
      <p>{t('uploadPage.begunLead')}</p>
      <UploadLines>
        {open.map(({ uploadId, fileName, received, bytes, expiresAt }) => (
          <UploadBox key={uploadId}>
            <p>
              {t('uploadPage.begunFile', {
                name: fileName,
                received: sizeText(received, language),
                size: sizeText(bytes, language),
                day: formatDay(new Date(expiresAt)),
              })}
            </p>
            <Form method="post">
              <Button name="avbryt" value={uploadId} variant="quiet">
                {t('uploadPage.giveUp', { name: fileName })}
              </Button>
            </Form>
          </UploadBox>
        ))}
      </UploadLines>
    </Section>
  )
}

/** Files come in here: resumable with script, an ordinary form without. */
export function UploadPage({ refusal, ...place }: UploadPlace & { refusal: string | undefined }) {
  const t = useOfficeT('media')
  const language = useLanguage()
  const refusalText = useRefusalText()
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const { replaced } = place
  const title = replaced === undefined ? t('uploadPage.title') : t('replace')
  const plain = <PlainForm {...place} />
  return (
    <Page>
      <PageHeader
        title={title}
        lead={
          replaced === undefined
            ? t('uploadPage.lead', { size: sizeText(place.mostBytes, language) })
            : t('replaceLead', { title: replaced.title })
        }
        breadcrumbs={[
          { label: t('title'), to: paths.media() },
          ...(replaced === undefined ? [] : [{ label: replaced.title, to: paths.mediaItem(replaced.mediaId) }]),
          { label: title },
        ]}
      />
      {refusal !== undefined && (
        <div role="alert">
          <Notice tone="granite">{refusalText(refusal)}</Notice>
        </div>
      )}
      {scripted ? (
        <Suspense fallback={plain}>
          <Uploader {...place} />
        </Suspense>
      ) : (
        plain
      )}
      <p className="small">{t('uploadPage.types')}</p>
      <BegunUploads open={place.open} />
    </Page>
  )
}
