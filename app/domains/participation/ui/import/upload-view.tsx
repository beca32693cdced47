import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  FormErrorSummary,
  Grid,
  Page,
  PageHeader,
  Row,
  Section,
  Stack,
  Tabs,
  TextField,
} from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import type { ImportState } from './import-page'
import { type ListedImport, type UploadPage, waitsDays } from './import-page'

export function UploadView({ page, errors }: { page: UploadPage; errors: Record<string, string> | undefined }) {
  const t = useOfficeT('participantImport')
  const { project, projects } = page
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t(page.everyone ? 'lead' : 'leadOwn', { project: project.name, diarienr: project.diarienr })}
        breadcrumbs={[
          { label: t('back'), to: paths.participants(`?projekt=${project.diarienr}`) },
          { label: t('title') },
        ]}
      />
      <ProjectTabs diarienr={project.diarienr} current="participants" />
      <Stack gap="l">
        {projects.length > 1 && (
          <Tabs
            label={t('projects')}
            items={projects.map(({ diarienr, name }) => ({
              label: name,
              to: paths.participantImport(`?projekt=${diarienr}`),
              active: diarienr === project.diarienr,
            }))}
          />
        )}
        <Grid columns="main">
          <UploadForm diarienr={project.diarienr} errors={errors} />
          <Templates />
        </Grid>
        <History imports={page.imports} everyone={page.everyone} />
      </Stack>
    </Page>
  )
}

function UploadForm({ diarienr, errors }: { diarienr: string; errors: Record<string, string> | undefined }) {
  const t = useOfficeT('participantImport')
  return (
    <Section title={t('upload.title')}>
      <Form method="post" action={paths.participantImport(`?projekt=${diarienr}`)} encType="multipart/form-data">
        <Stack>
          <FormErrorSummary errors={errors} />
          <TextField
            type="file"
            label={t('upload.file')}
            name="file"
            hint={t('upload.hint')}
            error={errors?.['file']}
            accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          />
          <div>
            <Button>{t('upload.submit')}</Button>
          </div>
          <p className="small">{t('upload.kept', { days: waitsDays })}</p>
        </Stack>
      </Form>
    </Section>
  )
}

function Templates() {
  const t = useOfficeT('participantImport')
  return (
    <Card as="section">
      <h2>{t('upload.templates')}</h2>
      <p>{t('upload.templatesText')}</p>
      <Row>
        <ButtonLink to={paths.participantTemplate('xlsx')} variant="quiet" document>
          {t('upload.xlsx')}
        </ButtonLink>
        <ButtonLink to={paths.participantTemplate('csv')} variant="quiet" document>
          {t('upload.csv')}
        </ButtonLink>
      </Row>
    </Card>
  )
}

const tones = { forhandsvisad: 'lichen', inford: 'ok', angrad: 'granite', avbruten: 'granite' } as const

export function StateBadge({ state }: { state: ImportState }) {
  const t = useOfficeT('participantImport')
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
}

function History({ imports, everyone }: { imports: ListedImport[]; everyone: boolean }) {
  const t = useOfficeT('participantImport')
  if (imports.length === 0)
    return (
      <Section title={t('history.title')}>
        <p>{t(everyone ? 'history.none' : 'history.noneOwn')}</p>
      </Section>
    )
  return (
    <Section title={t('history.title')}>
      <DataTable caption={t('history.caption', { count: imports.length })}>
        <thead>
          <tr>
            <th scope="col">{t('history.file')}</th>
            <th scope="col">{t('history.state')}</th>
            <th scope="col">{t('history.counts')}</th>
            <th scope="col">{t('history.who')}</th>
            <th scope="col">{t('history.when')}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.importId}>
              <th scope="row">
                <Link to={paths.participantImportStep(one.importId)}>{one.fileName}</Link>
              </th>
              <td>
                <StateBadge state={one.state} />
              </td>
              <td>
                {one.counts === null ? t('history.waiting', { count: one.rowCount }) : t('history.summary', one.counts)}
              </td>
              <td>{one.actorName}</td>
              <td>{one.createdAt}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}

export function NoProject() {
  const t = useOfficeT('participantImport')
  return (
    <Page>
      <PageHeader title={t('title')} />
      <EmptyState title={t('noProject.title')}>
        <p>{t('noProject.text')}</p>
      </EmptyState>
    </Page>
  )
}
