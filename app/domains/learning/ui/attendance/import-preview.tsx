import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes, formatTime } from '~/shared/dates'
import { Badge, DataTable } from '~/shared/ui'
import type { PersonInFile } from '../../attendance/meeting-file/model'
import { presenceOf } from '../../attendance/meeting-file/match'
import styles from './import.module.css'

interface Shown extends PersonInFile {
  proposed: string | null
  marked: 'same' | 'other' | null
}

export interface ImportPreviewShown {
  kind: 'teams' | 'zoom'
  rows: Shown[]
  people: { personId: string; name: string }[]
  missing: string[]
}

interface Time {
  startsAt: Date
  endsAt: Date
}

const range = ({ from, to }: { from: Date; to: Date }) => `${formatTime(from)}–${formatTime(to)}`

function Remark({ row, time }: { row: Shown; time: Time }) {
  const t = useOfficeT('attendance')
  if (row.marked === 'same') return <p className="small">{t('import.same')}</p>
  if (row.problem !== null)
    return (
      <p className={styles['problem']}>
        {t(`import.problem.${row.problem}`, { from: formatTime(time.startsAt), to: formatTime(time.endsAt) })}
      </p>
    )
  if (row.marked === 'other') return <p className={styles['problem']}>{t('import.other')}</p>
  return null
}

function Stays({ row, time }: { row: Shown; time: Time }) {
  const t = useOfficeT('attendance')
  const presence = row.spans.length > 1 ? presenceOf({ ...time, breakMinutes: 0 }, row.spans) : undefined
  const shown = presence && { from: presence.cameAt ?? time.startsAt, to: presence.leftAt ?? time.endsAt }
  return (
    <>
      {row.spans.map((span) => (
        <span key={span.from.getTime()} className={styles['span']}>
          {range(span)}
        </span>
      ))}
      {shown !== undefined && <p className="small">{t('import.joined', { shown: range(shown) })}</p>}
    </>
  )
}

/** What each row of a meeting's file would enter, with a choice of person for it. */
export function PreviewTable({ preview, time }: { preview: ImportPreviewShown; time: Time }) {
  const t = useOfficeT('attendance')
  return (
    <DataTable caption={t('import.preview')}>
      <thead>
        <tr>
          <th scope="col">{t('import.inFile')}</th>
          <th scope="col">{t('import.time')}</th>
          <th scope="col">{t('import.minutes')}</th>
          <th scope="col">{t('import.who')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.rows.map((row, index) => (
          <tr key={row.lines.join('-')}>
            <th scope="row" className={styles['who']}>
              {row.name || row.email}
              <span className="small">
                {t('import.lines', { count: row.lines.length, lines: row.lines.join(', ') })}
              </span>
            </th>
            <td>
              <Stays row={row} time={time} />
            </td>
            <td className="number">{formatMinutes(row.minutes)}</td>
            <td className={styles['choice']}>
              {row.spans.length > 0 && row.marked !== 'same' && row.problem !== 'leader' && (
                <select
                  name={`person-${index}`}
                  className="input"
                  defaultValue={row.proposed ?? ''}
                  aria-label={t('import.choose', { name: row.name })}
                >
                  <option value="">{t('import.skip')}</option>
                  {preview.people.map(({ personId, name }) => (
                    <option key={personId} value={personId}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
              {row.match !== null && row.proposed !== null && (
                <Badge tone="ok">{t(row.match.by === 'email' ? 'import.byEmail' : 'import.byName')}</Badge>
              )}
              <Remark row={row} time={time} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
