import { useOfficeT } from '~/i18n/use-office-t'
import { CheckboxField, SelectField, TextField } from '~/shared/ui'
import { tellings } from '../../questions/model'
import type { SettingsFault, SettingsFields } from '../../questions/settings-form'
import styles from './editor.module.css'

/**
 * How a quiz is asked, as fields inside a form that the page makes: `quizSettingsOf` gives the fields to begin with,
 * `readQuizSettings` reads them from its FormData.
 */
export function QuizSettingsFields({
  fields,
  faults = {},
}: {
  fields: SettingsFields
  faults?: Partial<Record<keyof SettingsFields, SettingsFault>>
}) {
  const t = useOfficeT('quizzes')
  const error = (name: keyof SettingsFields) => faults[name] && t(`settings.fault.${faults[name]}`)
  return (
    <fieldset className={styles['question']}>
      <legend>{t('settings.title')}</legend>
      <div className={styles['three']}>
        <TextField
          label={t('settings.pass')}
          name="pass"
          inputMode="numeric"
          defaultValue={fields.pass}
          error={error('pass')}
        />
        <TextField
          label={t('settings.maxAttempts')}
          hint={t('settings.maxAttemptsHint')}
          name="maxAttempts"
          inputMode="numeric"
          defaultValue={fields.maxAttempts}
          error={error('maxAttempts')}
        />
        <SelectField
          label={t('settings.tell')}
          name="tell"
          defaultValue={fields.tell}
          options={tellings.map((value) => ({ value, label: t(`settings.tellings.${value}`) }))}
        />
        <TextField
          label={t('settings.drawCount')}
          hint={t('settings.drawCountHint')}
          name="drawCount"
          inputMode="numeric"
          defaultValue={fields.drawCount}
          error={error('drawCount')}
        />
        <TextField
          label={t('settings.drawTag')}
          hint={t('settings.drawTagHint')}
          name="drawTag"
          defaultValue={fields.drawTag}
        />
      </div>
      {(['shuffleQuestions', 'shuffleOptions'] as const).map((name) => (
        <CheckboxField key={name} label={t(`settings.${name}`)} name={name} value="ja" defaultChecked={fields[name]} />
      ))}
    </fieldset>
  )
}
