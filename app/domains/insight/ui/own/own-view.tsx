import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  Card,
  DataTable,
  FormErrorSummary,
  Grid,
  Page,
  PageHeader,
  Row,
  Section,
  Stack,
  TextField,
} from '~/shared/ui'
import styles from './own.module.css'
import { EraseAccount, EraseTraces } from './own-erase'
import type { OwnAnswer, OwnPage } from './own-page'

/** What the portal keeps about the reader: the copy, who has opened the data, and what goes when asked for. */
export function OwnView(props: { page: OwnPage; copyError: string | undefined; answer: OwnAnswer | undefined }) {
  const t = useOfficeT('own')
  const { page, copyError, answer } = props
  const errors = copyError === undefined ? answer?.errors : { copyPassword: copyError }
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: t('account'), to: paths.account() }, { label: t('title') }]}
        title={t('title')}
        lead={t('lead')}
      />
      <Stack gap="l">
        <FormErrorSummary errors={errors} />
        <Copy page={page} error={copyError} />
        <Looked looked={page.looked} />
        <EraseTraces page={page} answer={answer} />
        <EraseAccount page={page} answer={answer} />
      </Stack>
    </Page>
  )
}

function Copy({ page, error }: { page: OwnPage; error: string | undefined }) {
  const t = useOfficeT('own')
  return (
    <Section title={t('copy.title')}>
      <Grid columns={2}>
        <Card>
          <p>{t('copy.text')}</p>
          <p className="small">{t('copy.masked')}</p>
          <Row>
            <ButtonLink to={paths.ownDataFile('pdf')} document>
              {t('copy.pdf')}
            </ButtonLink>
            <ButtonLink to={paths.ownDataFile('json')} variant="quiet" document>
              {t('copy.json')}
            </ButtonLink>
          </Row>
        </Card>
        <Card>
          <h3>{t('copy.fullTitle')}</h3>
          <p>{t('copy.fullText')}</p>
          <Form method="post" action={paths.ownDataFile('json')} reloadDocument>
            <Stack>
              <TextField
                label={t('copy.password')}
                name="copyPassword"
                type="password"
                autoComplete="current-password"
                error={error}
              />
              <div>
                <Button variant="quiet">{t('copy.full')}</Button>
              </div>
            </Stack>
          </Form>
        </Card>
      </Grid>
      <details>
        <summary>{t('copy.parts')}</summary>
        <ul>
          {page.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      </details>
    </Section>
  )
}

function Looked({ looked }: { looked: OwnPage['looked'] }) {
  const t = useOfficeT('own')
  return (
    <Section title={t('looked.title')}>
      <p>{t('looked.text')}</p>
      {looked.length === 0 ? (
        <p>{t('looked.none')}</p>
      ) : (
        <DataTable caption={t('looked.title')}>
          <thead>
            <tr>
              <th scope="col">{t('looked.when')}</th>
              <th scope="col">{t('looked.who')}</th>
              <th scope="col">{t('looked.what')}</th>
              <th scope="col">{t('looked.why')}</th>
            </tr>
          </thead>
          <tbody>
            {looked.map((line, index) => (
              <tr key={`${line.at} ${index}`}>
                <td className={styles.nowrap}>{line.at}</td>
                <td>{line.who}</td>
                <td>{line.what}</td>
                <td>{line.why}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {looked.length === 50 && <p className="small">{t('looked.more')}</p>}
    </Section>
  )
}
