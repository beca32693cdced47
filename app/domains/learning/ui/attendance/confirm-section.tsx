import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes, formatTime } from '~/shared/dates'
import { Button, Card, CheckboxField, Section } from '~/shared/ui'
import type { AttendancePage } from '../../attendance/page.server'

export function ConfirmSection(given: {
  page: AttendancePage
  counts: { present: number; absent: number; unmarked: number }
  /** Marks of this device are not sent yet. */
  blocked: boolean
}) {
  const t = useOfficeT('attendance')
  const { page, counts, blocked } = given
  const { percent, minutes, product } = page.rule
  return (
    <Section title={t('confirm.title')} id="bekrafta">
      <Card>
        <p>{t('confirm.sum', counts)}</p>
        <p className="small">
          {t('confirm.rule', { percent, time: formatMinutes(minutes) })} {product && t('confirm.product')}
        </p>
        <p className="small">{t('confirm.text')}</p>
        {!page.isOver ? (
          <p>
            <strong>{t('confirm.notOver', { to: formatTime(page.time.endsAt) })}</strong>
          </p>
        ) : (
          <Form method="post" className="stack stack-s">
            <input type="hidden" name="intent" value="confirm" />
            <CheckboxField name="statement" value="ja" required label={t('confirm.statement')} />
            {blocked && <p role="status">{t('confirm.pending')}</p>}
            <div>
              <Button disabled={blocked}>{t('confirm.submit')}</Button>
            </div>
          </Form>
        )}
      </Card>
    </Section>
  )
}
