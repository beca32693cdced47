import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { Button, Grid, Section, SelectField, Stack, TextArea, TextField } from '~/shared/ui'
import type { LinePage } from '../../ledger/line-page'

export interface LineAnswer {
  errors: Record<string, string>
  values: { minutes: string; workedOn: string; timeType: string; reason: string }
}

const types = ['schemalagd', 'sjalvstudier', 'forberedelse', 'studiebesok', 'resa'] as const

/** Corrects a line by a contra entry and a new one. The day of a protected person stays, since it is not shown. */
export function CorrectForm({ page, answer }: { page: LinePage; answer: LineAnswer | undefined }) {
  const t = useOfficeT('ledger')
  const hours = useT('hours')
  const { workedOn, project } = page
  const values = answer?.values
  const errors = answer?.errors
  return (
    <Section title={t('correct.title')} id="ratta">
      <details open={answer !== undefined}>
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
                defaultValue={values?.minutes ?? page.minutes}
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
                  defaultValue={values?.workedOn ?? workedOn}
                  error={errors?.['workedOn']}
                />
              )}
              <SelectField
                label={t('correct.type')}
                name="timeType"
                defaultValue={values?.timeType ?? page.timeType}
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
              defaultValue={values?.reason}
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
