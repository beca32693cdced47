import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDateTime, formatLongDay, formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Card, Notice, Page, PageHeader, Stack, TextField } from '~/shared/ui'

export interface CheckInPage {
  meetingId: string
  occasionId: string
  slug: string
  title: string
  startsAt: Date
  endsAt: Date
  place: string | null
  checkedIn: { at: Date; cameAt: Date | null } | null
  open: boolean
  proven: boolean
  error: string | undefined
}

interface Answer {
  error: string
  code: string
}

function CodeForm({ error, code }: { error: string | undefined; code: string }) {
  const t = useOfficeT('attendance')
  return (
    <Form method="post" className="card stack">
      <TextField
        label={t('checkIn.code')}
        hint={t('checkIn.codeHint')}
        name="code"
        required
        maxLength={12}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={code}
        error={error}
      />
      <div>
        <Button>{t('checkIn.submit')}</Button>
      </div>
    </Form>
  )
}

/** One meeting: confirm that you are there, or type the code of the screen. */
export function CheckInView({ page, answer }: { page: CheckInPage; answer: Answer | undefined }) {
  const t = useOfficeT('attendance')
  const language = useLanguage()
  const error = answer?.error ?? page.error
  const day = formatLongDay(page.startsAt, language)
  const where = page.place === null ? '' : `, ${page.place}`
  return (
    <Page width="text">
      <PageHeader
        eyebrow={t('checkIn.title')}
        title={page.title}
        lead={t('lead', {
          day: day.charAt(0).toUpperCase() + day.slice(1),
          from: formatTime(page.startsAt),
          to: formatTime(page.endsAt),
          where,
        })}
      />
      {page.checkedIn !== null ? (
        <Stack>
          <Notice tone="ok" live>
            <h2>{t('checkIn.done')}</h2>
            <p>
              {page.checkedIn.cameAt === null
                ? t('checkIn.doneText', { at: formatDateTime(page.checkedIn.at) })
                : t('checkIn.doneLate', { at: formatTime(page.checkedIn.cameAt) })}
            </p>
            <p>{t('checkIn.leave')}</p>
          </Notice>
          <div>
            <ButtonLink to={paths.activityOccasion(page.slug, page.occasionId)} variant="quiet">
              {t('checkIn.toOccasion')}
            </ButtonLink>
          </div>
        </Stack>
      ) : page.open && page.proven && answer === undefined ? (
        <Card>
          <p>{t('checkIn.confirm')}</p>
          <Form method="post">
            <Button>{t('checkIn.submit')}</Button>
          </Form>
        </Card>
      ) : page.open ? (
        <CodeForm error={error} code={answer?.code ?? ''} />
      ) : (
        <Notice tone="lichen">
          <p>{error}</p>
        </Notice>
      )}
    </Page>
  )
}

/** For those who type the letters of a screen without having read its code. */
export function CheckInStart({ answer }: { answer: Answer | undefined }) {
  const t = useOfficeT('attendance')
  return (
    <Page width="text">
      <PageHeader title={t('checkIn.title')} lead={t('checkIn.lead')} />
      <CodeForm error={answer?.error} code={answer?.code ?? ''} />
    </Page>
  )
}
