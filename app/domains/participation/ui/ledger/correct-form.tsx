import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { Button, Grid, Section, SelectField, Stack, TextArea, TextField } from '~/shared/ui'
import type { LinePage } from '../../ledger/line-page'

export interface LineAnswer {
  intent: string
  errors: Record<string, string>
  values: Record<string, string>
}

const types = ['schemalagd', 'sjalvstudier', 'forberedelse', 'studiebesok', 'resa'] as const

/** Corrects a line by a contra entry and a new one. The day of a protected person stays, since it is not shown. */
export function CorrectForm({ page, answer }: { page: LinePage; answer: LineAnswer | undefined }) {
  const t = useOfficeT('ledger')
  const hours = useT('hours')
  const { workedOn, project } = page
  const mine = answer?.intent === 'correct' ? answer : undefined
  const values = mine?.values
  const errors = mine?.errors
  return (
    <Section title={t('correct.title')} id="ratta">
      <details open={mine !== undefined}>
        <summary>{t('correct.open')}</summary>
        <Form method="post">
          <Stack>
            <p className="small">{t('correct.hint')}</p>
            {page.isLocked && <p className="small">{t('correct.lockedHint')}</p>}
            <Grid columns={3}>
              <TextField
                label={t('correct.minutes')}
                hint={t('correct.minutesHint')}
                name="minutes"
                inputMode="numeric"
                required
                defaultValue={values?.['minutes'] ?? page.minutes}
                error={errors?.['minutes']}
              />
              {workedOn !== null && (
                <TextField
                  label={t('correct.day')}
                  name="workedOn"
                  type="date"
                  required
                  min={project?.startsOn}
                  max={project?.endsOn}
                  defaultValue={values?.['workedOn'] ?? workedOn}
                  error={errors?.['workedOn']}
                />
              )}
              <SelectField
                label={t('correct.type')}
                name="timeType"
                defaultValue={values?.['timeType'] ?? page.timeType}
                options={types.map((type) => ({ value: type, label: hours(`type.${type}`) }))}
              />
            </Grid>
            <TextArea
              label={t('correct.reason')}
              hint={t('correct.reasonHint')}
              name="reason"
              rows={3}
              required
              maxLength={500}
              defaultValue={values?.['reason']}
              error={errors?.['reason']}
            />
            <div>
              <Button name="intent" value="correct">
                {t('correct.button')}
              </Button>
            </div>
          </Stack>
        </Form>
      </details>
    </Section>
  )
}

/** Takes back one's own statement by a contra entry. */
export function WithdrawStatementForm({ answer }: { answer: LineAnswer | undefined }) {
  const t = useOfficeT('ledger')
  const mine = answer?.intent === 'withdraw' ? answer : undefined
  return (
    <Section title={t('withdraw.title')}>
      <details open={mine !== undefined}>
        <summary>{t('withdraw.open')}</summary>
        <Form method="post">
          <Stack>
            <p className="small">{t('withdraw.hint')}</p>
            <TextField
              label={t('withdraw.reason')}
              hint={t('withdraw.reasonHint')}
              name="withdrawReason"
              required
              maxLength={500}
              defaultValue={mine?.values['withdrawReason']}
              error={mine?.errors['withdrawReason']}
            />
            <div>
              <Button variant="quiet" name="intent" value="withdraw">
                {t('withdraw.button')}
              </Button>
            </div>
          </Stack>
        </Form>
      </details>
    </Section>
  )
}
