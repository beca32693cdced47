import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDateTime, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import {
  Button,
  ButtonLink,
  Card,
  CheckboxField,
  DataTable,
  FormErrorSummary,
  Page,
  PageHeader,
  Section,
  SelectField,
  Stack,
  TextField,
} from '~/shared/ui'
import { documentKinds } from '../../bundle/model'
import type { EvidencePage } from '../../bundle/page'
import styles from './evidence.module.css'

/** Where an auditor or the office takes out the evidence of a project, or of one participant in it. */
export function EvidenceView({ page, fault }: { page: EvidencePage; fault: boolean }) {
  const t = useOfficeT('bundle')
  const { project } = page
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead', project)}
        actions={
          <ButtonLink to={paths.auditLogOf('projekt', project.diarienr)} variant="quiet">
            {t('log.link')}
          </ButtonLink>
        }
      />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="evidence" />
        <TakeForm page={page} fault={fault} />
        <Section title={t('contents')}>
          <ul>
            {documentKinds.map((kind) => (
              <li key={kind}>{t(`items.${kind}`)}</li>
            ))}
          </ul>
          <p>{t('protectedNote')}</p>
        </Section>
        <Section title={t('check')}>
          <p>{t('checkText')}</p>
          <p>
            <code>{t('checkCommand')}</code>
          </p>
        </Section>
        <Taken page={page} />
      </Stack>
    </Page>
  )
}

function TakeForm({
  page: { project, months, person, mayTakeNumbers },
  fault,
}: {
  page: EvidencePage
  fault: boolean
}) {
  const t = useOfficeT('bundle')
  const language = useLanguage()
  const error = fault ? t('fault.reason') : undefined
  return (
    <Section title={t('take')} id="ta-ut">
      <Card>
        <Form method="post" action={paths.evidenceBundle(project.diarienr)} reloadDocument className="stack">
          <FormErrorSummary errors={error === undefined ? undefined : { reason: error }} />
          {person !== null && (
            <p>
              <strong>{t('personOnly', { name: person.name })}</strong>{' '}
              <Link to={paths.evidence(project.diarienr)}>{t('everybody')}</Link>
              <input type="hidden" name="participationId" value={person.participationId} />
            </p>
          )}
          <SelectField
            label={t('month')}
            name="month"
            options={[
              { value: '', label: t('allMonths') },
              ...months.map((month) => ({ value: month, label: formatMonth(month, language) })),
            ]}
          />
          {mayTakeNumbers && person === null && (
            <CheckboxField name="numbers" value="ja" label={t('numbers')} hint={t('numbersHint')} />
          )}
          <TextField
            label={t('reason')}
            name="reason"
            hint={t('reasonHint')}
            error={error}
            minLength={10}
            maxLength={300}
            required
          />
          <div>
            <Button>{t('submit')}</Button>
          </div>
          <p className="small">{t('submitNote')}</p>
        </Form>
      </Card>
    </Section>
  )
}

function Taken({ page: { taken } }: { page: EvidencePage }) {
  const t = useOfficeT('bundle')
  const language = useLanguage()
  const what = ({ months }: EvidencePage['taken'][number]) =>
    months.length === 1 ? formatMonth(months[0] ?? '', language) : t('allMonths')
  return (
    <Section title={t('logTitle')}>
      {taken.length === 0 ? (
        <p>{t('logNone')}</p>
      ) : (
        <DataTable caption={t('logCaption')}>
          <thead>
            <tr>
              {(['logAt', 'logBy', 'logReason', 'logWhat', 'logSeal'] as const).map((heading) => (
                <th key={heading} scope="col">
                  {t(heading)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {taken.map((one) => (
              <tr key={`${one.at.toISOString()} ${one.by}`}>
                <th scope="row" className={styles['at']}>
                  {formatDateTime(one.at)}
                </th>
                <td>{one.by}</td>
                <td>{one.reason}</td>
                <td>
                  {what(one)}
                  {one.participationId !== null && (
                    <>
                      {', '}
                      <Link to={paths.participant(one.participationId)}>{t('page.person')}</Link>
                    </>
                  )}
                </td>
                <td>
                  {one.manifestSha256 === null ? (
                    t('logRunning')
                  ) : (
                    <code className={styles['seal']}>{one.manifestSha256}</code>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  )
}
