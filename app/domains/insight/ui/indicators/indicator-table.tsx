import { useOfficeT } from '~/i18n/use-office-t'
import { Badge, DataTable } from '~/shared/ui'
import type { IndicatorRow, IndicatorsPage } from '../../indicators/page'
import { ShownFigure } from './shown-figure'
import styles from './indicators.module.css'

const columns = ['alla', 'kvinna', 'man'] as const

/** Every indicator of Annex I with its source; those that the portal does not hold say why. */
export function IndicatorTable({ page }: { page: IndicatorsPage }) {
  const t = useOfficeT('indicators')
  return (
    <DataTable caption={t('table.caption', { ...page.chosen.period })}>
      <thead>
        <tr>
          <th scope="col">{t('table.indicator')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="number">
              {t(`table.${column}`)}
            </th>
          ))}
          <th scope="col">{t('table.source')}</th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <Line key={row.code} row={row} diarienr={page.project.diarienr} />
        ))}
      </tbody>
    </DataTable>
  )
}

function Line({ row, diarienr }: { row: IndicatorRow; diarienr: string }) {
  const t = useOfficeT('indicators')
  const name = t(`name.${row.code}`)
  const { source } = row
  const isCode = /^EEC[OR]\d\d$/.test(row.code)
  const untold = source === 'scb' || source === 'never' || source === 'no-meaning'
  return (
    <tr className={isCode ? undefined : styles.rest}>
      <th scope="row">
        {isCode && <span className={styles.code}>{row.code}</span>} {name}
      </th>
      {row.figures.length === 0 ? (
        <td colSpan={3} className="small">
          {untold && t(`reason.${source}`)}
        </td>
      ) : (
        columns.map((column, index) => {
          const figure = row.figures[index]
          return (
            <td key={column} className="number">
              {figure !== undefined && (
                <ShownFigure
                  figure={figure}
                  diarienr={diarienr}
                  what={`${name}, ${t(`table.${column}`).toLowerCase()}`}
                />
              )}
            </td>
          )
        })
      )}
      <td>
        {source === 'portal' || source === 'organisations' || source === 'rest' ? (
          <span className="xsmall">{t(`source.${source}`)}</span>
        ) : (
          <Badge tone={source === 'scb' ? 'sea' : 'plain'}>{t(`source.${source}`)}</Badge>
        )}
      </td>
    </tr>
  )
}
