import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatLongDay, formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Card } from '~/shared/ui'
import type { BookingNews } from '../rules/booking-news'
import { tellBooking } from '../rules/told'

export interface StartMeeting {
  meetingId: string
  slug: string
  title: string
  startsAt: Date
  place: string | null
  mode: 'plats' | 'digitalt' | 'bada'
  own: 'bokad' | 'leder'
}

/** The meetings that the person goes to next, each with the way to it; leaders go to the attendance. */
export function NextMeetings({ meetings }: { meetings: readonly StartMeeting[] }) {
  const t = useT('home')
  const language = useLanguage()
  return (
    <Card as="section">
      <h2>{t('meetingsTitle')}</h2>
      <ul className="plain-list stack stack-s">
        {meetings.map((meeting) => (
          <li key={meeting.meetingId}>
            <Link to={meeting.own === 'leder' ? paths.attendance(meeting.meetingId) : paths.activity(meeting.slug)}>
              {meeting.title}
            </Link>{' '}
            {meeting.own === 'leder' && <Badge tone="lichen">{t('meetingLead')}</Badge>}
            <div className="small">
              {`${formatLongDay(meeting.startsAt, language)} ${formatTime(meeting.startsAt)}`}
              {meeting.place !== null && `, ${meeting.place}`}
              {meeting.mode !== 'plats' && `, ${t(`meetingMode.${meeting.mode}`)}`}
            </div>
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.calendar('?mina=ja')}>{t('meetingsLink')}</Link>
      </p>
    </Card>
  )
}

/** One line about a booking: what has happened, and the way to the activity. */
export function BookingLine({ news }: { news: BookingNews }) {
  const { text, to, more } = tellBooking(news, useT('home'))
  return (
    <>
      <Link to={to}>{text}</Link>
      {more !== undefined && <div className="small">{more}</div>}
    </>
  )
}
