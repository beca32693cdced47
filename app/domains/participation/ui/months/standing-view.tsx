import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatDay, formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { Facts, Page, PageHeader, Section, Stack } from '~/shared/ui'
import type { StandingPage } from '../../months/closing-page'
import { MonthBadge } from './month-badge'
import { MonthPaperSection, type NumberFault } from './month-paper-section'
import { MonthFindings, MonthLines } from './month-lines'
import { History } from './sign-view'

/** One participant's month, as the office reads it: the lines behind the sum, and what has happened to them. */
export function StandingView({ page, fault }: { page: StandingPage; fault: NumberFault | undefined }) {
  const t = useOfficeT('closing')
  const month = formatMonth(page.month, useLanguage())
  const { project, standing } = page
  const { diarienr } = project
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: t('months.title'), to: paths.months(diarienr) },
          { label: month, to: paths.month(diarienr, page.month) },
          { label: standing.name },
        ]}
        title={t('standing.title', { name: standing.name, month })}
        lead={t('months.lead', project)}
      />
      <Stack gap="l">
        <ProjectTabs diarienr={diarienr} current="months" />
        <Facts
          items={[
            { label: t('months.state'), value: <MonthBadge state={standing.state} /> },
            { label: t('month.hours'), value: formatMinutes(standing.minutes) },
            { label: t('list.reportable'), value: formatMinutes(standing.reportableMinutes) },
            { label: t('list.signed'), value: standing.signedAt === null ? '–' : formatDay(standing.signedAt) },
            { label: t('list.attested'), value: standing.attestedAt === null ? '–' : formatDay(standing.attestedAt) },
          ]}
        />
        <MonthFindings findings={page.findings} />
        <Section
          title={t('standing.lines')}
          actions={<Link to={paths.participant(standing.participationId)}>{t('standing.record')}</Link>}
        >
          {standing.isProtected ? (
            <Veiled lines={page.veiled} />
          ) : (
            <MonthLines page={{ lines: page.lines, signedMinutes: standing.signedAt === null ? null : 0 }} />
          )}
        </Section>
        <MonthPaperSection page={page} fault={fault} />
        {page.events.length > 0 && <History events={page.events} />}
      </Stack>
    </Page>
  )
}

function Veiled({ lines }: { lines: StandingPage['veiled'] }) {
  const t = useOfficeT('closing')
  const hours = useT('hours')
  return (
    <Stack>
      <p>{t('standing.protected')}</p>
      <ul className="plain-list stack stack-s">
        {lines.map((line, index) => (
          <li key={line.timeEntryId} className="row row-between">
            <Link to={paths.ledgerLine(line.timeEntryId)}>
              {t('standing.line', { number: index + 1, type: hours(`type.${line.timeType}`) })}
            </Link>
            <span>{formatMinutes(line.minutes)}</span>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
