import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatLongDay, formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Row } from '~/shared/ui'
import type { CalendarMeeting } from '../../calendar/model'
import { byDay, weekNumber } from '../../calendar/rules'
import styles from './calendar.module.css'

function Standing({ meeting }: { meeting: CalendarMeeting }) {
  const t = useT('calendar')
  if (meeting.cancelled) return <Badge tone="granite">{t('cancelled')}</Badge>
  return (
    <>
      {meeting.own !== null && <Badge tone="lichen">{t(`own.${meeting.own}`)}</Badge>}
      {meeting.placesLeft === 0 && <Badge tone="plain">{t('full')}</Badge>}
      {meeting.placesLeft !== null && meeting.placesLeft > 0 && (
        <Badge tone="plain">{t('placesLeft', { count: meeting.placesLeft })}</Badge>
      )}
    </>
  )
}

/** Meetings by day, as they come. */
export function MeetingList({ meetings }: { meetings: readonly CalendarMeeting[] }) {
  const t = useT('calendar')
  const language = useLanguage()
  return (
    <ol className={styles['days']}>
      {[...byDay(meetings)].map(([day, ofDay]) => (
        <li key={day}>
          <h3>
            {formatLongDay(new Date(`${day}T12:00:00Z`), language)}{' '}
            <span className="xsmall">{t('weekNumber', { week: weekNumber(day) })}</span>
          </h3>
          <ul className={styles['lines']}>
            {ofDay.map((meeting) => (
              <li key={meeting.meetingId} className={styles['line']}>
                <time dateTime={meeting.startsAt.toISOString()}>
                  {formatTime(meeting.startsAt)}–{formatTime(meeting.endsAt)}
                </time>
                <div>
                  <p>
                    <Link to={paths.activity(meeting.slug)}>
                      <strong>{meeting.title}</strong>
                    </Link>
                    {meeting.meetingTitle !== null && <> · {meeting.meetingTitle}</>}
                  </p>
                  <p className="small">
                    {t(`kinds.${meeting.kind}`)} · {t(`modes.${meeting.mode}`)}
                    {meeting.place !== null && <> · {meeting.place}</>} · {meeting.organiser}
                  </p>
                  <Row>
                    <Standing meeting={meeting} />
                  </Row>
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
