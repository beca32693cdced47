import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatDateTime, formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import {
  Button,
  Card,
  FormErrorSummary,
  Grid,
  Notice,
  Page,
  PageHeader,
  Section,
  SelectField,
  Stack,
  TextField,
} from '~/shared/ui'
import type { ShownMonthEvent, SignAnswer, SignPage } from '../../months/sign-page'
import { MissedMeetings, MonthFindings, MonthLines } from './month-lines'
import { WithdrawForm } from './withdraw-form'

type Answered = { page: SignPage; answer: SignAnswer | undefined }

/** The participant's own month: read it, say that it is right, done. */
export function SignView({ page, answer, formKey }: Answered & { formKey: string }) {
  const t = useOfficeT('months')
  const hours = useT('hours')
  const month = formatMonth(page.month, useLanguage())
  const missed = page.meetings.filter((meeting) => !meeting.ahead)
  const ahead = page.meetings.filter((meeting) => meeting.ahead)
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: hours('title'), to: paths.hours() }, { label: month }]}
        title={t('sign.title', { month })}
        lead={t('sign.lead', { project: page.projectName, diarienr: page.diarienr })}
      />
      <Stack gap="l">
        <Standing page={page} />
        <Sums page={page} />
        <MonthFindings findings={page.findings} />
        <Section title={t('sign.linesTitle')}>
          {page.lines.length === 0 ? <p>{t('sign.noLines')}</p> : <MonthLines page={page} />}
        </Section>
        {missed.length > 0 && (
          <Section title={t('sign.missedTitle')}>
            <p className="small">{t('sign.missedHint')}</p>
            <MissedMeetings meetings={missed} />
          </Section>
        )}
        {ahead.length > 0 && (
          <Section title={t('sign.aheadTitle')}>
            <p className="small">{t('sign.aheadHint')}</p>
            <MissedMeetings meetings={ahead} />
          </Section>
        )}
        {page.canSign && <SignForm page={page} answer={answer} />}
        {page.canWithdraw && <WithdrawForm page={page} answer={answer} />}
        {page.canState && <StatementForm page={page} answer={answer} formKey={formKey} />}
        {page.events.length > 0 && <History events={page.events} />}
      </Stack>
    </Page>
  )
}

function Standing({ page }: { page: SignPage }) {
  const t = useOfficeT('months')
  const { returned } = page
  if (returned !== null) {
    return (
      <Notice tone="granite">
        <p>
          <strong>{returned.isOwn ? t('withdraw.done') : t('sign.returned', { by: returned.by ?? '' })}</strong>
        </p>
        <p>{returned.reason}</p>
      </Notice>
    )
  }
  if (page.state === 'tom') return null
  const locked = page.projectState !== 'oppen' && (page.state === 'oppen' || page.state === 'rattad')
  const wants = page.attestationWanted ? 'signerad' : 'signeradKlar'
  const key = locked ? 'lastUtan' : page.state === 'signerad' ? wants : page.state
  return (
    <Notice tone={page.canSign || locked ? 'lichen' : 'ok'}>
      <p>{page.changed > 0 && page.canSign ? t('sign.changed', { count: page.changed }) : t(`sign.standing.${key}`)}</p>
      {!page.isOver && page.canSign && <p>{t('sign.notOver')}</p>}
    </Notice>
  )
}

function Sums({ page }: { page: SignPage }) {
  const t = useOfficeT('months')
  const figures = [
    ['planned', page.planned],
    ['attended', page.attended],
    ['seen', page.seenMinutes],
    ['signed', page.signedMinutes],
  ] as const
  return (
    <Grid columns={3}>
      <Card>
        <h2>{t('sign.registered')}</h2>
        <p className="figure-large">{formatMinutes(page.minutes)}</p>
        <p className="small">{t('sign.reportable', { time: formatMinutes(page.reportableMinutes) })}</p>
        {!page.selfStudyEligible && <p className="small">{t('sign.selfStudyWaits')}</p>}
      </Card>
      <Card>
        <h2>{t('sign.sideBySide')}</h2>
        <dl className="facts">
          {figures.map(([name, minutes]) => (
            <div key={name}>
              <dt>{t(`lines.${name}`)}</dt>
              <dd>{minutes === null ? t('sign.notYet') : formatMinutes(minutes)}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Grid>
  )
}

function SignForm({ page, answer }: Answered) {
  const t = useOfficeT('months')
  const mine = answer?.intent === 'sign' ? answer : undefined
  return (
    <Section title={t('sign.formTitle')} id="signera">
      <Form method="post">
        <Stack>
          <FormErrorSummary errors={mine?.errors} />
          <input type="hidden" name="seen" value={page.seen} />
          <p>
            <strong>{t('sign.statement')}</strong>
          </p>
          <p>{t('sign.summary', { count: page.lines.length, time: formatMinutes(page.minutes) })}</p>
          <TextField
            label={t('sign.password')}
            hint={t('sign.passwordHint')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={mine?.errors['password']}
          />
          <div>
            <Button name="intent" value="sign">
              {t('sign.button')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Section>
  )
}

function StatementForm({ page, answer, formKey }: Answered & { formKey: string }) {
  const t = useOfficeT('months')
  const hours = useT('hours')
  const mine = answer?.intent === 'statement' ? answer : undefined
  const value = (name: string) => mine?.values[name] ?? ''
  return (
    <Section title={t('statement.title')}>
      <details open={mine !== undefined}>
        <summary>{t('statement.open')}</summary>
        <Form method="post">
          <Stack>
            <FormErrorSummary errors={mine?.errors} />
            <p className="small">{t('statement.hint')}</p>
            <input type="hidden" name="key" value={mine?.values['key'] ?? formKey} />
            <Grid columns={2}>
              <TextField
                label={t('statement.day')}
                name="workedOn"
                type="date"
                required
                min={page.firstDay}
                max={page.lastDay}
                defaultValue={value('workedOn')}
                error={mine?.errors['workedOn']}
              />
              <TextField
                label={t('statement.minutes')}
                name="minutes"
                inputMode="numeric"
                required
                defaultValue={value('minutes')}
                error={mine?.errors['minutes']}
              />
              <SelectField
                label={t('statement.type')}
                name="timeType"
                defaultValue={value('timeType') || 'forberedelse'}
                options={(['forberedelse', 'resa', 'sjalvstudier'] as const).map((type) => ({
                  value: type,
                  label: hours(`type.${type}`),
                }))}
              />
              <TextField
                label={t('statement.what')}
                name="title"
                required
                maxLength={120}
                defaultValue={value('title')}
                error={mine?.errors['title']}
              />
            </Grid>
            <div>
              <Button variant="quiet" name="intent" value="statement">
                {t('statement.button')}
              </Button>
            </div>
          </Stack>
        </Form>
      </details>
    </Section>
  )
}

/** What has happened to the month, the newest first. */
export function History({ events }: { events: readonly ShownMonthEvent[] }) {
  const t = useOfficeT('months')
  return (
    <Section title={t('history.title')}>
      <ol className="plain-list stack stack-s">
        {events.map((event) => (
          <li key={event.monthEventId}>
            <strong>{t(`history.${event.kind}`)}</strong> {formatDateTime(event.happenedAt)}
            {event.actorName !== null && ` · ${event.actorName} (${t(`method.${event.method}`)})`} ·{' '}
            {formatMinutes(event.minutes)}
            {event.reason !== null && <div className="small">{event.reason}</div>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
