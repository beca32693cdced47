import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatMinutes, formatMonth, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, Card, Facts, Grid, Page, PageHeader, Progress, Section, Stack } from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { GoalTable } from './goal-table'
import { PartnerTable } from './partner-table'
import type { ProjectOverview } from './project-page'

export function ProjectOverviewView({ view }: { view: ProjectOverview }) {
  const t = useOfficeT('project')
  const papers = useOfficeT('papers')
  const { project, goals, partners } = view
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[{ label: t('title'), to: paths.project() }, { label: project.diarienr }]}
        title={project.name}
        lead={t('overview.lead', { diarienr: project.diarienr, from: project.startsOn, to: project.endsOn })}
        actions={
          view.calendar !== null && (
            <ButtonLink to={paths.projectPaper(project.diarienr)} variant="quiet" document>
              {papers('project.fetch')}
            </ButtonLink>
          )
        }
      />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="overview" />
        <Figures view={view} />
        <Grid columns="main">
          <Waits view={view} />
          <ProjectFactsCard view={view} />
        </Grid>
        <Section title={t('partners.title')}>
          {partners.length === 0 ? (
            <p>{t('partners.empty')}</p>
          ) : (
            <PartnerTable project={project} partners={partners} />
          )}
        </Section>
        <Section title={t('goals.title')}>
          {goals.length === 0 ? <p>{t('goals.none')}</p> : <GoalTable goals={goals} diarienr={project.diarienr} />}
        </Section>
      </Stack>
    </Page>
  )
}

function Waits({ view }: { view: ProjectOverview }) {
  const t = useOfficeT('project')
  const words = useOfficeT('partner')
  const language = useLanguage()
  const { project, totals, calendar } = view
  const incomplete = totals.participants - totals.complete
  const named = (months: readonly string[]) =>
    months.length > 4
      ? t('overview.fromTo', {
          first: formatMonth(months[0] ?? '', language),
          last: formatMonth(months.at(-1) ?? '', language),
        })
      : months.map((month) => formatMonth(month, language)).join(', ')
  const months = (text: string) => <Link to={paths.reports(project.diarienr)}>{text}</Link>
  const next = calendar?.next
  const nothing =
    incomplete === 0 &&
    view.blockedEmployers.length === 0 &&
    (calendar === null || (calendar.late.length === 0 && next === null))
  return (
    <Card as="section">
      <h2>{t('overview.waits')}</h2>
      <ul>
        {nothing && <li>{t('overview.nothing')}</li>}
        {calendar !== null && calendar.late.length > 0 && (
          <li>{months(t('overview.late', { count: calendar.late.length, months: named(calendar.late) }))}</li>
        )}
        {calendar !== null && calendar.resend.length > 0 && (
          <li>{months(t('overview.resend', { count: calendar.resend.length, months: named(calendar.resend) }))}</li>
        )}
        {incomplete > 0 && (
          <li>
            <Link to={paths.participants(`?projekt=${project.diarienr}&komplett=nej`)}>
              {t('overview.incomplete', { count: incomplete })}
            </Link>
          </li>
        )}
        {view.blockedEmployers.map((employer) => (
          <li key={employer.slug}>
            {employer.isPartner ? (
              <Link to={paths.partner(project.diarienr, employer.slug, '#statsstod')}>
                {words('external.waits', { name: employer.name })}
              </Link>
            ) : (
              <Link to={paths.projectSettings(project.diarienr)}>
                {words('external.notPartner', { name: employer.name })}
              </Link>
            )}
          </li>
        ))}
        {next != null && (
          <li>{months(t('overview.next', { month: formatMonth(next.month, language), day: next.dueOn }))}</li>
        )}
        {calendar !== null && project.finalPaymentOn === null && <li>{t('overview.finalPayment')}</li>}
      </ul>
    </Card>
  )
}

function Figures({ view }: { view: ProjectOverview }) {
  const t = useOfficeT('project')
  const language = useLanguage()
  const { totals, project, everyone } = view
  const people = (more: string) => paths.participants(`?projekt=${project.diarienr}${more}`)
  const planned = formatNumber(project.plannedParticipants, language)
  const percent = totals.participants === 0 ? 0 : Math.floor((100 * totals.complete) / totals.participants)
  return (
    <Grid columns={3}>
      <Card>
        <h2>{t('overview.participants')}</h2>
        <p className="figure-large">
          <Link to={people('')}>{formatNumber(totals.participants, language)}</Link>
        </p>
        {everyone && (
          <>
            <p className="small">{t('overview.ofPlanned', { planned })}</p>
            <Progress
              value={totals.participants}
              max={project.plannedParticipants}
              label={`${t('overview.participants')} ${totals.participants} ${t('overview.ofPlanned', { planned })}`}
            />
          </>
        )}
      </Card>
      <Card>
        <h2>{t('overview.complete')}</h2>
        <p className="figure-large">
          <Link to={people('&komplett=ja')}>{formatNumber(totals.complete, language)}</Link>
        </p>
        <p className="small">
          {t('overview.completeOf', { percent, count: formatNumber(totals.participants, language) })}
        </p>
      </Card>
      <Card>
        <h2>{t('overview.hours')}</h2>
        <p className="figure-large">
          <Link to={view.calendar === null ? people('') : paths.summary(project.diarienr, '?period=hela')}>
            {formatMinutes(totals.minutes)}
          </Link>
        </p>
        <p className="small">{t('overview.hoursHint')}</p>
      </Card>
    </Grid>
  )
}

function ProjectFactsCard({ view: { project } }: { view: ProjectOverview }) {
  const t = useOfficeT('project')
  return (
    <Card as="section">
      <h2>{t('overview.facts')}</h2>
      <Facts
        items={[
          { label: t('overview.owner'), value: project.owner },
          { label: t('overview.period'), value: `${project.startsOn}–${project.endsOn}` },
          { label: t('overview.fund'), value: project.fund },
          { label: t('overview.euRate'), value: `${project.euRatePercent} %` },
          { label: t('overview.area'), value: project.programmeArea },
          { label: t('overview.objective'), value: project.specificObjective },
          { label: t('overview.nuts'), value: project.nuts2 ?? '–' },
          {
            label: t('overview.attestation'),
            value: t(project.attestation ? 'overview.attestationOn' : 'overview.attestationOff'),
          },
          {
            label: t('overview.selfStudy'),
            value: t(project.selfStudyEligible ? 'overview.selfStudyOn' : 'overview.selfStudyOff'),
          },
          ...(project.sourceUrl === null
            ? []
            : [{ label: t('overview.source'), value: <a href={project.sourceUrl}>{t('overview.sourceLink')}</a> }]),
        ]}
      />
    </Card>
  )
}
