import { useOfficeT } from '~/i18n/use-office-t'
import { Grid, SelectField, TextField } from '~/shared/ui'
import { partnerRoles } from '../../project/model'
import type { WrittenPartner } from '../../project/settings'

/** Role, dates and attestation of a partner; the same fields for a new one and for a change. */
export function PartnerFields(props: {
  values: Partial<WrittenPartner>
  errors: Record<string, string>
  isOwner: boolean
  projectAttestation: boolean
}) {
  const t = useOfficeT('project')
  const { values, errors, isOwner } = props
  const yes = t('settings.yes')
  const no = t('settings.no')
  return (
    <Grid columns={2}>
      <SelectField
        label={t('settings.role')}
        name="role"
        error={errors['role']}
        defaultValue={values.role ?? (isOwner ? 'projektagare' : 'samverkanspart')}
        options={partnerRoles
          .filter((role) => (role === 'projektagare') === isOwner)
          .map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <SelectField
        label={t('settings.attestation')}
        name="partnerAttestation"
        error={errors['partnerAttestation']}
        defaultValue={values.partnerAttestation ?? ''}
        options={[
          { value: '', label: t('settings.asProject', { value: props.projectAttestation ? yes : no }) },
          { value: 'ja', label: yes },
          { value: 'nej', label: no },
        ]}
      />
      {(['startsOn', 'endsOn'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`settings.${name}`)}
          name={name}
          hint={t('settings.dayHint')}
          error={errors[name]}
          defaultValue={values[name] ?? ''}
          inputMode="numeric"
          maxLength={12}
          autoComplete="off"
        />
      ))}
    </Grid>
  )
}
