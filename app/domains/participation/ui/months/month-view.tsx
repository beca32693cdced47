import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { Link } from '@remix-run/react'
import { formatMinutes, formatMonth, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { Facts, FormErrorSummary, Notice, Page, PageHeader, Stack } from '~/shared/ui'
import type { ClosingPage, MonthAnswer } from '../../months/closing-page'
import { Locking, LockForm, ReopenForm } from './lock-forms'
import { ProjectMonthBadge } from './month-badge'
import { Obstacles } from './month-obstacles'
import { StandingList } from './standing-list'

/** A project's month as the office closes it. */
export function MonthView({ page, answer }: { page: ClosingPage; answer: MonthAnswer | undefined }) {
  const t = useOfficeT('closing')
  const { project, standing, mayLock } = page
  const month = formatMonth(page.month, useLanguage())
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[{ label: t('months.title'), to: paths.months(project.diarienr) }, { label: month }]}
        title={t('month.title', { month })}
        lead={t('months.lead', project)}
      />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="months" />
        <FormErrorSummary errors={answer?.errors} />
        {standing.state === 'laser' ? <Locking page={page} /> : <Standing page={page} />}
        {standing.state === 'oppen' && <Obstacles page={page} />}
        {standing.state === 'oppen' && mayLock && <LockForm page={page} answer={answer} />}
        {standing.state !== 'laser' && <StandingList page={page} answer={answer} />}
        {standing.state === 'last' && mayLock && <ReopenForm page={page} answer={answer} />}
      </Stack>
    </Page>
  )
}

function Standing({ page }: { page: ClosingPage }) {
  const t = useOfficeT('closing')
  const language = useLanguage()
  const { standing, counts, project } = page
  return (
    <Stack>
      <Facts
        items={[
          {
            label: t('months.state'),
            value: (
              <ProjectMonthBadge
                state={standing.state}
                isReported={page.rows.some((row) => row.state === 'exporterad')}
              />
            ),
          },
          { label: t('month.participants'), value: formatNumber(counts.all, language) },
          { label: t('month.hours'), value: formatMinutes(counts.minutes) },
          { label: t('months.due'), value: page.dueOn },
          {
            label: t('month.locks'),
            value: standing.generation === 0 ? t('month.never') : t('month.times', { count: standing.generation }),
          },
        ]}
      />
      {standing.mustResend && (
        <Notice tone="granite">
          <p>
            {t('month.resend')} <Link to={paths.reports(project.diarienr)}>{t('month.toReports')}</Link>
          </p>
        </Notice>
      )}
      {counts.sen > 0 && (
        <Notice tone="lichen">
          <p>
            <strong>{t('month.lateTitle', { count: counts.sen })}</strong> {t('month.late')}{' '}
            <Link to={paths.month(project.diarienr, page.month, '?lage=sen')}>{t('month.showLate')}</Link>
          </p>
        </Notice>
      )}
    </Stack>
  )
}
