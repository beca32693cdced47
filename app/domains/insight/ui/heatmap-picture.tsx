import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import type { StaffFilter } from '../model'
import { staffQuery } from '../rules/filter'
import type { ToldHeatmap } from '../tell'
import styles from './heatmap.module.css'

function PictureRow({ row, columns }: { row: ToldHeatmap['rows'][number]; columns: ToldHeatmap['columns'] }) {
  const t = useOfficeT('staff')
  return (
    <tr>
      <th scope="row">
        <Link to={paths.staffMember(row.personId)}>{row.name}</Link>
      </th>
      {row.cells === null ? (
        <td colSpan={columns.length} className={styles.silent}>
          {t('notShared')}
        </td>
      ) : (
        row.cells.map(([level, rose], index) => {
          const column = columns[index]?.name ?? ''
          const told =
            level === 0 ? t('cellNone', { name: row.name, column }) : t('cell', { name: row.name, column, level })
          return (
            <td
              key={columns[index]?.code}
              className={styles.cell}
              data-level={level}
              data-rose={rose}
              title={rose ? `${told}, ${t('rose')}` : told}
            >
              {level === 0 ? '–' : level}
              {rose && <span className="visually-hidden">, {t('rose')}</span>}
            </td>
          )
        })
      )}
    </tr>
  )
}

/** The staff as cells in five steps of one hue with the figure in each; a yellow line below what rose. */
export function HeatmapPicture({
  heatmap,
  filter,
  caption,
}: {
  heatmap: ToldHeatmap
  filter: StaffFilter
  caption: string
}) {
  const t = useOfficeT('staff')
  const { columns, rows, atLeast, shared } = heatmap
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.map}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            {columns.map((column) => (
              <th key={column.code} scope="col">
                <Link to={paths.staff(staffQuery(filter, { area: filter.area === null ? column.code : null }))}>
                  {column.code} <span className={styles.columnName}>{column.name}</span>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PictureRow key={row.personId} row={row} columns={columns} />
          ))}
        </tbody>
        {atLeast !== null && (
          <tfoot>
            <tr>
              <th scope="row">{t('atLeast', { level: 2 })}</th>
              {columns.map((column, index) => (
                <td key={column.code}>{t('ofShared', { count: atLeast[index]?.[1] ?? 0, of: shared })}</td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
