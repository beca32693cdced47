import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { DataTable, Section, Stack } from '~/shared/ui'
import type { RecordPage } from './record-page'
import styles from './table.module.css'

/** The time of the record: by month as it is reported, and every entry behind the sum. */
export function RecordLedger({ record }: { record: RecordPage }) {
  const t = useOfficeT('participants')
  const { project, total, entries } = record
  if (total.registered === 0 && entries.length === 0) {
    return (
      <Section title={t('ledger.title')} id="tid">
        <p>{t('ledger.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('ledger.title')} id="tid">
      <Stack>
        {!project.selfStudyEligible && <p className="small">{t('ledger.waiting')}</p>}
        {project.rounding === 'floor_hours' && <p className="small">{t('ledger.floor')}</p>}
        <Months record={record} />
        {entries.length > 0 && <Entries record={record} />}
      </Stack>
    </Section>
  )
}

function Months({ record }: { record: RecordPage }) {
  const t = useOfficeT('participants')
  const language = useLanguage()
  const { months, total } = record
  return (
    <DataTable caption={t('ledger.months')}>
      <thead>
        <tr>
          <th scope="col">{t('ledger.month')}</th>
          <th scope="col" className="number">
            {t('ledger.registered')}
          </th>
          <th scope="col" className="number">
            {t('ledger.reportable')}
          </th>
          <th scope="col" className="number">
            {t('ledger.reported')}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.month}>
            <th scope="row">{formatMonth(month.month, language)}</th>
            <td className="number">{formatMinutes(month.registered)}</td>
            <td className="number">{formatMinutes(month.reportable)}</td>
            <td className="number">{formatMinutes(month.reported)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('ledger.sum')}</th>
          <td className="number">{formatMinutes(total.registered)}</td>
          <td className="number">{formatMinutes(total.reportable)}</td>
          <td className="number">{formatMinutes(total.reported)}</td>
        </tr>
      </tfoot>
    </DataTable>
  )
}

function Entries({ record }: { record: RecordPage }) {
  const t = useOfficeT('participants')
  return (
    <DataTable caption={t('ledger.entries')}>
      <thead>
        <tr>
          <th scope="col">{t('ledger.day')}</th>
          <th scope="col">{t('ledger.what')}</th>
          <th scope="col">{t('ledger.recorded')}</th>
          <th scope="col" className="number">
            {t('ledger.minutes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {record.entries.map((entry) => (
          <tr key={entry.timeEntryId}>
            <td className={styles.nowrap}>
              <Link to={paths.ledgerLine(entry.timeEntryId)}>{entry.workedOn}</Link>
            </td>
            <td>
              {entry.courseSlug === null ? entry.title : <Link to={paths.course(entry.courseSlug)}>{entry.title}</Link>}
              {entry.courseTitle !== null && !entry.title.startsWith(entry.courseTitle) && (
                <div className="xsmall">{entry.courseTitle}</div>
              )}
            </td>
            <td className={styles.nowrap}>{entry.recordedAt}</td>
            <td className="number">{formatMinutes(entry.minutes)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

/** Courses finished on days of the project, with the certificate of each. */
export function RecordCompletions({ record }: { record: RecordPage }) {
  const t = useOfficeT('participants')
  return (
    <Section title={t('completions.title')}>
      {record.completions.length === 0 ? (
        <p>{t('completions.none')}</p>
      ) : (
        <DataTable caption={t('completions.title')}>
          <thead>
            <tr>
              <th scope="col">{t('completions.course')}</th>
              <th scope="col">{t('completions.finished')}</th>
              <th scope="col" className="number">
                {t('completions.minutes')}
              </th>
              <th scope="col">{t('completions.certificate')}</th>
            </tr>
          </thead>
          <tbody>
            {record.completions.map((row) => (
              <tr key={row.completionId}>
                <th scope="row">
                  <Link to={paths.course(row.courseSlug)}>{row.title}</Link>
                </th>
                <td className={styles.nowrap}>{row.finishedOn}</td>
                <td className="number">{formatMinutes(row.minutes)}</td>
                <td>
                  {row.certificateCode !== null && (
                    <Link to={paths.certificate(row.certificateCode)}>{row.certificateCode}</Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  )
}
