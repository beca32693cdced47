import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, Card, FormErrorSummary, Notice, Row, TextField } from '~/shared/ui'
import type { BatchPage } from '../../reports/batch-page'

export interface DownloadAnswer {
  message: string
  reason: string
}

/** The way to the file: a reason first, since identity numbers leave the portal with it. */
export function DownloadSection({ view, answer }: { view: BatchPage; answer: DownloadAnswer | undefined }) {
  const t = useOfficeT('reports')
  if (!view.mayDownload) {
    return (
      <Card>
        <h3>{t('download.title')}</h3>
        <p>{t('download.office')}</p>
      </Card>
    )
  }
  return (
    <Card>
      <h3 id="hamta">{t('download.title')}</h3>
      {view.reasonFirst && answer === undefined && (
        <Notice tone="lichen">
          <p>{t('download.first')}</p>
        </Notice>
      )}
      <Form method="post" action={paths.scbBatch(view.batch.batchId)} reloadDocument className="stack">
        <FormErrorSummary errors={answer === undefined ? undefined : { reason: answer.message }} />
        <p className="small">{t('download.text')}</p>
        <TextField
          label={t('download.reason')}
          name="reason"
          hint={t('download.hint')}
          defaultValue={answer?.reason ?? ''}
          error={answer?.message}
          maxLength={300}
          required
        />
        <Row>
          <Button name="form" value="csv">
            {t('download.csv')}
          </Button>
          <Button name="form" value="xlsx" variant="quiet">
            {t('download.xlsx')}
          </Button>
        </Row>
      </Form>
    </Card>
  )
}
