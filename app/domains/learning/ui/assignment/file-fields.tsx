import { Suspense, lazy, useEffect, useState } from 'react'
import { acceptedEndings, FORM_FILE_BYTES, sizeText, WORK_FILE_BYTES } from '~/domains/catalogue'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, Row } from '~/shared/ui'
import type { AssignmentPage } from '../../assignment/page'
import { BegunFiles } from './begun-files'
import type { WorkSenderProps } from './work-sender'

const WorkSender = lazy(async () => ({ default: (await import('./work-sender')).WorkSender }))

/** The files of a work: sent piece by piece where scripts run, and with the form where they do not. */
export function FileFields(props: WorkSenderProps) {
  const { attached, begun, mostFiles } = props.assignment
  const t = useOfficeT('assignments')
  const language = useLanguage()
  const [isScripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const plain = <PlainField attached={attached} />
  const most = sizeText(isScripted ? WORK_FILE_BYTES : FORM_FILE_BYTES, language)
  return (
    <fieldset className="fieldset">
      <legend>{t('files.title')}</legend>
      <p className="hint" id="files-rules">
        {t('files.most', { count: mostFiles })} {t('files.rules', { size: most })}
      </p>
      {attached.length > 0 && (
        <ul className="plain-list stack stack-s">
          {attached.map(({ fileId, name, bytes }) => (
            <li key={fileId}>
              <Row>
                <a href={paths.submissionFile(fileId)} download>
                  {name}
                </a>
                <span className="small">{sizeText(bytes, language)}</span>
                <Button name="intent" value={`remove-${fileId}`} variant="quiet">
                  {t('files.remove')} <span className="visually-hidden">{name}</span>
                </Button>
              </Row>
            </li>
          ))}
        </ul>
      )}
      {isScripted ? (
        <Suspense fallback={attached.length < mostFiles ? plain : null}>
          <WorkSender {...props} />
        </Suspense>
      ) : (
        <>
          <BegunFiles begun={begun} />
          {attached.length < mostFiles && plain}
        </>
      )}
    </fieldset>
  )
}

function PlainField({ attached }: Pick<AssignmentPage, 'attached'>) {
  const t = useOfficeT('assignments')
  return (
    <div className="field">
      <label htmlFor="field-file">{t('files.choose')}</label>
      <Row>
        {/* Begins anew when its file has been taken, which would be sent again otherwise. */}
        <input
          key={attached.map(({ fileId }) => fileId).join()}
          id="field-file"
          type="file"
          name="file"
          className="input"
          accept={acceptedEndings}
          aria-describedby="files-rules"
        />
        <Button name="intent" value="upload" variant="quiet">
          {t('files.upload')}
        </Button>
      </Row>
    </div>
  )
}
