import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, Card, DataTable, EmptyState, Grid, Notice, Page, PageHeader, Section, Stack } from '~/shared/ui'
import type { HoursOverview } from '../hours-view'
import type { SignableMonth } from '../months/signable'
import { HoursEntries, type ShownEntry } from './hours-entries'
import { MonthSigning, WaitingMonths } from './months/waiting-months'

export interface HoursPage {
  overview: HoursOverview
  entries: ShownEntry[]
  /** The chosen month, `2025-03`, or null for all. */
  month: string | null
  /** Projects whose notice on personal data waits for an acknowledgement. */
  unreadNotice: string[]
  /** The person's months in projects. */
  signable: SignableMonth[]
}

export function HoursView({ page }: { page: HoursPage }) {
  const t = useT('hours')
  const { overview, entries, month, unreadNotice, signable } = page
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="l">
        {unreadNotice.length > 0 && <NoticeCard projects={unreadNotice} />}
        <WaitingMonths months={signable} />
        {overview.count === 0 ? (
          <EmptyState
            title={t('empty.title')}
            action={<ButtonLink to={paths.courses()}>{t('empty.action')}</ButtonLink>}
          >
            <p>{t('empty.text')}</p>
          </EmptyState>
        ) : (
          <>
            <Sums overview={overview} />
            <Months overview={overview} month={month} signable={signable} />
            <HoursEntries entries={entries} month={month} />
          </>
        )}
      </Stack>
    </Page>
  )
}

function NoticeCard({ projects }: { projects: readonly string[] }) {
  const t = useT('hours')
  return (
    <Notice tone="lichen">
      <Stack gap="s">
        <h2>{t('notice.title')}</h2>
        <p>{t('notice.text', { project: projects.join(', ') })}</p>
        <p>
          <Link to={paths.noticeText()} reloadDocument>
            {t('notice.more')}
          </Link>
        </p>
      </Stack>
    </Notice>
  )
}

function Sums({ overview }: { overview: HoursOverview }) {
  const t = useT('hours')
  return (
    <Grid columns={3}>
      <Card>
        <h2>{t('sum.total')}</h2>
        <p className="figure-large">{formatMinutes(overview.total)}</p>
        <p className="small">{t('sum.entries', { count: overview.count })}</p>
      </Card>
      {overview.projects.map((project) => (
        <Card key={project.projectId}>
          <h2>{t('sum.project', { project: project.name })}</h2>
          <p className="figure-large">{formatMinutes(project.registered)}</p>
          <p className="small">{t('sum.reported', { time: formatMinutes(project.reported) })}</p>
          {project.waiting > 0 && <p className="small">{t('sum.waiting', { time: formatMinutes(project.waiting) })}</p>}
          {project.left > 0 && <p className="small">{t('sum.rounding', { left: formatMinutes(project.left) })}</p>}
        </Card>
      ))}
      {overview.outside !== 0 && (
        <Card>
          <h2>{t('sum.outside')}</h2>
          <p className="figure-large">{formatMinutes(overview.outside)}</p>
          <p className="small">{t('sum.outsideHint')}</p>
        </Card>
      )}
    </Grid>
  )
}

function Months({ overview, month, signable }: Pick<HoursPage, 'overview' | 'month' | 'signable'>) {
  const t = useT('hours')
  const language = useLanguage()
  const inProject = overview.total - overview.outside
  return (
    <Section title={t('months.caption')} actions={month !== null && <Link to={paths.hours()}>{t('months.all')}</Link>}>
      <DataTable caption={t('months.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('months.month')}</th>
            <th scope="col" className="number">
              {t('months.inProject')}
            </th>
            <th scope="col" className="number">
              {t('months.outside')}
            </th>
            <th scope="col" className="number">
              {t('months.total')}
            </th>
            <th scope="col">{t('waiting.column')}</th>
          </tr>
        </thead>
        <tbody>
          {overview.months.map((row) => (
            <tr key={row.month}>
              <th scope="row">
                <Link
                  to={paths.hours(row.month)}
                  aria-current={row.month === month ? 'true' : undefined}
                  aria-label={t('months.show', { month: formatMonth(row.month, language) })}
                >
                  {formatMonth(row.month, language)}
                </Link>
              </th>
              <td className="number">{formatMinutes(row.inProject)}</td>
              <td className="number">{formatMinutes(row.outside)}</td>
              <td className="number">{formatMinutes(row.inProject + row.outside)}</td>
              <td>
                <MonthSigning months={signable} month={row.month} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('months.sum')}</th>
            <td className="number">{formatMinutes(inProject)}</td>
            <td className="number">{formatMinutes(overview.outside)}</td>
            <td className="number">
              <strong>{formatMinutes(overview.total)}</strong>
            </td>
            <td />
          </tr>
        </tfoot>
      </DataTable>
    </Section>
  )
}
