import { Link } from '@remix-run/react'
import { useLanguage } from '~/i18n/use-t'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, Card, DataTable, Grid, Page, PageHeader, Progress, Section, Stack } from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { cellQuery } from '../../indicators/cell-query'
import type { IndicatorsPage } from '../../indicators/page'
import { IndicatorTable } from './indicator-table'
import { PartTables } from './part-tables'
import { PeriodChooser } from './period-chooser'
import { Pictures } from './pictures'
import { ShownFigure } from './shown-figure'

export function IndicatorsView({ page }: { page: IndicatorsPage }) {
  const t = useOfficeT('indicators')
  const { project, chosen } = page
  const file = page.query === '' ? '' : `?${page.query}`
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead', { project: project.name, diarienr: project.diarienr, ...chosen.period })}
        actions={
          <>
            <ButtonLink to={paths.indicatorsFile(project.diarienr, 'csv', file)} variant="quiet" document>
              {t('files.csv')}
            </ButtonLink>
            <ButtonLink to={paths.indicatorsFile(project.diarienr, 'xlsx', file)} variant="quiet" document>
              {t('files.xlsx')}
            </ButtonLink>
          </>
        }
      />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="indicators" />
        <PeriodChooser page={page} />
        <Figures page={page} />
        <Section title={t('table.title')}>
          <Stack>
            <IndicatorTable page={page} />
            <p className="small">{t('table.note')}</p>
          </Stack>
        </Section>
        <PartTables page={page} />
        <Pictures page={page} />
        <Plans page={page} />
        <Checks page={page} />
        <Explanations />
      </Stack>
    </Page>
  )
}

function Figures({ page }: { page: IndicatorsPage }) {
  const t = useOfficeT('indicators')
  const language = useLanguage()
  const { project, everyone, totalOnly, minutes } = page
  const planned = formatNumber(project.plannedParticipants, language)
  const query = cellQuery({ measure: 'EECO01', gender: 'alla', part: 'alla' }, page.query)
  return (
    <Grid columns={3}>
      <Card>
        <h2>{t('figures.participants')}</h2>
        <p className="figure-large">
          <Link to={paths.indicatorRows(project.diarienr, query)}>{formatNumber(everyone, language)}</Link>
        </p>
        <p className="small">{t('figures.ofPlanned', { planned })}</p>
        <Progress
          value={everyone}
          max={project.plannedParticipants}
          label={`${t('figures.participants')} ${everyone} ${t('figures.ofPlanned', { planned })}`}
        />
      </Card>
      <Card>
        <h2>{t('figures.complete')}</h2>
        <p className="figure-large">{formatNumber(everyone - totalOnly, language)}</p>
        <p className="small">{t('figures.totalOnly', { count: totalOnly })}</p>
      </Card>
      <Card>
        <h2>{t('figures.hours')}</h2>
        <p className="figure-large">{formatMinutes(minutes)}</p>
        <p className="small">{t('figures.hoursNote')}</p>
      </Card>
    </Grid>
  )
}

function Plans({ page }: { page: IndicatorsPage }) {
  const t = useOfficeT('indicators')
  const language = useLanguage()
  const target = (value: number | null) => (value === null ? t('plans.none') : formatNumber(value, language))
  return (
    <Section title={t('plans.title')}>
      <DataTable caption={t('plans.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('plans.partner')}</th>
            <th scope="col" className="number">
              {t('plans.participants')}
            </th>
            <th scope="col" className="number">
              {t('plans.target')}
            </th>
            <th scope="col" className="number">
              {t('plans.hours')}
            </th>
            <th scope="col" className="number">
              {t('plans.hoursTarget')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.plans.map((plan) => (
            <tr key={plan.name}>
              <th scope="row">{plan.name}</th>
              <td className="number">
                <ShownFigure figure={plan.participants} diarienr={page.project.diarienr} what={plan.name} />
              </td>
              <td className="number">{target(plan.participantsTarget)}</td>
              <td className="number">{formatMinutes(plan.minutes)}</td>
              <td className="number">{target(plan.hoursTarget)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}

function Checks({ page }: { page: IndicatorsPage }) {
  const t = useOfficeT('indicators')
  const language = useLanguage()
  const rows = (kind: string) => paths.indicatorRows(page.project.diarienr, `?kontroll=${kind}`)
  return (
    <Section title={t('checks.title')}>
      <Stack>
        <p>{t('checks.lead')}</p>
        <DataTable caption={t('checks.caption')}>
          <thead>
            <tr>
              <th scope="col">{t('checks.check')}</th>
              <th scope="col" className="number">
                {t('checks.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.checks.map(({ kind, count }) => (
              <tr key={kind}>
                <th scope="row">{t(`check.${kind}`)}</th>
                <td className="number">
                  {count === 0 ? t('checks.ok') : <Link to={rows(kind)}>{formatNumber(count, language)}</Link>}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <p className="small">{t('checks.genders')}</p>
        <p className="small">{t('checks.scb')}</p>
      </Stack>
    </Section>
  )
}

function Explanations() {
  const t = useOfficeT('indicators')
  const told = ['once', 'age', 'qualification', 'protected'] as const
  const hidden = ['small', 'zero', 'between', 'crossed'] as const
  return (
    <Grid columns={2}>
      <Section title={t('explain.title')}>
        <Stack gap="s">
          {told.map((key) => (
            <p key={key}>{t(`explain.${key}`)}</p>
          ))}
        </Stack>
      </Section>
      <Section title={t('hiding.title')}>
        <Stack gap="s">
          {hidden.map((key) => (
            <p key={key}>{t(`hiding.${key}`)}</p>
          ))}
        </Stack>
      </Section>
    </Grid>
  )
}
