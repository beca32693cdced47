import type { FormEvent } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes, formatTime } from '~/shared/dates'
import { Badge, Button, TextField } from '~/shared/ui'
import type { AttendancePage, AttendanceRow } from '../../attendance/page.server'
import { readTimes } from '../../attendance/rules'
import styles from './attendance.module.css'
import type { MarkQueue, QueuedMark } from './mark-queue'
import { newMarkId } from './use-mark-queue'

export interface RowAnswer {
  error: string
  values: Record<string, string>
}

export interface AttendanceAnswer extends RowAnswer {
  intent: string
}

interface Given {
  page: AttendancePage
  row: AttendanceRow
  method: 'ledare' | 'lista'
  queue: MarkQueue | undefined
  /** A mark made on this device that the list does not hold yet. */
  own: { mark: QueuedMark; sent: boolean } | undefined
  answer: RowAnswer | undefined
  onFault: (personId: string, fault: RowAnswer | undefined) => void
}

/** What a row shows: the mark made here when the server's list does not have it yet. */
function shownOf({ row, own }: Given) {
  if (own === undefined) return row
  const { present, came, left } = own.mark
  return { ...row, present: present === 'ja', came, left }
}

function State(given: Given) {
  const t = useOfficeT('attendance')
  const { page, own } = given
  const { present, came, left, minutes, method } = shownOf(given)
  if (present === null) return <span className="small">{t('list.unmarked')}</span>
  const parts = [
    ...(present && came !== '' ? [t('list.cameLate', { time: came })] : []),
    ...(present && left !== '' ? [t('list.leftEarly', { time: left })] : []),
    ...(present && own === undefined
      ? [t('list.minutes', { time: formatMinutes(minutes), of: formatMinutes(page.minutes) })]
      : []),
    ...(method !== null && own === undefined ? [t(`list.by.${method}`)] : []),
    ...(own !== undefined && !own.sent ? [t('list.waitsToSend')] : []),
  ]
  return (
    <span className="small">
      <Badge tone={present ? 'ok' : 'granite'}>{t(present ? 'list.present' : 'list.absent')}</Badge> {parts.join(', ')}
    </span>
  )
}

function Times({ given, came, left }: { given: Given; came: string; left: string }) {
  const t = useOfficeT('attendance')
  const { page, row, answer } = given
  const example = formatTime(new Date(page.time.startsAt.getTime() + 15 * 60_000))
  return (
    <details className={styles['times']} open={answer !== undefined || undefined}>
      <summary>{t('list.times')}</summary>
      <p className="small">{t('list.timesHint', { example })}</p>
      <div className={styles['timeFields']}>
        <TextField
          id={`came-${row.personId}`}
          label={t('list.came')}
          name="came"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={answer?.values['came'] ?? came}
        />
        <TextField
          id={`left-${row.personId}`}
          label={t('list.left')}
          name="left"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={answer?.values['left'] ?? left}
        />
      </div>
      <Button variant="quiet" name="present" value="ja">
        {t('list.saveTimes')}
      </Button>
    </details>
  )
}

/** One person of the list with their buttons: a form of its own, taken over by the queue when scripts run. */
export function PersonRow(given: Given) {
  const t = useOfficeT('attendance')
  const { page, row, method, queue, answer, onFault } = given
  const shown = shownOf(given)

  function submit(event: FormEvent<HTMLFormElement>): void {
    if (queue === undefined) return
    event.preventDefault()
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    const form = new FormData(event.currentTarget)
    const present = button?.value === 'nej' ? 'nej' : 'ja'
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const [came, left] = present === 'ja' ? [text('came'), text('left')] : ['', '']
    const times = readTimes(page.time, came, left)
    if (!times.ok) {
      const bounds = { from: formatTime(page.time.startsAt), to: formatTime(page.time.endsAt) }
      onFault(row.personId, { error: t(`fault.${times.refusal}`, bounds), values: { came, left } })
      return
    }
    onFault(row.personId, undefined)
    queue.put({ markId: newMarkId(), personId: row.personId, present, came, left, method })
  }

  const tone = shown.present === null ? '' : shown.present ? styles['isPresent'] : styles['isAbsent']
  return (
    <li id={`p-${row.personId}`} className={`${styles['person']} ${tone}`}>
      <div className={styles['head']}>
        <div>
          <span className={styles['name']}>{row.name}</span>
          <div className="small">{row.isProtected ? t('list.protected') : row.employer}</div>
        </div>
        <State {...given} />
      </div>
      {page.open && (
        <form method="post" onSubmit={submit} className="stack stack-s">
          <input type="hidden" name="intent" value="mark" />
          <input type="hidden" name="personId" value={row.personId} />
          <input type="hidden" name="markId" value={row.nextMarkId} />
          <input type="hidden" name="method" value={method} />
          {answer !== undefined && (
            <p className="field-error" role="alert">
              {answer.error}
            </p>
          )}
          <div className={styles['choices']}>
            <button
              className={styles['choice']}
              name="present"
              value="ja"
              aria-pressed={shown.present === true}
              aria-label={t('list.markPresent', { name: row.name })}
            >
              {t('list.present')}
            </button>
            <button
              className={`${styles['choice']} ${styles['no']}`}
              name="present"
              value="nej"
              aria-pressed={shown.present === false}
              aria-label={t('list.markAbsent', { name: row.name })}
            >
              {t('list.absent')}
            </button>
          </div>
          <Times key={`${shown.came} ${shown.left}`} given={given} came={shown.came} left={shown.left} />
        </form>
      )}
    </li>
  )
}
