import { useOfficeT } from '~/i18n/use-office-t'
import { formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, Notice } from '~/shared/ui'
import type { AttendancePage } from '../../attendance/page.server'
import styles from './attendance.module.css'
import type { MarkQueue, QueueState } from './mark-queue'

const reasons = ['confirmed', 'not-listed', 'no-such-meeting', 'cancelled', 'form'] as const

/** What is sent, what waits on this device and what was refused; silent while there is nothing to tell. */
export function QueueNotice(given: {
  page: AttendancePage
  queue: MarkQueue | undefined
  state: QueueState
  online: boolean
}) {
  const t = useOfficeT('attendance')
  const { page, queue, state, online } = given
  const count = state.waiting.length
  const refusal = reasons.find((one) => one === state.refused[0]?.refusal) ?? 'form'
  const sent = state.sentAt === null ? null : t('offline.sentAt', { time: formatTime(new Date(state.sentAt)) })
  const times = { from: formatTime(page.time.startsAt), to: formatTime(page.time.endsAt) }
  return (
    <div className={styles['bar']} aria-live="polite">
      {state.refused.length > 0 && (
        <Notice tone="granite">
          <p>{t('offline.refused', { count: state.refused.length, reason: t(`fault.${refusal}`, times) })}</p>
        </Notice>
      )}
      {state.status === 'signed-out' && (
        <Notice tone="lichen">
          <p>{t('offline.signedOut')}</p>
          <p>
            <a href={paths.signIn(paths.attendance(page.meetingId))}>{t('offline.signIn')}</a>
          </p>
        </Notice>
      )}
      {state.status !== 'signed-out' && !online && (
        <Notice tone="lichen">
          <p>
            <strong>{count === 0 ? t('offline.idle') : t('offline.waiting', { count })}</strong> {sent}
          </p>
          {count > 0 && <p>{t('offline.waitingText')}</p>}
          {count > 0 && (
            <Button type="button" variant="quiet" onClick={() => void queue?.flush()}>
              {t('offline.retry')}
            </Button>
          )}
        </Notice>
      )}
      {online && state.status === 'sending' && count > 0 && (
        <span className="small">{t('offline.sending', { count })}</span>
      )}
      {online && state.status === 'idle' && count === 0 && sent !== null && <span className="small">{sent}</span>}
    </div>
  )
}
