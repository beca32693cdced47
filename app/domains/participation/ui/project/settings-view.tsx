import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Button,
  Card,
  DataTable,
  FormErrorSummary,
  Grid,
  Notice,
  Page,
  PageHeader,
  Section,
  SelectField,
  Stack,
  TextField,
} from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { PartnerFields } from './partner-fields'
import { PartnerTable } from './partner-table'
import { RulesForm } from './rules-form'
import type { ProjectSettingsPage, SettingsAnswer } from './settings-page'
import styles from '../table.module.css'

export function ProjectSettingsView(props: { page: ProjectSettingsPage; answer: SettingsAnswer | undefined }) {
  const t = useOfficeT('project')
  const { page, answer } = props
  const { project } = page
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[
          { label: t('title'), to: paths.project() },
          { label: project.diarienr, to: paths.project(project.diarienr) },
          { label: t('settings.title') },
        ]}
        title={t('settings.title')}
        lead={t('settings.lead', { project: project.name })}
      />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="settings" />
        <FormErrorSummary errors={answer?.errors} />
        <Section title={t('settings.rules')}>
          <p className="lead">{t('settings.rulesLead')}</p>
          <RulesForm rules={page.rules} answer={answer?.intent === 'rules' ? answer : undefined} />
        </Section>
        <Section title={t('settings.period')}>
          <Period page={page} />
        </Section>
        <Section title={t('settings.partners')}>
          {page.partners.length > 0 && <PartnerTable project={project} partners={page.partners} />}
          <AddPartner page={page} answer={answer?.intent === 'partner' ? answer : undefined} />
        </Section>
        <Section title={t('settings.changes')}>
          <Changes changes={page.changes} />
        </Section>
      </Stack>
    </Page>
  )
}

function Period({ page: { project, tried } }: { page: ProjectSettingsPage }) {
  const t = useOfficeT('project')
  return (
    <Card>
      <p>{t('settings.periodText', { from: project.startsOn, to: project.endsOn })}</p>
      <Form method="get">
        <Grid columns={2}>
          <Stack>
            <TextField
              label={t('settings.tryDay')}
              name="dag"
              hint={t('settings.tryHint')}
              defaultValue={tried?.day ?? ''}
              maxLength={12}
              inputMode="numeric"
              autoComplete="off"
            />
            <div>
              <Button variant="quiet">{t('settings.try')}</Button>
            </div>
          </Stack>
        </Grid>
      </Form>
      {tried !== null && (
        <Notice live>
          <p>{tried.text}</p>
        </Notice>
      )}
    </Card>
  )
}

function AddPartner({ page, answer }: { page: ProjectSettingsPage; answer: SettingsAnswer | undefined }) {
  const t = useOfficeT('project')
  return (
    <Card>
      <h3>{t('settings.addPartner')}</h3>
      <Form method="post" key={page.partners.length}>
        <Stack>
          <SelectField
            label={t('settings.organisation')}
            name="organisation"
            error={answer?.errors['organisation']}
            defaultValue={answer?.values['organisation'] ?? ''}
            options={[
              { value: '', label: t('settings.choose') },
              ...page.candidates.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
          <PartnerFields
            values={answer?.values ?? {}}
            errors={answer?.errors ?? {}}
            isOwner={false}
            projectAttestation={page.project.attestation}
          />
          <div>
            <Button name="intent" value="partner" variant="quiet">
              {t('settings.add')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}

const told = [
  'project.rules-changed',
  'project.partner-added',
  'project.partner-changed',
  'project.goal-added',
  'project.goal-changed',
  'project.goal-closed',
  'project.goal-reopened',
  'project.aid-form-changed',
  'retention.applied',
] as const

function Changes({ changes }: { changes: ProjectSettingsPage['changes'] }) {
  const t = useOfficeT('project')
  if (changes.length === 0) return <p>{t('settings.noChanges')}</p>
  return (
    <DataTable caption={t('settings.change.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('settings.change.when')}</th>
          <th scope="col">{t('settings.change.who')}</th>
          <th scope="col">{t('settings.change.what')}</th>
          <th scope="col">{t('settings.change.before')}</th>
          <th scope="col">{t('settings.change.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.flatMap((change) =>
          change.lines.map((line) => (
            <tr key={`${change.auditEventId} ${line.field}`}>
              <td className={styles.nowrap}>{change.happenedAt}</td>
              <td>{change.actor ?? '–'}</td>
              <td>
                {t(`settings.change.${told.find((name) => name === change.action) ?? 'other'}`)}
                {change.partner !== null && ` (${change.partner})`}: {line.field}
              </td>
              <td>{line.before}</td>
              <td>{line.after}</td>
            </tr>
          )),
        )}
      </tbody>
    </DataTable>
  )
}
