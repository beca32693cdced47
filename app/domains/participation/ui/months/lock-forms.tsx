import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatMonth, formatNumber } from '~/shared/dates'
import { Button, Card, CheckboxField, Notice, Progress, Section, Stack, TextArea } from '~/shared/ui'
import type { ClosingPage, MonthAnswer } from '../../months/closing-page'

type Answered = { page: ClosingPage; answer: MonthAnswer | undefined }

export function LockForm({ page, answer }: Answered) {
  const t = useOfficeT('closing')
  const month = formatMonth(page.month, useLanguage())
  const { counts, isOver } = page
  const leftOut = counts['vantar-pa-signatur'] + counts['vantar-pa-attest']
  if (counts.klar === 0)
    return (
      <Section title={t('lock.title')}>
        <p>{t(counts.all === 0 ? 'lock.empty' : 'lock.nobody')}</p>
      </Section>
    )
  return (
    <Section title={t('lock.title')}>
      <Card>
        <Form method="post">
          <Stack>
            <p>{t('lock.text', { count: counts.klar })}</p>
            {!isOver && <p>{t('lock.notOver')}</p>}
            <input type="hidden" name="leftOut" value={leftOut} />
            {leftOut > 0 && (
              <CheckboxField
                id="field-acknowledged"
                name="acknowledged"
                value="ja"
                label={t('lock.acknowledge', { count: leftOut })}
                error={answer?.errors['acknowledged']}
              />
            )}
            <div>
              <Button name="intent" value="lock">
                {t('lock.button', { month })}
              </Button>
            </div>
          </Stack>
        </Form>
      </Card>
    </Section>
  )
}

/**
 * A big month is locked a part at a time by the portal itself: the page only shows how far it is, anew every second or,
 * without JavaScript, when it is read again. Leaving it changes nothing.
 */
export function Locking({ page }: { page: ClosingPage }) {
  const t = useOfficeT('closing')
  const language = useLanguage()
  const { revalidate, state } = useRevalidator()
  const { lockedCount, lockingTotal } = page.standing
  const total = lockingTotal ?? lockedCount
  useEffect(() => {
    if (state !== 'idle') return undefined
    const timer = setTimeout(revalidate, 1_000)
    return () => clearTimeout(timer)
  }, [state, revalidate])
  const figures = { done: formatNumber(lockedCount, language), total: formatNumber(total, language) }
  return (
    <Notice tone="lichen" live>
      <Stack>
        <p>
          <strong>{t('locking.title')}</strong> {t('locking.where', figures)}
        </p>
        <Progress value={lockedCount} max={total} label={t('locking.where', figures)} />
        <p>{t('locking.hint')}</p>
        {page.mayLock && (
          <Form method="post">
            <Button variant="quiet" name="intent" value="continue">
              {t('locking.continue')}
            </Button>
          </Form>
        )}
      </Stack>
    </Notice>
  )
}

export function ReopenForm({ page, answer }: Answered) {
  const t = useOfficeT('closing')
  const language = useLanguage()
  const { later } = page
  return (
    <Section title={t('reopen.title')}>
      <Card>
        <Form method="post">
          <Stack>
            <p>{t('reopen.text')}</p>
            {later.length > 0 && (
              <p>
                <strong>
                  {t('reopen.later', { months: later.map((month) => formatMonth(month, language)).join(', ') })}
                </strong>
              </p>
            )}
            <TextArea
              label={t('reopen.reason')}
              hint={t('reopen.reasonHint')}
              name="reopenReason"
              rows={3}
              maxLength={500}
              defaultValue={answer?.errors['reopenReason'] === undefined ? '' : answer.reason}
              error={answer?.errors['reopenReason']}
            />
            <div>
              <Button variant="quiet" name="intent" value="reopen">
                {t('reopen.button')}
              </Button>
            </div>
          </Stack>
        </Form>
      </Card>
    </Section>
  )
}
