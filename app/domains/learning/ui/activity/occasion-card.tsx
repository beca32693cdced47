import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatDateTime, formatDay, formatLongDay, formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Button, ButtonLink, Card, Notice, Row } from '~/shared/ui'
import type { OccasionView, ProductState } from '../../booking/activity-view'
import { isActive } from '../../booking/rules'
import styles from './activity.module.css'

/** The meetings of an occasion: when, where and how. */
export function Meetings({ occasion }: { occasion: Pick<OccasionView, 'meetings'> }) {
  const t = useT('activity')
  const calendar = useT('calendar')
  const language = useLanguage()
  return (
    <ol className={styles['meetings']}>
      {occasion.meetings.map((meeting) => (
        <li key={meeting.meetingId}>
          <strong>{formatLongDay(meeting.startsAt, language)}</strong>{' '}
          <time dateTime={meeting.startsAt.toISOString()}>
            {t('time', { from: formatTime(meeting.startsAt), to: formatTime(meeting.endsAt) })}
          </time>
          {meeting.title !== null && <> · {meeting.title}</>}
          <div className="small">
            {calendar(`modes.${meeting.mode}`)}
            {meeting.place !== null && <> · {meeting.place}</>}
            {meeting.breakMinutes > 0 && <> · {t('break', { minutes: meeting.breakMinutes })}</>}
          </div>
          {meeting.mode !== 'plats' && (
            <div className="small">
              {meeting.onlineUrl === null ? t('onlineLater') : <a href={meeting.onlineUrl}>{t('online')}</a>}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function Seats({ occasion }: { occasion: OccasionView }) {
  const t = useT('activity')
  const { left, capacity } = occasion
  const waiting = occasion.waiting > 0 ? ` · ${t('waiting', { count: occasion.waiting })}` : ''
  if (left === null || capacity === null) return <p className="small">{t('noLimit') + waiting}</p>
  return (
    <p className="small">
      {(left === 0 ? t('full', { count: capacity, capacity }) : t('placesLeft', { count: left, capacity })) + waiting}
    </p>
  )
}

function Window({ occasion }: { occasion: OccasionView }) {
  const t = useT('activity')
  const when = (instant: Date | null) => (instant === null ? '' : formatDateTime(instant))
  switch (occasion.window) {
    case 'open':
      return occasion.closesAt === null ? null : (
        <p className="small">{t('closes', { day: formatDateTime(occasion.closesAt) })}</p>
      )
    case 'cancelled':
      return <Notice tone="granite">{t('window.cancelled', { reason: occasion.cancelReason ?? '' })}</Notice>
    case 'not-yet':
      return <p>{t('window.not-yet', { day: when(occasion.opensAt) })}</p>
    case 'closed':
      return <p>{t('window.closed', { day: when(occasion.closesAt) })}</p>
    case 'withdrawn':
    case 'started':
      return <p>{t(`window.${occasion.window}`)}</p>
  }
}

function NeedsField({ occasionId, value, error }: { occasionId: string; value: string; error?: string | undefined }) {
  const t = useT('activity')
  return (
    <div className="field">
      <label htmlFor={`field-needs-${occasionId}`}>{t('needs')}</label>
      <p className="hint" id={`needs-hint-${occasionId}`}>
        {t('needsHint')}
      </p>
      {error !== undefined && <p className="field-error">{error}</p>}
      <textarea
        id={`field-needs-${occasionId}`}
        name="accessNeeds"
        className="input"
        maxLength={500}
        defaultValue={value}
        aria-describedby={`needs-hint-${occasionId}`}
      />
    </div>
  )
}

/** Where the activity asks for a product: whether it is handed in, and the way to it. */
function Product({ occasionId, state, begun }: { occasionId: string; state: ProductState; begun: boolean }) {
  const t = useT('activity')
  return (
    <Row>
      <ButtonLink to={paths.product(occasionId)} variant={state === 'missing' && begun ? 'primary' : 'quiet'}>
        {t(state === 'missing' ? 'product.handIn' : 'product.open')}
      </ButtonLink>
      <span className="small">{t(`product.${state}`)}</span>
    </Row>
  )
}

function Own({ occasion, past }: { occasion: OccasionView; past: boolean }) {
  const t = useT('activity')
  const { own, occasionId } = occasion
  if (own === null) return null
  const ahead = !past && occasion.window !== 'started' && occasion.window !== 'cancelled'
  return (
    <>
      <Notice tone={own.state === 'bokad' ? 'ok' : 'lichen'}>
        <strong>
          {past && own.state === 'bokad' ? t('wasBooked') : t(`state.${own.state}`, { queue: own.queue })}
        </strong>
        {own.accessNeeds !== null && <p className="small">{t('needsSaved', { text: own.accessNeeds })}</p>}
      </Notice>
      {own.product !== null && (
        <Product occasionId={occasionId} state={own.product} begun={occasion.window === 'started'} />
      )}
      {isActive(own.state) && !past && (
        <Row>
          {own.state === 'bokad' && (
            <ButtonLink to={paths.occasionFile(occasionId)} variant="quiet" document>
              {t('file')}
            </ButtonLink>
          )}
          {ahead && (
            <Form method="post">
              <input type="hidden" name="occasionId" value={occasionId} />
              <Button variant="quiet" name="intent" value="cancel">
                {t('cancel')}
              </Button>
            </Form>
          )}
        </Row>
      )}
      {isActive(own.state) && ahead && (
        <>
          <p className="xsmall">{t('cancelHint')}</p>
          <details className={styles['needs']}>
            <summary>{t('needsChange')}</summary>
            <Form method="post" className={styles['form']}>
              <input type="hidden" name="occasionId" value={occasionId} />
              <NeedsField occasionId={occasionId} value={own.accessNeeds ?? ''} />
              <Button variant="quiet" name="intent" value="book">
                {t('needsSave')}
              </Button>
            </Form>
          </details>
        </>
      )}
    </>
  )
}

export interface BookingAnswer {
  occasionId: string
  message: string
  accessNeeds: string
}

function Book({
  occasion,
  approval,
  answer,
}: {
  occasion: OccasionView
  approval: boolean
  answer: BookingAnswer | undefined
}) {
  const t = useT('activity')
  const full = occasion.left === 0 || occasion.waiting > 0
  return (
    <Form method="post" className={styles['form']}>
      <input type="hidden" name="occasionId" value={occasion.occasionId} />
      <NeedsField occasionId={occasion.occasionId} value={answer?.accessNeeds ?? ''} />
      {approval && <p className="small">{t('approval')}</p>}
      <Button name="intent" value="book">
        {approval ? t('ask') : full ? t('queue') : t('book')}
      </Button>
    </Form>
  )
}

/** One occasion with everything the asker may do with it. */
export function OccasionCard({
  occasion,
  approval,
  signedIn,
  slug,
  blocked,
  answer,
  past = false,
}: {
  occasion: OccasionView
  approval: boolean
  signedIn: boolean
  slug: string
  blocked: ReactNode
  answer: BookingAnswer | undefined
  /** It is over: only what it was, and what the asker had to do with it. */
  past?: boolean
}) {
  const t = useT('activity')
  const language = useLanguage()
  const first = occasion.meetings[0]
  const day = first === undefined ? '–' : formatLongDay(first.startsAt, language)
  const year = past && first !== undefined ? ` ${formatDay(first.startsAt).slice(0, 4)}` : ''
  const free = occasion.own === null || occasion.own.state === 'avbokad'
  return (
    <Card as="article" id={`tillfalle-${occasion.occasionId}`}>
      <Row between>
        <h3>{t('occasionOn', { day: day + year })}</h3>
        <Badge tone="plain">{t('meetings', { count: occasion.meetings.length })}</Badge>
      </Row>
      <Meetings occasion={occasion} />
      {occasion.leaders.length > 0 && <p className="small">{t('leaders', { names: occasion.leaders.join(', ') })}</p>}
      {occasion.window !== 'cancelled' && !past && <Seats occasion={occasion} />}
      {occasion.materials.length > 0 && (
        <div>
          <p className="small">{t('materials')}</p>
          <ul className={styles['list']}>
            {occasion.materials.map(({ title, url }) => (
              <li key={url}>
                <a href={url}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {answer?.occasionId === occasion.occasionId && (
        <Notice tone="granite" live>
          {answer.message}
        </Notice>
      )}
      {(!past || occasion.window === 'cancelled') && <Window occasion={occasion} />}
      <Own occasion={occasion} past={past} />
      {occasion.clashes.length > 0 && occasion.window !== 'started' && occasion.window !== 'cancelled' && (
        <Notice tone="lichen">{t('clash', { what: occasion.clashes.join(', ') })}</Notice>
      )}
      {occasion.window === 'open' &&
        free &&
        signedIn &&
        (blocked ?? (
          <Book
            occasion={occasion}
            approval={approval}
            answer={answer?.occasionId === occasion.occasionId ? answer : undefined}
          />
        ))}
      {occasion.window === 'open' && !signedIn && (
        <p>
          <ButtonLink to={paths.signIn(paths.activity(slug))}>{t('signIn')}</ButtonLink>
        </p>
      )}
      {occasion.leads && (
        <p>
          <ButtonLink to={paths.occasion(occasion.occasionId)} variant="quiet">
            {t('lead')}
          </ButtonLink>
        </p>
      )}
    </Card>
  )
}
