import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Card, Grid, SelectField, Stack, TextField } from '~/shared/ui'
import { countAll } from '../../retention/rules'
import type { RetentionAnswer, RetentionPage } from './retention-page'

type Answered = { page: RetentionPage; answer: RetentionAnswer | undefined }

const answered = (answer: RetentionAnswer | undefined, intent: string) =>
  answer?.intent === intent ? answer : undefined

export function HoldForm({ page: { project }, answer }: Answered) {
  const t = useOfficeT('retention')
  const own = answered(answer, 'hold')
  return (
    <Card>
      <h3>{t('hold.title')}</h3>
      <p>{t('hold.text')}</p>
      <Form method="post" key={`${project.legalHold} ${project.legalHoldReason ?? ''}`}>
        <Stack>
          <Grid columns={2}>
            <SelectField
              label={t('hold.label')}
              hint={t('hold.labelHint')}
              name="legalHold"
              defaultValue={own?.values['legalHold'] ?? (project.legalHold ? 'ja' : 'nej')}
              error={own?.errors['legalHold']}
              options={[
                { value: 'nej', label: t('hold.off') },
                { value: 'ja', label: t('hold.on') },
              ]}
            />
            <TextField
              label={t('hold.reason')}
              hint={t('hold.reasonHint')}
              name="legalHoldReason"
              defaultValue={own?.values['legalHoldReason'] ?? project.legalHoldReason ?? ''}
              error={own?.errors['legalHoldReason']}
              maxLength={300}
              autoComplete="off"
            />
          </Grid>
          <div>
            <Button name="intent" value="hold" variant="quiet">
              {t('hold.save')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}

export function PaymentForm({ page: { project }, answer }: Answered) {
  const t = useOfficeT('retention')
  const own = answered(answer, 'payment')
  return (
    <Card>
      <h3>{t('payment.title')}</h3>
      <p>{t('payment.text')}</p>
      <Form method="post" key={project.finalPaymentOn ?? ''}>
        <Stack>
          <TextField
            label={t('payment.label')}
            hint={t('payment.hint')}
            name="finalPaymentOn"
            defaultValue={own?.values['finalPaymentOn'] ?? project.finalPaymentOn ?? ''}
            error={own?.errors['finalPaymentOn']}
            maxLength={10}
            autoComplete="off"
          />
          <div>
            <Button name="intent" value="payment" variant="quiet">
              {t('payment.save')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}

/** Both are asked for by password and a typed word, and only when there is something to delete. */
export function DeleteForms({ page, answer }: Answered) {
  const t = useOfficeT('retention')
  const ofProject = page.readiness === 'due' ? countAll(page.counts) : 0
  const common = countAll(page.common)
  return (
    <Stack>
      <p>{t('apply.text')}</p>
      {ofProject === 0 ? (
        <p>{t('apply.nothingProject')}</p>
      ) : (
        <DeleteForm intent="apply-project" count={ofProject} word={page.project.diarienr} answer={answer} />
      )}
      {common === 0 ? (
        <p>{t('apply.nothingCommon')}</p>
      ) : (
        <DeleteForm intent="apply-common" count={common} word={t('apply.word')} answer={answer} />
      )}
    </Stack>
  )
}

function DeleteForm(props: {
  intent: 'apply-project' | 'apply-common'
  count: number
  word: string
  answer: RetentionAnswer | undefined
}) {
  const t = useOfficeT('retention')
  const { intent, count, word } = props
  const own = answered(props.answer, intent)
  const field = intent === 'apply-project' ? 'Project' : 'Common'
  return (
    <Card>
      <h3>{t(`apply.heading${field}`, { count })}</h3>
      <p>{t('apply.forGood')}</p>
      <Form method="post">
        <Stack>
          <Grid columns={2}>
            <TextField
              label={t('apply.confirm', { word })}
              name={`confirm${field}`}
              defaultValue={own?.values[`confirm${field}`] ?? ''}
              error={own?.errors[`confirm${field}`]}
              maxLength={60}
              autoComplete="off"
            />
            <TextField
              label={t('apply.password')}
              name={`password${field}`}
              type="password"
              autoComplete="current-password"
              error={own?.errors[`password${field}`]}
            />
          </Grid>
          <div>
            <Button name="intent" value={intent}>
              {t(`apply.submit${field}`)}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}
