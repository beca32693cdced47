import { useOfficeT } from '~/i18n/use-office-t'
import { TextField } from '~/shared/ui'
import type { CohortFields } from '../../cohort/form'
import styles from './authoring.module.css'

/** The fields of a cohort, for a new one and for one that is changed. */
export function CohortFieldset({ fields, errors }: { fields: CohortFields; errors: Record<string, string> }) {
  const t = useOfficeT('courseParticipants')
  const types = { name: 'text', startsOn: 'date', deadlineOn: 'date', seats: 'text', leader: 'email' } as const
  return (
    <div className={styles['columns']}>
      {(['name', 'startsOn', 'deadlineOn', 'seats', 'leader'] as const).map((name) => (
        <TextField
          key={name}
          id={`field-cohort-${name}`}
          name={name}
          type={types[name]}
          label={t(`cohort.fields.${name}`)}
          hint={name === 'name' ? undefined : t(`cohort.hints.${name}`)}
          {...(name === 'seats' ? { inputMode: 'numeric' as const } : {})}
          defaultValue={fields[name]}
          error={errors[`cohort-${name}`]}
        />
      ))}
    </div>
  )
}
