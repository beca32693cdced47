import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDateTime, formatMinutes, formatMonth, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, DataTable, Stack } from '~/shared/ui'
import type { ReportsPage, ShownFile } from '../../reports/page'
import styles from '../table.module.css'

export function FileTable({ view }: { view: ReportsPage }) {
  const t = useOfficeT('reports')
  if (view.files.length === 0) return <p>{t('files.none')}</p>
  return (
    <Stack>
      <DataTable caption={t('files.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('files.number')}</th>
            <th scope="col">{t('files.month')}</th>
            <th scope="col">{t('files.state')}</th>
            <th scope="col" className="number">
              {t('files.rows')}
            </th>
            <th scope="col" className="number">
              {t('files.hours')}
            </th>
            <th scope="col">{t('files.made')}</th>
            <th scope="col">{t('files.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {view.files.map((file) => (
            <FileLine key={file.batchId} file={file} />
          ))}
        </tbody>
      </DataTable>
      {view.hiddenFiles && <p className="small">{t('files.more', { count: view.files.length })}</p>}
    </Stack>
  )
}

function FileLine({ file }: { file: ShownFile }) {
  const t = useOfficeT('reports')
  const language = useLanguage()
  const made = file.state === 'klar'
  return (
    <tr>
      <th scope="row">
        <Link to={paths.scbBatch(file.batchId)}>{file.number}</Link>
      </th>
      <td className={styles.nowrap}>{formatMonth(file.month, language)}</td>
      <td>
        {!made ? (
          <Badge tone="lichen">{t('files.queued')}</Badge>
        ) : file.supersededBy === null ? (
          <Badge tone="ok">{t('files.valid')}</Badge>
        ) : (
          <Badge tone="plain">{t('files.superseded', { number: file.supersededBy.number })}</Badge>
        )}
      </td>
      <td className="number">{made ? formatNumber(file.rowCount, language) : '–'}</td>
      <td className="number">{made ? formatMinutes(file.reportedMinutes) : '–'}</td>
      <td>{file.finishedAt === null ? '–' : `${formatDateTime(file.finishedAt)}, ${file.madeBy}`}</td>
      <td>{file.contentSha256 === null ? '–' : <code>{file.contentSha256.slice(0, 12)}…</code>}</td>
    </tr>
  )
}
