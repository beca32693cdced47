import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, Card, Facts, FormErrorSummary, Grid, Page, PageHeader, Section, Stack } from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { attestationWanted } from '../../project/rules'
import { AidFormSection } from './aid-form'
import { GoalActions, GoalForm } from './goal-form'
import { GoalTable } from './goal-table'
import { PartnerFields } from './partner-fields'
import type { PartnerAnswer, PartnerPage } from './partner-page'

export function PartnerView({ page, answer }: { page: PartnerPage; answer: PartnerAnswer | undefined }) {
  const t = useOfficeT('partner')
  const words = useOfficeT('project')
  const { project, partner, may } = page
  const answerTo = (intent: string) => (answer?.intent === intent ? answer : undefined)
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[
          { label: words('title'), to: paths.project() },
          { label: project.diarienr, to: paths.project(project.diarienr) },
          { label: partner.name },
        ]}
        title={partner.name}
        lead={t('lead', {
          role: words(`roles.${partner.role}`),
          project: project.name,
          from: partner.startsOn ?? project.startsOn,
          to: partner.endsOn ?? project.endsOn,
        })}
      />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="overview" />
        <FormErrorSummary errors={answer?.errors} />
        <Grid columns="main">
          <Section title={t('goals')}>
            {page.goals.length === 0 ? <p>{words('goals.noneHere')}</p> : <GoalTable goals={page.goals} />}
            {may.keepGoals && <GoalActions page={page} />}
            {may.keepGoals && <GoalForm page={page} answer={answerTo('goal')} />}
          </Section>
          <Stack>
            <PartnerFacts page={page} />
            {may.keepPartner && <PartnerForm page={page} answer={answerTo('partner')} />}
          </Stack>
        </Grid>
        {page.aid !== null && (
          <Section title={t('aid.title')} id="statsstod">
            <AidFormSection aid={page.aid} mayKeep={may.keepPartner} answer={answerTo('aid')} />
          </Section>
        )}
      </Stack>
    </Page>
  )
}

function PartnerFacts({ page: { project, partner } }: { page: PartnerPage }) {
  const t = useOfficeT('partner')
  const words = useOfficeT('project')
  return (
    <Card as="section">
      <h2>{t('facts')}</h2>
      <Facts
        items={[
          { label: words('partners.role'), value: words(`roles.${partner.role}`) },
          { label: words('partners.from'), value: partner.startsOn ?? project.startsOn },
          { label: words('partners.to'), value: partner.endsOn ?? project.endsOn },
          {
            label: words('settings.attestation'),
            value: words(attestationWanted(project, partner) ? 'partners.yes' : 'partners.no'),
          },
          {
            label: t('municipalities'),
            value: partner.municipalities.map(({ name }) => name).join(', ') || words('partners.noMunicipalities'),
          },
        ]}
      />
      {partner.note !== null && <p className="small">{partner.note}</p>}
      <p>
        <Link to={paths.participants(`?projekt=${project.diarienr}&partner=${partner.slug}`)}>{t('participants')}</Link>
      </p>
    </Card>
  )
}

function PartnerForm({ page, answer }: { page: PartnerPage; answer: PartnerAnswer | undefined }) {
  const t = useOfficeT('partner')
  const { partner, project } = page
  const standing = {
    role: partner.role,
    startsOn: partner.startsOn ?? '',
    endsOn: partner.endsOn ?? '',
    partnerAttestation: partner.attestation === null ? '' : partner.attestation ? 'ja' : 'nej',
  }
  return (
    <Card as="section">
      <h2>{t('edit')}</h2>
      <Form method="post" key={JSON.stringify(standing)}>
        <Stack>
          <PartnerFields
            values={{ ...standing, ...answer?.values }}
            errors={answer?.errors ?? {}}
            isOwner={page.isOwner}
            projectAttestation={project.attestation}
          />
          <div>
            <Button name="intent" value="partner" variant="quiet">
              {t('save')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}
