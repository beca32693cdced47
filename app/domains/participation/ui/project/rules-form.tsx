import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Badge, Button, Card, Grid, SelectField, Stack, TextField } from '~/shared/ui'
import { roundings } from '../../project/model'
import { ruleFields } from '../../project/settings'
import type { ProjectSettingsPage, SettingsAnswer } from './settings-page'

/** Rules that no source settles; the others are the project's own choice. */
const uncertain = new Set<RuleField>([
  'selfStudyEligible',
  'renewalEligible',
  'minHoursForReporting',
  'rounding',
  'dailyCapHours',
  'finalPaymentOn',
  'retentionYears',
])
const yesNo = new Set<RuleField>(['selfStudyEligible', 'renewalEligible', 'attestation', 'legalHold'])
type RuleField = (typeof ruleFields)[number]

/** Every rule with its state, its safe default and where it comes from. */
export function RulesForm(props: { rules: ProjectSettingsPage['rules']; answer: SettingsAnswer | undefined }) {
  const t = useOfficeT('project')
  return (
    <Form method="post" key={JSON.stringify(props.rules)}>
      <Stack>
        <Grid columns={2}>
          {ruleFields.map((field) => (
            <Card key={field}>
              <RuleField
                field={field}
                value={props.answer?.values[field] ?? props.rules[field]}
                error={props.answer?.errors[field]}
              />
              <p className="xsmall">{t('settings.source', { source: t(`settings.sources.${field}`) })}</p>
            </Card>
          ))}
        </Grid>
        <div>
          <Button name="intent" value="rules">
            {t('settings.save')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}

function RuleField(props: { field: RuleField; value: string; error: string | undefined }) {
  const t = useOfficeT('project')
  const { field } = props
  const label: ReactNode = (
    <>
      {t(`settings.fields.${field}`)}{' '}
      {uncertain.has(field) ? (
        <Badge tone="lichen">{t('settings.uncertain')}</Badge>
      ) : (
        <Badge tone="plain">{t('settings.agreed')}</Badge>
      )}
    </>
  )
  const shared = {
    label,
    name: field,
    hint: t('settings.safe', { value: t(`settings.defaults.${field}`) }),
    error: props.error,
    defaultValue: props.value,
  }
  if (field === 'rounding') {
    return (
      <SelectField
        {...shared}
        options={roundings.map((value) => ({ value, label: t(`settings.rounding.${value}`) }))}
      />
    )
  }
  if (yesNo.has(field)) {
    return (
      <SelectField
        {...shared}
        options={[
          { value: 'ja', label: t('settings.yes') },
          { value: 'nej', label: t('settings.no') },
        ]}
      />
    )
  }
  return <TextField {...shared} autoComplete="off" maxLength={field === 'legalHoldReason' ? 300 : 12} />
}
