import { sizeText } from '~/domains/catalogue'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { Button, Row } from '~/shared/ui'
import { UploadBox, UploadLines } from '~/shared/upload/upload-lines'
import type { AssignmentPage } from '../../assignment/page'

/** What has begun to come, perhaps on another day or another machine, and is not on its way now. */
export function BegunFiles({ begun }: Pick<AssignmentPage, 'begun'>) {
  const t = useOfficeT('assignments')
  const language = useLanguage()
  if (begun.length === 0) return null
  return (
    <UploadLines label={t('files.sending.list')}>
      {begun.map(({ uploadId, fileName, received, bytes }) => (
        <UploadBox key={uploadId}>
          <p>
            <strong>{fileName}</strong>
          </p>
          <p className="small">
            {t('files.sending.begun', { received: sizeText(received, language), size: sizeText(bytes, language) })}
          </p>
          <Row>
            <Button name="intent" value={`give-up-${uploadId}`} variant="quiet">
              {t('files.sending.giveUp', { name: fileName })}
            </Button>
          </Row>
        </UploadBox>
      ))}
    </UploadLines>
  )
}
