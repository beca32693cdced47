import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatMinutes, formatMonth, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, DataTable } from '~/shared/ui'
import type { ReportsPage, ShownMonth } from '../../reports/page'
import styles from '../table.module.css'

const sumOf = (months: readonly ShownMonth[], read: (month: ShownMonth) => number) =>
  months.reduce((sum, month) => sum + read(month), 0)

export function MonthTable({ view }: { view: ReportsPage }) {
  const t = useOfficeT('reports')
  const { months } = view
  const numbers = ['persons', 'registered', 'reportable', 'reported', 'left'] as const
  return (
    <DataTable caption={t('months.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('months.month')}</th>
          <th scope="col">{t('months.state')}</th>
          {numbers.map((name) => (
            <th key={name} scope="col" className="number">
              {t(`months.${name}`)}
            </th>
          ))}
          <th scope="col">{t('months.due')}</th>
          <th scope="col">{t('months.file')}</th>
          {view.mayMake && <th scope="col">{t('months.action')}</th>}
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((month) => (
          <MonthLine key={month.month} month={month} view={view} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('months.sum')}
          </th>
          <td className="number">{formatMinutes(sumOf(months, (month) => month.registeredMinutes))}</td>
          <td className="number">{formatMinutes(sumOf(months, (month) => month.reportableMinutes))}</td>
          <td className="number">{formatMinutes(sumOf(months, (month) => month.reportedMinutes))}</td>
          <td className="number">
            {formatMinutes(sumOf(months, (month) => month.reportableMinutes - month.reportedMinutes))}
          </td>
          <td colSpan={view.mayMake ? 3 : 2} />
        </tr>
      </tfoot>
    </DataTable>
  )
}

function MonthLine({ month, view }: { month: ShownMonth; view: ReportsPage }) {
  const t = useOfficeT('reports')
  const language = useLanguage()
  const locked = month.state === 'last'
  const { diarienr } = view.project
  const figure = (minutes: number) => <td className="number">{locked ? formatMinutes(minutes) : '–'}</td>
  return (
    <tr>
      <th scope="row" className={styles.nowrap}>
        <Link to={paths.month(diarienr, month.month)}>{formatMonth(month.month, language)}</Link>
      </th>
      <td>
        <Badge tone={locked ? 'ok' : 'plain'}>{t(locked ? 'months.locked' : 'months.open')}</Badge>{' '}
        {month.mustResend && <Badge tone="granite">{t('months.resend')}</Badge>}
      </td>
      <td className="number">{locked ? formatNumber(month.persons, language) : '–'}</td>
      {figure(month.registeredMinutes)}
      {figure(month.reportableMinutes)}
      {figure(month.reportedMinutes)}
      {figure(month.reportableMinutes - month.reportedMinutes)}
      <td className={styles.nowrap}>{month.dueOn}</td>
      <td>
        {month.valid === null ? (
          t('months.noFile')
        ) : (
          <Link to={paths.scbBatch(month.valid.batchId)}>{t('months.number', { number: month.valid.number })}</Link>
        )}
        {month.queued !== null && (
          <div>
            <Badge tone="lichen">{t('months.queued', { number: month.queued.number })}</Badge>
          </div>
        )}
      </td>
      {view.mayMake && (
        <td>
          <Action month={month} diarienr={diarienr} />
        </td>
      )}
    </tr>
  )
}

function Action({ month, diarienr }: { month: ShownMonth; diarienr: string }) {
  const t = useOfficeT('reports')
  const language = useLanguage()
  if (month.state !== 'last' || month.persons === 0) return null
  const { waitsFor } = month
  if (waitsFor !== null) return <>{t('months.wait', { month: formatMonth(waitsFor, language) })}</>
  return (
    <Link to={paths.reports(diarienr, `?manad=${month.month}`)}>
      {t(month.valid === null ? 'months.makeShort' : 'months.againShort')}
    </Link>
  )
}
