import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes } from '~/shared/dates'
import { Card } from '~/shared/ui'
import type { RecordPage } from '../record-page'

/** The duplicates that were merged into this person: when, by whom and why. */
export function RecordMerges({ merges }: Pick<RecordPage, 'merges'>) {
  const t = useOfficeT('merge')
  if (merges.length === 0) return null
  return (
    <Card as="section">
      <h2>{t('log.title')}</h2>
      <ul>
        {merges.map((merge) => (
          <li key={`${merge.mergedAt} ${merge.name}`}>
            {t('log.line', { ...merge, at: merge.mergedAt, time: formatMinutes(merge.minutes) })}
            <div className="xsmall">{t('log.reason', { reason: merge.reason })}</div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
