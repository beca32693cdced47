import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { DataTable, Section, Stack } from '~/shared/ui'
import type { LedgerEntry } from '../model'
import styles from './table.module.css'

/** An entry with the code of the certificate that its course gave, if any. */
export type ShownEntry = Omit<LedgerEntry, 'recordedAt'> & { certificateCode: string | null }

/** The ledger, month by month, the newest first; each month's sum stands under its entries. */
export function HoursEntries({ entries, month }: { entries: readonly ShownEntry[]; month: string | null }) {
  const t = useT('hours')
  const language = useLanguage()
  const months = [...new Set(entries.map((entry) => entry.workedOn.slice(0, 7)))]
  return (
    <Section title={t('entries.title')}>
      {months.length === 0 && month !== null && <p>{t('entries.none', { month: formatMonth(month, language) })}</p>}
      <Stack>
        {months.map((name) => (
          <MonthTable key={name} month={name} entries={entries.filter((entry) => entry.workedOn.startsWith(name))} />
        ))}
      </Stack>
    </Section>
  )
}

function MonthTable({ month, entries }: { month: string; entries: readonly ShownEntry[] }) {
  const t = useT('hours')
  const name = formatMonth(month, useLanguage())
  return (
    <DataTable caption={t('entries.caption', { month: name })}>
      <thead>
        <tr>
          <th scope="col">{t('entries.day')}</th>
          <th scope="col">{t('entries.what')}</th>
          <th scope="col">{t('entries.type')}</th>
          <th scope="col">{t('entries.where')}</th>
          <th scope="col" className="number">
            {t('entries.minutes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.timeEntryId}>
            <td className={styles.nowrap}>
              <Link to={paths.ledgerLine(entry.timeEntryId)}>{entry.workedOn}</Link>
            </td>
            <td>
              <Source entry={entry} />
            </td>
            <td>{t(`type.${entry.timeType}`)}</td>
            <td>{entry.outsideReason === null ? entry.projectName : t(`outside.${entry.outsideReason}`)}</td>
            <td className="number">{formatMinutes(entry.minutes)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {t('entries.sum', { month: name })}
          </th>
          <td className="number">
            <strong>{formatMinutes(entries.reduce((sum, entry) => sum + entry.minutes, 0))}</strong>
          </td>
        </tr>
      </tfoot>
    </DataTable>
  )
}

function Source({ entry }: { entry: ShownEntry }) {
  const t = useT('hours')
  const to =
    entry.courseSlug !== null
      ? paths.course(entry.courseSlug)
      : entry.lectureSlug !== null
        ? paths.lecture(entry.lectureSlug)
        : undefined
  const showCourse = entry.courseTitle !== null && !entry.title.startsWith(entry.courseTitle)
  return (
    <>
      {to === undefined ? entry.title : <Link to={to}>{entry.title}</Link>}
      {showCourse && <div className="xsmall">{entry.courseTitle}</div>}
      {entry.reason !== null && <div className="xsmall">{t('entries.correction', { reason: entry.reason })}</div>}
      {entry.certificateCode !== null && (
        <div className="xsmall">
          <Link to={paths.certificate(entry.certificateCode)}>
            {t('entries.certificate')} {entry.certificateCode}
          </Link>
        </div>
      )}
    </>
  )
}
