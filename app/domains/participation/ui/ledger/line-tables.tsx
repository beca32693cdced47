import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, DataTable, Facts, Section, Stack } from '~/shared/ui'
import type { LinePage } from '../../ledger/line-page'
import styles from '../table.module.css'
import digests from './line.module.css'

/** The line that this one corrects, and those that correct it. */
export function Related({ page }: { page: LinePage }) {
  const t = useOfficeT('ledger')
  const hours = useT('hours')
  if (page.related.length === 0) {
    return (
      <Section title={t('related.title')}>
        <p>{t('related.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('related.title')}>
      <DataTable caption={t('related.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('related.relation')}</th>
            <th scope="col">{t('facts.day')}</th>
            <th scope="col">{t('facts.type')}</th>
            <th scope="col" className="number">
              {t('facts.minutes')}
            </th>
            <th scope="col">{t('related.reason')}</th>
            <th scope="col">{t('related.by')}</th>
          </tr>
        </thead>
        <tbody>
          {page.related.map((line) => (
            <tr key={line.timeEntryId}>
              <th scope="row">
                <Link to={paths.ledgerLine(line.timeEntryId)}>{t(`related.${line.relation}`)}</Link>
              </th>
              <td className={styles.nowrap}>{line.workedOn ?? '–'}</td>
              <td>{hours(`type.${line.timeType}`)}</td>
              <td className="number">{formatMinutes(line.minutes)}</td>
              <td>{line.reason}</td>
              <td>
                {line.recordedBy} <span className="xsmall">{line.recordedAt}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}

/** Frozen figures and files that the line is part of. */
export function Figures({ page }: { page: LinePage }) {
  const t = useOfficeT('ledger')
  if (page.figures.length === 0) {
    return (
      <Section title={t('figures.title')}>
        <p>{t('figures.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('figures.title')}>
      <DataTable caption={t('figures.caption')}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('figures.generation')}
            </th>
            <th scope="col">{t('figures.frozen')}</th>
            <th scope="col">{t('figures.includes')}</th>
            <th scope="col" className="number">
              {t('figures.reported')}
            </th>
            <th scope="col">{t('figures.file')}</th>
          </tr>
        </thead>
        <tbody>
          {page.figures.map((figure) => (
            <tr key={`${figure.generation} ${figure.batchId ?? ''}`}>
              <td className="number">{figure.generation}</td>
              <td className={styles.nowrap}>{figure.frozenAt}</td>
              <td>{t(figure.includes ? 'figures.yes' : 'figures.no')}</td>
              <td className="number">{formatMinutes(figure.reportedMinutes)}</td>
              <td>
                <File figure={figure} mayOpen={page.may.readReports} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}

function File({ figure, mayOpen }: { figure: LinePage['figures'][number]; mayOpen: boolean }) {
  const t = useOfficeT('ledger')
  const { batchId, batchNumber, batchPosition } = figure
  if (batchId === null || batchNumber === null || batchPosition === null) return <>{t('figures.noFile')}</>
  const name = t('figures.batch', { number: batchNumber, line: batchPosition })
  return (
    <>
      {mayOpen ? <Link to={paths.scbBatch(batchId)}>{name}</Link> : name}{' '}
      {figure.isSuperseded && <Badge tone="granite">{t('figures.superseded')}</Badge>}
    </>
  )
}

/** The line's link in the hash chain of the person's ledger, checked when the page is read. */
export function Chain({ link }: { link: LinePage['link'] }) {
  const t = useOfficeT('ledger')
  const { position, length, previousHash, holds } = link
  const digest = (text: string) => <code className={digests.digest}>{text}</code>
  const previous = previousHash === null ? t(position === 1 ? 'chain.first' : 'chain.gone') : digest(previousHash)
  const verdict = holds === null ? 'unknown' : holds ? 'holds' : 'broken'
  return (
    <Section title={t('chain.title')}>
      <Stack>
        <p className="small">{t('chain.text')}</p>
        <Facts
          items={[
            { label: t('chain.position'), value: t('chain.of', { position, length }) },
            {
              label: t('chain.check'),
              value: <Badge tone={verdict === 'holds' ? 'ok' : 'granite'}>{t(`chain.${verdict}`)}</Badge>,
            },
            { label: t('chain.row'), value: digest(link.rowHash) },
            { label: t('chain.previous'), value: previous },
            { label: t('chain.hash'), value: digest(link.hash) },
          ]}
        />
      </Stack>
    </Section>
  )
}

const acts = { 'time-entry.corrected': 'log.corrected', 'time-entry.withdrawn': 'log.withdrawn' } as const

/** What the audit log has of the line. */
export function Log({ page }: { page: LinePage }) {
  const t = useOfficeT('ledger')
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
          {page.log.map((event) => (
            <tr key={`${event.at} ${event.action}`}>
              <td className={styles.nowrap}>{event.at}</td>
              <td>{event.by}</td>
              <td>{event.action in acts ? t(acts[event.action as keyof typeof acts]) : event.action}</td>
              <td>{event.reason}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}
