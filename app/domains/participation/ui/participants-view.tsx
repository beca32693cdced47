import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatMinutes, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { ButtonLink, Card, Grid, Page, PageHeader, Progress, Section, Stack } from '~/shared/ui'
import { writeParticipantFilter } from '../filter'
import { ParticipantFilterForm } from './participant-filter'
import { ParticipantTable } from './participant-table'
import type { ParticipantsPage } from './participants-page'

export function ParticipantsView({ view }: { view: ParticipantsPage }) {
  const t = useOfficeT('participants')
  const tImport = useOfficeT('participantImport')
  const tDates = useOfficeT('participantDates')
  const { project, filter, everyone } = view
  const period = { project: project.name, diarienr: project.diarienr, from: project.startsOn, to: project.endsOn }
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t(everyone ? 'lead' : 'leadOwn', period)}
        actions={
          <>
            {view.imports && (
              <>
                <ButtonLink to={paths.participantImport(`?projekt=${project.diarienr}`)}>{tImport('link')}</ButtonLink>
                <ButtonLink to={paths.participantDates(`?projekt=${project.diarienr}`)} variant="quiet">
                  {tDates('link')}
                </ButtonLink>
              </>
            )}
            {view.information && (
              <ButtonLink to={paths.informationVersions()} variant="quiet">
                {t('information')}
              </ButtonLink>
            )}
            <ButtonLink to={paths.participantsCsv(writeParticipantFilter(filter))} variant="quiet" document>
              {t('export')}
            </ButtonLink>
          </>
        }
      />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="participants" />
        <Figures view={view} />
        <Section title={t('filter.title')}>
          <ParticipantFilterForm filter={filter} choices={view.choices} />
        </Section>
        <ParticipantTable view={view} />
      </Stack>
    </Page>
  )
}

function Figures({ view }: { view: ParticipantsPage }) {
  const t = useOfficeT('participants')
  const language = useLanguage()
  const { totals, project, everyone } = view
  const percent = totals.participants === 0 ? 0 : Math.floor((100 * totals.complete) / totals.participants)
  return (
    <Grid columns={3}>
      <Card>
        <h2>{t('figures.participants')}</h2>
        <p className="figure-large">{formatNumber(totals.participants, language)}</p>
        {everyone && (
          <>
            <p className="small">
              {t('figures.ofPlanned', { planned: formatNumber(project.plannedParticipants, language) })}
            </p>
            <Progress
              value={totals.participants}
              max={project.plannedParticipants}
              label={`${t('figures.participants')} ${totals.participants} ${t('figures.ofPlanned', { planned: project.plannedParticipants })}`}
            />
          </>
        )}
      </Card>
      <Card>
        <h2>{t('figures.complete')}</h2>
        <p className="figure-large">
          <Link to={paths.participants(writeParticipantFilter(view.filter, { complete: true }))}>
            {formatNumber(totals.complete, language)}
          </Link>
        </p>
        <p className="small">
          {t('figures.completeOf', { percent, count: formatNumber(totals.participants, language) })}
        </p>
      </Card>
      <Card>
        <h2>{t('figures.hours')}</h2>
        <p className="figure-large">{formatMinutes(totals.minutes)}</p>
        <p className="small">{t('figures.hoursHint')}</p>
        <p className="small">{t('figures.completions', { count: totals.completions })}</p>
        {!project.selfStudyEligible && <p className="small">{t('figures.selfStudyWaiting')}</p>}
      </Card>
    </Grid>
  )
}
