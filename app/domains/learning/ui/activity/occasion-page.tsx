import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatLongDay, formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Notice,
  Page,
  PageHeader,
  Row,
  Section,
  Stack,
  VisuallyHidden,
} from '~/shared/ui'
import type { BookingState } from '../../booking/model'
import styles from './activity.module.css'

export interface OccasionPageContent {
  occasionId: string
  slug: string
  title: string
  cancelReason: string | null
  manages: boolean
  meetings: { meetingId: string; startsAt: Date; endsAt: Date; place: string | null }[]
  counts: { booked: number; waiting: number; asked: number }
  bookings: {
    bookingId: string
    name: string
    organisationName: string | null
    state: BookingState
    queue: number
    accessNeeds: string | null
  }[]
  others: { occasionId: string; startsAt: Date | null }[]
}

type Line = OccasionPageContent['bookings'][number]

function Actions({ line, content }: { line: Line; content: OccasionPageContent }) {
  const t = useOfficeT('making')
  const language = useLanguage()
  if (line.state === 'avbokad' || line.state === 'nekad') return null
  const whom = <VisuallyHidden>{t('bookings.for', { name: line.name })}</VisuallyHidden>
  return (
    <Stack gap="s">
      <Form method="post" className="row">
        <input type="hidden" name="bookingId" value={line.bookingId} />
        {line.state === 'ansokt' && (
          <Button name="intent" value="approve">
            {t('bookings.approve')}
            {whom}
          </Button>
        )}
        <Button variant="quiet" name="intent" value="refuse">
          {line.state === 'ansokt' ? t('bookings.refuse') : t('bookings.remove')}
          {whom}
        </Button>
      </Form>
      {content.others.length > 0 && (
        <Form method="post" className="row">
          <input type="hidden" name="bookingId" value={line.bookingId} />
          <label htmlFor={`to-${line.bookingId}`} className="small">
            {t('bookings.moveTo')}
          </label>
          <select id={`to-${line.bookingId}`} name="toOccasionId" className={`input ${styles['move'] ?? ''}`}>
            {content.others.map(({ occasionId, startsAt }) => (
              <option key={occasionId} value={occasionId}>
                {startsAt === null ? '–' : `${formatLongDay(startsAt, language)} ${formatTime(startsAt)}`}
              </option>
            ))}
          </select>
          <Button variant="quiet" name="intent" value="move">
            {t('bookings.move')}
            {whom}
          </Button>
        </Form>
      )}
    </Stack>
  )
}

const tones = { ansokt: 'lichen', bokad: 'ok', vantelista: 'sea', avbokad: 'plain', nekad: 'plain' } as const

/** For those who lead or keep the occasion: who has booked, what they need, and the way to attendance. */
export function OccasionPage({ content, fault }: { content: OccasionPageContent; fault: string | undefined }) {
  const t = useOfficeT('making')
  const calendar = useT('calendar')
  const activity = useT('activity')
  const language = useLanguage()
  const { bookings } = content
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[
          { label: calendar('title'), to: paths.calendar() },
          { label: content.title, to: paths.activity(content.slug) },
          { label: t('bookings.title') },
        ]}
        title={t('bookings.title')}
        lead={content.title}
        actions={
          content.manages &&
          content.cancelReason === null && (
            <ButtonLink to={paths.editOccasion(content.occasionId)} variant="quiet">
              {t('bookings.edit')}
            </ButtonLink>
          )
        }
      />
      <Stack>
        {content.cancelReason !== null && (
          <Notice tone="granite">{activity('window.cancelled', { reason: content.cancelReason })}</Notice>
        )}
        {fault !== undefined && (
          <Notice tone="granite" live>
            {fault}
          </Notice>
        )}
      </Stack>
      <Section title={t('bookings.attendance')}>
        <ul className="plain-list stack stack-s">
          {content.meetings.map((meeting) => (
            <li key={meeting.meetingId}>
              <Row>
                <ButtonLink to={paths.attendance(meeting.meetingId)} variant="quiet">
                  {t('bookings.attendanceFor', { day: formatLongDay(meeting.startsAt, language) })}
                </ButtonLink>
                <Link to={paths.attendanceList(meeting.meetingId)} reloadDocument>
                  {t('bookings.list')}
                  <VisuallyHidden> {formatLongDay(meeting.startsAt, language)}</VisuallyHidden>
                </Link>
                <span className="small">
                  {formatTime(meeting.startsAt)}–{formatTime(meeting.endsAt)}
                  {meeting.place !== null && <> · {meeting.place}</>}
                </span>
              </Row>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('bookings.table')}>
        <p>{t('bookings.counts', content.counts)}</p>
        {bookings.some(({ accessNeeds }) => accessNeeds !== null) && (
          <Notice tone="lichen">{t('bookings.needsNote')}</Notice>
        )}
        {bookings.length === 0 ? (
          <p>{t('bookings.none')}</p>
        ) : (
          <DataTable caption={t('bookings.table')}>
            <thead>
              <tr>
                <th scope="col">{t('bookings.name')}</th>
                <th scope="col">{t('bookings.organisation')}</th>
                <th scope="col">{t('bookings.state')}</th>
                <th scope="col">{t('bookings.needs')}</th>
                <th scope="col">{t('bookings.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {bookings.map((line) => (
                <tr key={line.bookingId}>
                  <th scope="row">{line.name}</th>
                  <td>{line.organisationName ?? '–'}</td>
                  <td>
                    <Badge tone={tones[line.state]}>{t(`bookings.states.${line.state}`, { queue: line.queue })}</Badge>
                  </td>
                  <td>{line.accessNeeds ?? '–'}</td>
                  <td>
                    <Actions line={line} content={content} />
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </Section>
    </Page>
  )
}
