import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { DataTable } from '~/shared/ui'
import type { ToldHeatmap } from '../tell'
import styles from './heatmap.module.css'

const levelKeys = ['level.0', 'level.1', 'level.2', 'level.3', 'level.4'] as const

/** The same as the picture, in words. */
export function HeatmapTable({ heatmap, caption }: { heatmap: ToldHeatmap; caption: string }) {
  const t = useOfficeT('staff')
  const common = useT('common')
  const { columns, rows, atLeast, shared } = heatmap
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          {columns.map((column) => (
            <th key={column.code} scope="col">
              {column.code} {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.personId}>
            <th scope="row" className={styles.name}>
              <Link to={paths.staffMember(row.personId)}>{row.name}</Link>
            </th>
            {row.cells === null ? (
              <td colSpan={columns.length}>{t('notShared')}</td>
            ) : (
              row.cells.map(([level, rose], index) => (
                <td key={columns[index]?.code}>
                  {level === 0 ? '–' : `${level} ${common(levelKeys[level] ?? 'level.0')}`}
                  {rose && `, ${t('rose')}`}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
      {atLeast !== null && (
        <tfoot>
          {[1, 2, 3, 4].map((level) => (
            <tr key={level}>
              <th scope="row">{t('atLeast', { level })}</th>
              {columns.map((column, index) => (
                <td key={column.code}>{t('ofShared', { count: atLeast[index]?.[level - 1] ?? 0, of: shared })}</td>
              ))}
            </tr>
          ))}
        </tfoot>
      )}
    </DataTable>
  )
}
