import { Form, Link, useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDateTime, formatDay, formatLongDay, formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Notice, Page, PageHeader, Section, Stack, Tabs } from '~/shared/ui'
import type { AttendancePage } from '../../attendance/page.server'
import { AddSection, WaitingSection } from './add-section'
import styles from './attendance.module.css'
import { ConfirmSection } from './confirm-section'
import { type AttendanceAnswer, PersonRow, type RowAnswer } from './person-row'
import { ProductSection } from './product-section'
import { QueueNotice } from './queue-notice'
import { useListWorker } from './use-list-worker'
import { useMarkQueue } from './use-mark-queue'

function Counts({ page, present, absent }: { page: AttendancePage; present: number; absent: number }) {
  const t = useOfficeT('attendance')
  const items = [
    [t('counts.present'), present],
    [t('counts.absent'), absent],
    [t('counts.unmarked'), page.rows.length - present - absent],
    [t('counts.waiting'), page.waiting.length],
  ] as const
  return (
    <dl className={styles['counts']} aria-label={t('counts.label')}>
      {items.map(([label, count]) => (
        <div key={label}>
          <dt className="small">{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}

function MethodChoice({ page, method }: { page: AttendancePage; method: 'ledare' | 'lista' }) {
  const t = useOfficeT('attendance')
  return (
    <Stack gap="s">
      <Tabs
        label={t('method.label')}
        items={[
          { label: t('method.onPlace'), to: paths.attendance(page.meetingId), active: method === 'ledare' },
          {
            label: t('method.fromList'),
            to: paths.attendance(page.meetingId, '?metod=lista'),
            active: method === 'lista',
          },
        ]}
      />
      {method === 'lista' && (
        <Notice>
          <p>{t('method.note')}</p>
        </Notice>
      )}
    </Stack>
  )
}

function Head({ page }: { page: AttendancePage }) {
  const t = useOfficeT('attendance')
  const language = useLanguage()
  const { startsAt, endsAt } = page.time
  const where = page.place === null ? '' : `, ${page.place}`
  return (
    <PageHeader
      breadcrumbs={[{ label: page.title, to: paths.occasion(page.occasionId) }, { label: t('title') }]}
      title={page.meetingTitle === null ? page.title : `${page.title}: ${page.meetingTitle}`}
      lead={t('lead', {
        day: formatLongDay(startsAt, language).replace(/^./, (letter) => letter.toUpperCase()),
        from: formatTime(startsAt),
        to: formatTime(endsAt),
        where,
      })}
      actions={
        <>
          <ButtonLink to={paths.attendanceList(page.meetingId)} variant="quiet" document>
            {t(page.confirmation === undefined ? 'actions.print' : 'actions.list')}
          </ButtonLink>
          {page.confirmation !== undefined &&
            (['csv', 'xlsx'] as const).map((form) => (
              <ButtonLink key={form} to={paths.attendanceList(page.meetingId, form)} variant="quiet" document>
                {t(`actions.${form}`)}
              </ButtonLink>
            ))}
          {page.mayKeep && page.open && (
            <>
              <ButtonLink to={paths.attendanceScreen(page.meetingId)}>{t('actions.screen')}</ButtonLink>
              <ButtonLink to={paths.attendanceImport(page.meetingId)} variant="quiet">
                {t('actions.import')}
              </ButtonLink>
            </>
          )}
        </>
      }
    />
  )
}

function Meetings({ page }: { page: AttendancePage }) {
  const t = useOfficeT('attendance')
  if (page.meetings.length < 2) return null
  return (
    <Tabs
      label={t('meeting.label')}
      items={page.meetings.map((meeting) => ({
        label: `${formatDay(meeting.startsAt)}${meeting.confirmed ? `, ${t('meeting.confirmed')}` : ''}`,
        to: paths.attendance(meeting.meetingId),
        active: meeting.meetingId === page.meetingId,
      }))}
    />
  )
}

/** The attendance of one meeting, made for the leader's phone: mark, add, accept, confirm. */
export function AttendanceView(given: {
  page: AttendancePage
  method: 'ledare' | 'lista'
  answer: AttendanceAnswer | undefined
}) {
  const { page, method, answer } = given
  const t = useOfficeT('attendance')
  const { queue, state, online } = useMarkQueue(page)
  useListWorker(page.open, page.actorId)
  const [faults, setFaults] = useState<Record<string, RowAnswer | undefined>>({})
  const [query] = useSearchParams()
  const own = new Map(
    [...state.sent.map((mark) => ({ mark, sent: true })), ...state.waiting.map((mark) => ({ mark, sent: false }))].map(
      (one) => [one.mark.personId, one],
    ),
  )
  const presentOf = (personId: string, marked: boolean | null) => {
    const made = own.get(personId)
    return made === undefined ? marked : made.mark.present === 'ja'
  }
  const marks = page.rows.map((row) => presentOf(row.personId, row.present))
  const present = marks.filter((one) => one === true).length
  const absent = marks.filter((one) => one === false).length
  const formAnswer = (personId: string): RowAnswer | undefined =>
    faults[personId] ??
    (answer?.intent === 'mark' && answer.values['personId'] === personId && !(personId in faults) ? answer : undefined)
  return (
    <Page>
      <Head page={page} />
      <Stack gap="l">
        <Meetings page={page} />
        {answer !== undefined && answer.intent !== 'mark' && (
          <Notice tone="granite" live>
            <p>{answer.error}</p>
          </Notice>
        )}
        {page.cancelled && (
          <Notice tone="granite">
            <p>{t('fault.cancelled')}</p>
          </Notice>
        )}
        {page.confirmation !== undefined && (
          <Notice tone={page.confirmation.intact ? 'ok' : 'granite'}>
            <p>{t('confirm.done', { at: formatDateTime(page.confirmation.at), name: page.confirmation.by })}</p>
            {!page.confirmation.intact && <p>{t('confirm.broken')}</p>}
          </Notice>
        )}
        <Counts page={page} present={present} absent={absent} />
        {page.open && <MethodChoice page={page} method={method} />}
        <QueueNotice page={page} queue={queue} state={state} online={online} />
        <Section title={t('list.title')}>
          {page.rows.length === 0 && <p>{t('list.none')}</p>}
          <ul className={styles['people']}>
            {page.rows.map((row) => (
              <PersonRow
                key={row.personId}
                page={page}
                row={row}
                method={method}
                queue={queue}
                own={own.get(row.personId)}
                answer={formAnswer(row.personId)}
                onFault={(personId, fault) => setFaults((all) => ({ ...all, [personId]: fault }))}
              />
            ))}
          </ul>
          {page.open && marks.includes(null) && (
            <Form method="post">
              <input type="hidden" name="intent" value="mark-all" />
              <input type="hidden" name="method" value={method} />
              <Button variant="quiet" disabled={!online}>
                {t('list.all')}
              </Button>
            </Form>
          )}
        </Section>
        {page.waiting.length > 0 && <WaitingSection page={page} online={online} />}
        {page.open && <AddSection page={page} online={online} answer={answer} words={query.get('sok') ?? ''} />}
        {page.rule.product && <ProductSection page={page} />}
        {page.open && (
          <ConfirmSection
            page={page}
            counts={{ present, absent, unmarked: page.rows.length - present - absent }}
            blocked={!online || state.waiting.length > 0}
          />
        )}
        <p>
          <Link to={paths.occasion(page.occasionId)}>{t('crumb')}</Link>
        </p>
      </Stack>
    </Page>
  )
}
