import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime, formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, DataTable, Row, Section, Stack } from '~/shared/ui'
import type { BatchPage } from '../../reports/batch-page'
import styles from '../table.module.css'

/** The lines of the file as they may be shown: numbers masked, protected persons by alias. */
export function LineTable({ view }: { view: BatchPage }) {
  const t = useOfficeT('reports')
  const { batch, lines, page, pages } = view
  const to = (number: number) => paths.scbBatch(batch.batchId, number === 1 ? '' : `?sida=${number}`)
  const first = lines[0]?.position ?? 0
  return (
    <Section title={t('batch.lines')} id="rader">
      <Stack>
        <DataTable
          caption={t('batch.linesCaption', {
            from: first,
            to: lines.at(-1)?.position ?? 0,
            total: batch.rowCount,
          })}
        >
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('batch.line')}
              </th>
              <th scope="col">{t('batch.name')}</th>
              <th scope="col">{t('batch.identity')}</th>
              <th scope="col">{t('batch.start')}</th>
              <th scope="col">{t('batch.end')}</th>
              <th scope="col" className="number">
                {t('batch.time')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.position}>
                <td className="number">{line.position}</td>
                <th scope="row">
                  {line.participationId === null ? (
                    line.name
                  ) : (
                    <Link to={paths.participant(line.participationId)}>{line.name}</Link>
                  )}
                  {line.isProtected && (
                    <div>
                      <Badge tone="granite">{t('batch.protected')}</Badge>
                    </div>
                  )}
                </th>
                <td className={styles.nowrap}>
                  {!line.hasNumber ? t('batch.noNumber') : line.isProtected ? t('batch.code') : line.masked}
                </td>
                <td className={styles.nowrap}>{line.startsOn}</td>
                <td className={styles.nowrap}>{line.endsOn}</td>
                <td className="number">
                  {line.participationId === null ? (
                    formatMinutes(line.reportedMinutes)
                  ) : (
                    <Link
                      to={paths.month(view.project.diarienr, batch.month, `?post=${line.participationId}`)}
                      aria-label={t('batch.openTime', { name: line.name, time: formatMinutes(line.reportedMinutes) })}
                    >
                      {formatMinutes(line.reportedMinutes)}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        {pages > 1 && (
          <nav aria-label={t('batch.pages')}>
            <Row>
              {page > 1 && <Link to={`${to(page - 1)}#rader`}>{t('batch.previous')}</Link>}
              <span>{t('batch.where', { page, pages })}</span>
              {page < pages && <Link to={`${to(page + 1)}#rader`}>{t('batch.following')}</Link>}
            </Row>
          </nav>
        )}
      </Stack>
    </Section>
  )
}

const actions = {
  'scb-file.made': 'log.made',
  'scb-file.released': 'log.released',
  'scb-file.downloaded': 'log.downloaded',
} as const

/** Who made the file and who took it out, and why. */
export function FileLog({ view }: { view: BatchPage }) {
  const t = useOfficeT('reports')
  if (view.events.length === 0) return null
  return (
    <Section title={t('log.title')}>
      <DataTable caption={t('log.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('log.when')}</th>
            <th scope="col">{t('log.who')}</th>
            <th scope="col">{t('log.what')}</th>
            <th scope="col">{t('log.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {view.events.map((event, index) => (
            <tr key={`${index} ${event.action}`}>
              <td className={styles.nowrap}>{formatDateTime(event.at)}</td>
              <td>{event.by}</td>
              <td>
                {event.action in actions
                  ? t(actions[event.action as keyof typeof actions], { form: (event.form ?? '').toUpperCase() })
                  : event.action}
              </td>
              <td>{event.reason}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}
