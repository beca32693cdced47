import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Button,
  Card,
  CheckboxField,
  DataTable,
  FormErrorSummary,
  Page,
  PageHeader,
  Row,
  Section,
  Stack,
  TextArea,
} from '~/shared/ui'
import { InformationPreview } from './information-text'

export interface VersionsPage {
  newest: { version: string; sv: string; en: string }
  versions: {
    version: string
    publishedOn: string | null
    publishedBy: string | null
    asksAgain: boolean
    acknowledged: number
  }[]
  projects: { diarienr: string; projectName: string; participants: number; waiting: number }[]
  canPublish: boolean
}

export interface VersionsAnswer {
  errors: Record<string, string>
  values: { sv: string; en: string; asksAgain: boolean }
  preview: boolean
}

/** The versions of the information to participants, who has not acknowledged, and the form of a new version. */
export function VersionsView({ page, answer }: { page: VersionsPage; answer: VersionsAnswer | undefined }) {
  const t = useOfficeT('information')
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[{ label: t('participants'), to: paths.participants() }, { label: t('crumb') }]}
        title={t('title')}
        lead={t('lead')}
        actions={
          <Link to={paths.noticeText()} reloadDocument>
            {t('read')}
          </Link>
        }
      />
      <Stack gap="l">
        <FormErrorSummary errors={answer?.errors} />
        <WaitingProjects projects={page.projects} />
        <Versions versions={page.versions} />
        {answer?.preview && (
          <Card as="section">
            <InformationPreview title={t('form.previewSv')} text={answer.values.sv} language="sv" />
            <InformationPreview title={t('form.previewEn')} text={answer.values.en} language="en" />
          </Card>
        )}
        {page.canPublish && <PublishForm page={page} answer={answer} />}
      </Stack>
    </Page>
  )
}

function WaitingProjects({ projects }: Pick<VersionsPage, 'projects'>) {
  const t = useOfficeT('information')
  const query = (diarienr: string) => `?${new URLSearchParams({ projekt: diarienr, information: 'nej' }).toString()}`
  return (
    <Section title={t('waiting.title')}>
      <DataTable caption={t('waiting.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('waiting.project')}</th>
            <th scope="col" className="number">
              {t('waiting.participants')}
            </th>
            <th scope="col" className="number">
              {t('waiting.waiting')}
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.length === 0 && (
            <tr>
              <td colSpan={3}>{t('waiting.none')}</td>
            </tr>
          )}
          {projects.map((project) => (
            <tr key={project.diarienr}>
              <th scope="row">
                {project.projectName} ({project.diarienr})
              </th>
              <td className="number">{project.participants}</td>
              <td className="number">
                {project.waiting === 0 ? (
                  0
                ) : (
                  <Link
                    to={paths.participants(query(project.diarienr))}
                    aria-label={t('waiting.show', { count: project.waiting, project: project.projectName })}
                  >
                    {project.waiting}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}

function Versions({ versions }: Pick<VersionsPage, 'versions'>) {
  const t = useOfficeT('information')
  return (
    <Section title={t('versions.title')}>
      <DataTable caption={t('versions.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('versions.version')}</th>
            <th scope="col">{t('versions.published')}</th>
            <th scope="col">{t('versions.by')}</th>
            <th scope="col">{t('versions.asks')}</th>
            <th scope="col" className="number">
              {t('versions.acknowledged')}
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((one) => (
            <tr key={one.version}>
              <th scope="row">
                <Link to={paths.noticeText(one.version)} reloadDocument>
                  {one.version}
                </Link>
              </th>
              <td>{one.publishedOn ?? t('versions.first')}</td>
              <td>{one.publishedBy ?? '–'}</td>
              <td>{t(one.asksAgain ? 'versions.yes' : 'versions.no')}</td>
              <td className="number">{one.acknowledged}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}

function PublishForm({ page, answer }: { page: VersionsPage; answer: VersionsAnswer | undefined }) {
  const t = useOfficeT('information')
  const { newest } = page
  const values = answer?.values ?? { sv: newest.sv, en: newest.en, asksAgain: true }
  return (
    <Section title={t('form.title')}>
      <Form method="post" key={newest.version}>
        <Stack>
          <p>{t('form.lead', { version: newest.version })}</p>
          <input type="hidden" name="basedOn" value={newest.version} />
          <TextArea
            label={t('form.sv')}
            hint={t('form.hint')}
            name="sv"
            rows={16}
            defaultValue={values.sv}
            error={answer?.errors['sv']}
          />
          <TextArea
            label={t('form.en')}
            hint={t('form.hint')}
            name="en"
            rows={16}
            lang="en"
            defaultValue={values.en}
            error={answer?.errors['en']}
          />
          <CheckboxField label={t('form.asks')} name="asksAgain" value="ja" defaultChecked={values.asksAgain} />
          <Row>
            <Button name="intent" value="preview" variant="quiet">
              {t('form.preview')}
            </Button>
            <Button name="intent" value="publish">
              {t('form.publish')}
            </Button>
          </Row>
        </Stack>
      </Form>
    </Section>
  )
}
