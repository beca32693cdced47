import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, FormErrorSummary, Section, Stack, TextField } from '~/shared/ui'
import type { SignAnswer, SignPage } from '../../months/sign-page'

/** Takes back the own signature while the month is open. */
export function WithdrawForm({ page, answer }: { page: SignPage; answer: SignAnswer | undefined }) {
  const t = useOfficeT('months')
  const mine = answer?.intent === 'withdraw' ? answer : undefined
  return (
    <Section title={t('withdraw.title')}>
      <details open={mine !== undefined}>
        <summary>{t('withdraw.open')}</summary>
        <Form method="post">
          <Stack>
            <FormErrorSummary errors={mine?.errors} />
            <p className="small">{t(page.state === 'attesterad' ? 'withdraw.hintAttested' : 'withdraw.hint')}</p>
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
