import { useOfficeT } from '~/i18n/use-office-t'
import { CheckboxField, SelectField, TextField } from '~/shared/ui'
import {
  accessKinds,
  deadlineRules,
  entryRules,
  MOST_REQUIRED_COMPETENCES,
  MOST_REQUIRED_COURSES,
} from '../../terms/model'
import { RowSelect } from '../activity/row-field'
import styles from './authoring.module.css'
import type { SettingsPage } from './settings-page'

interface Part {
  page: SettingsPage
  errors: Record<string, string>
}

const rowsFor = (chosen: number, least: number, most: number) =>
  Array.from({ length: Math.min(most, Math.max(chosen + 1, least)) }, (_, row) => row)

/** What one should have done or be able to before the course. */
export function Entry({ page, errors }: Part) {
  const t = useOfficeT('courseSettings')
  const { fields } = page
  const known = new Set(page.courses.map(({ value }) => value))
  const gone = fields.requiredCourse.filter((slug) => slug !== '' && !known.has(slug))
  const courses = [...page.courses, ...gone.map((value) => ({ value, label: value }))]
  return (
    <fieldset className={styles['group']}>
      <legend>{t('entry.title')}</legend>
      <p className="small">{t('entry.hint')}</p>
      <SelectField
        label={t('entry.rule')}
        name="entryRule"
        hint={t('entry.ruleHint')}
        defaultValue={fields.entryRule}
        options={entryRules.map((value) => ({ value, label: t(`entry.rules.${value}`) }))}
      />
      {errors['requiredCourse'] !== undefined && <p className="field-error">{errors['requiredCourse']}</p>}
      {rowsFor(fields.requiredCourse.length, 2, MOST_REQUIRED_COURSES).map((row) => (
        <RowSelect
          key={row}
          label={t('entry.course', { number: row + 1 })}
          row={row}
          name="requiredCourse"
          defaultValue={fields.requiredCourse[row] ?? ''}
          options={[{ value: '', label: t('entry.noCourse') }, ...courses]}
        />
      ))}
      {errors['requiredCompetence'] !== undefined && <p className="field-error">{errors['requiredCompetence']}</p>}
      {rowsFor(fields.requiredCompetence.length, 2, MOST_REQUIRED_COMPETENCES).map((row) => (
        <div key={row} className={styles['columns']}>
          <RowSelect
            label={t('entry.competence', { number: row + 1 })}
            row={row}
            name="requiredCompetence"
            defaultValue={fields.requiredCompetence[row] ?? ''}
            options={[{ value: '', label: t('none') }, ...page.competences]}
          />
          <RowSelect
            label={t('entry.level')}
            row={row}
            name="requiredLevel"
            defaultValue={fields.requiredLevel[row] ?? '1'}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          />
        </div>
      ))}
    </fieldset>
  )
}

/** How long the course counts and when one is reminded of renewing it. */
export function Validity({ page, errors }: Part) {
  const t = useOfficeT('courseSettings')
  const { fields } = page
  return (
    <fieldset className={styles['group']}>
      <legend>{t('validity.title')}</legend>
      <div className={styles['columns']}>
        <TextField
          label={t('validity.months')}
          name="validMonths"
          inputMode="numeric"
          hint={t('validity.monthsHint')}
          defaultValue={fields.validMonths}
          error={errors['validMonths']}
          maxLength={10}
        />
        <TextField
          label={t('validity.remindDays')}
          name="renewalRemindDays"
          inputMode="numeric"
          hint={t('validity.remindHint')}
          defaultValue={fields.renewalRemindDays}
          error={errors['renewalRemindDays']}
          maxLength={10}
        />
      </div>
    </fieldset>
  )
}

/** For whom the course is: everybody, those invited, or the staff of some organisations. */
export function Access({ page, errors }: Part) {
  const t = useOfficeT('courseSettings')
  const { fields, organisations } = page
  const known = new Set(organisations.map(({ value }) => value))
  const gone = fields.accessOrganisations.filter((slug) => !known.has(slug))
  return (
    <fieldset className={styles['group']}>
      <legend>{t('access.title')}</legend>
      <SelectField
        label={t('access.kind')}
        name="access"
        hint={t('access.hint')}
        defaultValue={fields.access}
        options={accessKinds.map((value) => ({ value, label: t(`access.kinds.${value}`) }))}
      />
      <div className="field">
        <label htmlFor="field-accessOrganisations">{t('access.organisations')}</label>
        <p className="hint" id="field-accessOrganisations-hint">
          {t('access.organisationsHint')}
        </p>
        {errors['accessOrganisations'] !== undefined && <p className="field-error">{errors['accessOrganisations']}</p>}
        <select
          multiple
          size={8}
          id="field-accessOrganisations"
          name="accessOrganisations"
          className="input"
          aria-describedby="field-accessOrganisations-hint"
          defaultValue={fields.accessOrganisations}
        >
          {[...organisations, ...gone.map((value) => ({ value, label: value }))].map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  )
}

/** When the lessons are open, and whether the course is taken in cohorts alone. */
export function Schedule({ page, errors }: Part) {
  const t = useOfficeT('courseSettings')
  const { fields } = page
  const day = (name: 'courseStartsOn' | 'courseDeadlineOn', label: 'startsOn' | 'deadlineOn') => (
    <TextField
      label={t(`schedule.${label}`)}
      name={name}
      type="date"
      hint={t(`schedule.${label}Hint`)}
      defaultValue={fields[name]}
      error={errors[name]}
    />
  )
  return (
    <fieldset className={styles['group']}>
      <legend>{t('schedule.title')}</legend>
      <p className="small">{t('schedule.hint')}</p>
      <div className={styles['columns']}>
        {day('courseStartsOn', 'startsOn')}
        {day('courseDeadlineOn', 'deadlineOn')}
        <SelectField
          label={t('schedule.after')}
          name="afterDeadline"
          defaultValue={fields.afterDeadline}
          options={deadlineRules.map((value) => ({ value, label: t(`schedule.rules.${value}`) }))}
        />
        <TextField
          label={t('schedule.remindDays')}
          name="deadlineRemindDays"
          inputMode="numeric"
          defaultValue={fields.deadlineRemindDays}
          error={errors['deadlineRemindDays']}
          maxLength={10}
        />
      </div>
      <CheckboxField
        label={t('schedule.cohortsOnly')}
        name="cohortsOnly"
        value="ja"
        defaultChecked={fields.cohortsOnly === 'ja'}
      />
    </fieldset>
  )
}
