import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Badge, Button, Card, Facts, Grid, Notice, SelectField, Stack, TextField } from '~/shared/ui'
import { aidBases, aidStatuses, type WrittenAidForm } from '../../project/aid'
import type { PartnerAnswer } from './partner-page'

/** The state-aid form of an external employer; `mayKeep` false shows it to read. */
export function AidFormSection(props: {
  aid: { values: WrittenAidForm; inForce: boolean }
  mayKeep: boolean
  answer: PartnerAnswer | undefined
}) {
  const t = useOfficeT('partner')
  const { aid, mayKeep, answer } = props
  return (
    <Stack>
      <p className="lead">{t('aid.lead')}</p>
      <Notice tone={aid.inForce ? 'ok' : 'granite'}>
        <p>{t(aid.inForce ? 'aid.open' : 'aid.blocked')}</p>
      </Notice>
      <p className="small">{t('aid.uncertain')}</p>
      {mayKeep ? (
        <AidFormFields values={{ ...aid.values, ...answer?.values }} answer={answer} />
      ) : (
        <AidFacts aid={aid} />
      )}
    </Stack>
  )
}

function AidFormFields({ values, answer }: { values: WrittenAidForm; answer: PartnerAnswer | undefined }) {
  const t = useOfficeT('partner')
  const field = (name: keyof WrittenAidForm) => ({
    name,
    error: answer?.errors[name],
    defaultValue: values[name],
    autoComplete: 'off',
  })
  return (
    <Card>
      <Form method="post" key={JSON.stringify(values)}>
        <Stack>
          <Grid columns={2}>
            <SelectField
              label={t('aid.status')}
              {...field('status')}
              options={aidStatuses.map((value) => ({ value, label: t(`aid.statuses.${value}`) }))}
            />
            <SelectField
              label={t('aid.basis')}
              {...field('basis')}
              options={aidBases.map((value) => ({ value, label: t(`aid.bases.${value}`) }))}
            />
            <TextField label={t('aid.signatory')} {...field('signatory')} maxLength={120} />
            <SelectField
              label={t('aid.isSme')}
              {...field('isSme')}
              options={[
                { value: 'ja', label: t('aid.yes') },
                { value: 'nej', label: t('aid.no') },
              ]}
            />
            <TextField label={t('aid.amount')} hint={t('aid.amountHint')} {...field('amount')} maxLength={20} />
            <TextField label={t('aid.sentOn')} hint={t('aid.dayHint')} {...field('sentOn')} maxLength={12} />
            <TextField label={t('aid.signedOn')} hint={t('aid.dayHint')} {...field('signedOn')} maxLength={12} />
            <TextField label={t('aid.validUntil')} hint={t('aid.validHint')} {...field('validUntil')} maxLength={12} />
          </Grid>
          <TextField label={t('aid.note')} {...field('note')} maxLength={300} />
          <div>
            <Button name="intent" value="aid">
              {t('aid.save')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}

function AidFacts({ aid: { values } }: { aid: { values: WrittenAidForm } }) {
  const t = useOfficeT('partner')
  const status = aidStatuses.find((name) => name === values.status) ?? 'saknas'
  const basis = aidBases.find((name) => name === values.basis) ?? 'de-minimis'
  return (
    <Card>
      <Facts
        items={[
          {
            label: t('aid.status'),
            value: <Badge tone={status === 'undertecknad' ? 'ok' : 'granite'}>{t(`aid.statuses.${status}`)}</Badge>,
          },
          { label: t('aid.basis'), value: t(`aid.bases.${basis}`) },
          { label: t('aid.signatory'), value: values.signatory || '–' },
          { label: t('aid.isSme'), value: t(values.isSme === 'ja' ? 'aid.yes' : 'aid.no') },
          { label: t('aid.amount'), value: values.amount || '–' },
          { label: t('aid.signedOn'), value: values.signedOn || '–' },
          { label: t('aid.validUntil'), value: values.validUntil || '–' },
        ]}
      />
    </Card>
  )
}
