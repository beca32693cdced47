import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDay, formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  Card,
  Grid,
  Notice,
  Page,
  PageHeader,
  Row,
  Section,
  Stack,
  TextArea,
  TextField,
} from '~/shared/ui'
import { type ImportPreviewShown, PreviewTable } from './import-preview'

export interface ImportPage {
  meetingId: string
  activity: string
  startsAt: Date
  endsAt: Date
  open: boolean
}

interface ImportAnswer {
  error: string | null
  /** The text of the file that was read, so that nothing is lost. */
  text: string
  preview: ImportPreviewShown | null
}

const notes = ['match', 'time', 'stays', 'protected', 'kept'] as const

function FileForm({ answer }: { answer: ImportAnswer | undefined }) {
  const t = useOfficeT('attendance')
  return (
    <Grid columns="main">
      <Form method="post" encType="multipart/form-data">
        <Stack>
          {answer?.error && (
            <Notice tone="granite" live>
              <p>{answer.error}</p>
            </Notice>
          )}
          <TextField
            type="file"
            name="file"
            label={t('import.file')}
            hint={t('import.fileHint')}
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          />
          <TextArea
            name="text"
            label={t('import.paste')}
            hint={t('import.pasteHint')}
            rows={6}
            spellCheck={false}
            defaultValue={answer?.text ?? ''}
          />
          <div>
            <Button name="intent" value="read">
              {t('import.read')}
            </Button>
          </div>
        </Stack>
      </Form>
      <Card as="section">
        <h2>{t('import.before')}</h2>
        <ul>
          {notes.map((note) => (
            <li key={note}>{t(`import.notes.${note}`)}</li>
          ))}
        </ul>
      </Card>
    </Grid>
  )
}

function Preview({ page, answer, preview }: { page: ImportPage; answer: ImportAnswer; preview: ImportPreviewShown }) {
  const t = useOfficeT('attendance')
  const ready = preview.rows.filter(({ proposed }) => proposed !== null).length
  const ask = preview.rows.filter((row) => row.proposed === null && row.marked !== 'same').length
  return (
    <Section title={t('import.preview')}>
      <Stack>
        {answer.error !== null && (
          <Notice tone="granite" live>
            <p>{answer.error}</p>
          </Notice>
        )}
        <p>
          {t('import.sum', { kind: t(`import.kind.${preview.kind}`), count: preview.rows.length })}{' '}
          {t('import.ready', { count: ready })} {ask > 0 && t('import.ask', { count: ask })}
        </p>
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="intent" value="apply" />
          <input type="hidden" name="text" value={answer.text} />
          <Stack>
            <PreviewTable preview={preview} time={page} />
            <Row>
              <Button>{t('import.apply')}</Button>
              <ButtonLink to={paths.attendanceImport(page.meetingId)} variant="quiet">
                {t('import.again')}
              </ButtonLink>
            </Row>
          </Stack>
        </Form>
        {preview.missing.length > 0 && (
          <p className="small">
            {t('import.missing', { count: preview.missing.length })} {preview.missing.join(', ')}.
          </p>
        )}
        <p className="small">{t('import.notes.protected')}</p>
      </Stack>
    </Section>
  )
}

/** Attendance from the file of a meeting in Teams or Zoom: choose the file, look at each row, enter. */
export function ImportView({ page, answer }: { page: ImportPage; answer: ImportAnswer | undefined }) {
  const t = useOfficeT('attendance')
  const preview = answer?.preview ?? null
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[{ label: page.activity, to: paths.attendance(page.meetingId) }, { label: t('import.title') }]}
        title={t('import.title')}
        eyebrow={`${formatDay(page.startsAt)} ${formatTime(page.startsAt)}–${formatTime(page.endsAt)}`}
        lead={t('import.lead')}
      />
      {!page.open ? (
        <Notice>
          <p>{t('import.closed')}</p>
        </Notice>
      ) : answer === undefined || preview === null ? (
        <FileForm answer={answer} />
      ) : (
        <Preview page={page} answer={answer} preview={preview} />
      )}
    </Page>
  )
}
