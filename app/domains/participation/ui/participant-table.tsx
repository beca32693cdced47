import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, DataTable, Row, Stack } from '~/shared/ui'
import { type ParticipantOrder, writeParticipantFilter } from '../filter'
import { Lamp } from './lamp'
import type { ParticipantsPage, ShownParticipant } from './participants-page'
import styles from './table.module.css'

export function ParticipantTable({ view }: { view: ParticipantsPage }) {
  const t = useOfficeT('participants')
  const { rows, totals } = view
  return (
    <Stack>
      <DataTable caption={t('table.caption', { count: totals.found, minutes: formatMinutes(totals.foundMinutes) })}>
        <thead>
          <tr>
            <Heading view={view} order="namn" label={t('table.name')} />
            <th scope="col">{t('table.lamp')}</th>
            <Heading view={view} order="partner" label={t('table.partner')} />
            <Heading view={view} order="kommun" label={t('table.municipality')} />
            <Heading view={view} order="start" label={t('table.entry')} />
            <th scope="col">{t('table.exit')}</th>
            <Heading view={view} order="minuter" label={t('table.hours')} number />
            <Heading view={view} order="kurser" label={t('table.completions')} number />
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={8}>{t(totals.participants === 0 ? 'table.empty' : 'table.none')}</td>
            </tr>
          )}
          {rows.map((row) => (
            <ParticipantLine key={row.participationId} row={row} />
          ))}
        </tbody>
        {rows.length > 0 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={6}>
                {t('table.pageSum')}
              </th>
              <td className="number">{formatMinutes(rows.reduce((sum, row) => sum + row.minutes, 0))}</td>
              <td className="number">{rows.reduce((sum, row) => sum + row.completions, 0)}</td>
            </tr>
          </tfoot>
        )}
      </DataTable>
      <Pages view={view} />
    </Stack>
  )
}

function Heading(props: { view: ParticipantsPage; order: ParticipantOrder; label: string; number?: boolean }) {
  const { filter } = props.view
  const active = filter.order === props.order
  const descending = active ? !filter.descending : props.number === true
  return (
    <th
      scope="col"
      className={props.number ? 'number' : undefined}
      aria-sort={active ? (filter.descending ? 'descending' : 'ascending') : undefined}
    >
      <Link
        to={paths.participants(writeParticipantFilter(filter, { order: props.order, descending }))}
        preventScrollReset
      >
        {props.label}
        {active && <span aria-hidden="true">{filter.descending ? ' ↓' : ' ↑'}</span>}
      </Link>
    </th>
  )
}

function ParticipantLine({ row }: { row: ShownParticipant }) {
  const t = useOfficeT('participants')
  const place = (value: string | null) =>
    row.isProtected ? <span className="xsmall">{t('table.hidden')}</span> : value
  return (
    <tr>
      <th scope="row">
        <Link to={paths.participant(row.participationId)}>{row.name}</Link>
        {row.isProtected && (
          <div>
            <Badge tone="granite">{t('table.protected')}</Badge>
          </div>
        )}
      </th>
      <td>
        <Lamp state={row.completeness} waits={row.informationWaits} />
      </td>
      <td>{place(row.partner)}</td>
      <td>{place(row.municipality)}</td>
      <td className={styles.nowrap}>{place(row.entryOn)}</td>
      <td className={styles.nowrap}>{place(row.exitOn)}</td>
      <td className="number">{formatMinutes(row.minutes)}</td>
      <td className="number">{row.completions}</td>
    </tr>
  )
}

function Pages({ view }: { view: ParticipantsPage }) {
  const t = useOfficeT('participants')
  const { page, pages, filter } = view
  if (pages <= 1) return null
  const to = (number: number) => paths.participants(writeParticipantFilter(filter, { page: number }))
  return (
    <nav aria-label={t('pages.label')}>
      <Row>
        {page > 1 && <Link to={to(page - 1)}>{t('pages.previous')}</Link>}
        <span>{t('pages.where', { page, pages })}</span>
        {page < pages && <Link to={to(page + 1)}>{t('pages.next')}</Link>}
      </Row>
    </nav>
  )
}
