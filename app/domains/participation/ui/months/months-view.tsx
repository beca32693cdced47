import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatMinutes, formatMonth, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { Badge, DataTable, EmptyState, Page, PageHeader, Stack } from '~/shared/ui'
import type { MonthsPage } from '../../months/closing-page'
import styles from '../table.module.css'
import { ProjectMonthBadge } from './month-badge'

const columns = ['oppen', 'signerad', 'attesterad', 'last', 'rattad'] as const
type Column = (typeof columns)[number]
type OneMonth = MonthsPage['months'][number]

/** A reported person-month is a locked one that is in a file. */
const countOf = ({ states }: OneMonth, column: Column) =>
  column === 'last' ? states.last + states.exporterad : states[column]

/** Every month of the project: how far it has come, and by when it is reported. */
export function MonthsView({ page }: { page: MonthsPage }) {
  const t = useOfficeT('closing')
  const { project, months } = page
  return (
    <Page width="wide">
      <PageHeader title={t('months.title')} lead={t('months.lead', project)} />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="months" />
        {months.length === 0 ? (
          <EmptyState title={t('months.emptyTitle')}>
            <p>{t('months.empty')}</p>
          </EmptyState>
        ) : (
          <>
            <MonthTable page={page} />
            <p className="small">{t('months.dueHint')}</p>
          </>
        )}
      </Stack>
    </Page>
  )
}

function MonthTable({ page: { project, months } }: { page: MonthsPage }) {
  const t = useOfficeT('closing')
  const language = useLanguage()
  const sum = (read: (month: OneMonth) => number) => months.reduce((total, month) => total + read(month), 0)
  return (
    <DataTable caption={t('months.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('months.month')}</th>
          <th scope="col">{t('months.state')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="number">
              {t(`months.column.${column}`)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('months.hours')}
          </th>
          <th scope="col" className="number">
            {t('months.late')}
          </th>
          <th scope="col">{t('months.due')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.month}>
            <th scope="row" className={styles.nowrap}>
              <Link to={paths.month(project.diarienr, month.month)}>{formatMonth(month.month, language)}</Link>
            </th>
            <td>
              <ProjectMonthBadge state={month.state} isReported={month.states.exporterad > 0} />{' '}
              {month.mustResend && <Badge tone="granite">{t('months.resend')}</Badge>}
            </td>
            {columns.map((column) => (
              <td key={column} className="number">
                {formatNumber(countOf(month, column), language)}
              </td>
            ))}
            <td className="number">{formatMinutes(month.minutes)}</td>
            <td className="number">{month.lateMinutes === 0 ? '–' : formatMinutes(month.lateMinutes)}</td>
            <td className={styles.nowrap}>
              {month.dueOn} {month.isLate && <Badge tone="granite">{t('months.passed')}</Badge>}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('months.sum')}
          </th>
          {columns.map((column) => (
            <td key={column} className="number">
              {formatNumber(
                sum((month) => countOf(month, column)),
                language,
              )}
            </td>
          ))}
          <td className="number">{formatMinutes(sum((month) => month.minutes))}</td>
          <td className="number">{formatMinutes(sum((month) => month.lateMinutes))}</td>
          <td />
        </tr>
      </tfoot>
    </DataTable>
  )
}
