import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, DataTable, EmptyState, Page, PageHeader, Row, Stack } from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import type { Period } from '../../indicators/model'
import type { OpenedRows, RecordRow } from '../../indicators/rows'
import styles from './indicators.module.css'

export interface RowsPage {
  diarienr: string
  period: Period
  opened: OpenedRows
  count: number
  page: number
  pages: number
  query: string
}

export function IndicatorRowsView({ page }: { page: RowsPage }) {
  const t = useOfficeT('indicators')
  const { opened, diarienr, period } = page
  const name =
    opened.kind === 'check'
      ? t(`check.${opened.check}`)
      : [
          t(`name.${opened.measure}`),
          opened.gender === 'alla' ? '' : t(`table.${opened.gender}`).toLowerCase(),
          opened.part ?? '',
        ]
          .filter((text) => text !== '')
          .join(', ')
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[{ label: t('title'), to: paths.indicators(diarienr) }, { label: name }]}
        title={t(opened.kind === 'check' ? 'rows.titleCheck' : 'rows.title', { name })}
        lead={t('rows.lead', { ...period })}
      />
      <Stack gap="l">
        <ProjectTabs diarienr={diarienr} current="indicators" />
        {opened.kind === 'hidden' ? (
          <EmptyState
            title={t('rows.hiddenTitle')}
            action={<ButtonLink to={paths.indicators(diarienr)}>{t('rows.back')}</ButtonLink>}
          >
            <p>{t('rows.hiddenText')}</p>
          </EmptyState>
        ) : (
          <Stack>
            <p>{t('rows.note')}</p>
            <RowsTable rows={opened.rows} count={page.count} />
            <Pages page={page} />
          </Stack>
        )}
      </Stack>
    </Page>
  )
}

function RowsTable({ rows, count }: { rows: readonly RecordRow[]; count: number }) {
  const t = useOfficeT('indicators')
  return (
    <DataTable caption={t('rows.caption', { count })}>
      <thead>
        <tr>
          <th scope="col">{t('rows.person')}</th>
          <th scope="col">{t('rows.partner')}</th>
          <th scope="col">{t('rows.municipality')}</th>
          <th scope="col">{t('rows.entry')}</th>
          <th scope="col">{t('rows.exit')}</th>
          <th scope="col">{t('rows.state')}</th>
          <th scope="col" className="number">
            {t('rows.time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td colSpan={7}>{t('rows.none')}</td>
          </tr>
        )}
        {rows.map((row) => (
          <Line key={row.participationId} row={row} />
        ))}
      </tbody>
    </DataTable>
  )
}

function Line({ row }: { row: RecordRow }) {
  const t = useOfficeT('indicators')
  const place = (value: string | null) =>
    row.isProtected ? <span className="xsmall">{t('rows.notShown')}</span> : (value ?? '–')
  return (
    <tr>
      <th scope="row">
        <Link to={paths.participant(row.participationId)}>{row.name}</Link>
        {row.isProtected && (
          <div>
            <Badge tone="granite">{t('rows.protected')}</Badge>
          </div>
        )}
      </th>
      <td>{place(row.partner)}</td>
      <td>{place(row.municipality)}</td>
      <td className={styles.nowrap}>{place(row.entryOn)}</td>
      <td className={styles.nowrap}>{place(row.exitOn)}</td>
      <td>
        <Badge tone={row.isComplete ? 'ok' : 'lichen'}>{t(row.isComplete ? 'rows.complete' : 'rows.incomplete')}</Badge>
      </td>
      <td className="number">
        <Link
          to={`${paths.participant(row.participationId)}#tid`}
          aria-label={t('rows.openTime', { name: row.name, time: formatMinutes(row.minutes) })}
        >
          {formatMinutes(row.minutes)}
        </Link>
      </td>
    </tr>
  )
}

function Pages({ page }: { page: RowsPage }) {
  const t = useOfficeT('indicators')
  const { page: number, pages } = page
  if (pages <= 1) return null
  const to = (wanted: number) =>
    paths.indicatorRows(page.diarienr, `?${[page.query, `sida=${wanted}`].filter((text) => text !== '').join('&')}`)
  return (
    <nav aria-label={t('rows.pages')}>
      <Row>
        {number > 1 && <Link to={to(number - 1)}>{t('rows.previous')}</Link>}
        <span>{t('rows.where', { page: number, pages })}</span>
        {number < pages && <Link to={to(number + 1)}>{t('rows.next')}</Link>}
      </Row>
    </nav>
  )
}
