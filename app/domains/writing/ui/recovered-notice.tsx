import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { Notice } from '~/shared/ui'
import type { Autosave } from './use-autosave'

/** Says that what a closed page had not sent has come back. */
export function RecoveredNotice({ autosave }: { autosave: Autosave }) {
  const t = useOfficeT('writing')
  const recoveredAt = autosave.opened?.recoveredAt
  if (recoveredAt === undefined) return null
  return (
    <Notice live>
      <p>{t('recovered', { time: formatDateTime(new Date(recoveredAt)) })}</p>
    </Notice>
  )
}
