import { useOfficeT } from '~/i18n/use-office-t'
import { SelectField, TextField } from '~/shared/ui'
import type { BankFields } from '../../questions/bank-form'
import type { Choice } from '../activity/row-field'
import styles from './editor.module.css'

export interface BankChoices {
  organisations: Choice[]
  courses: Choice[]
  competences: Choice[]
}
export type BankFieldFaults = Partial<Record<keyof BankFields, 'choice' | 'tags'>>

/** Where questions of the bank belong and by what they are found; `readBankFields` reads it. */
export function BankAbout({
  choices,
  fields,
  faults,
  isMany = false,
}: {
  choices: BankChoices
  fields: BankFields
  faults: BankFieldFaults
  isMany?: boolean
}) {
  const t = useOfficeT('quizzes')
  const error = (name: keyof BankFields) => faults[name] && t(`bank.fault.${faults[name]}`)
  return (
    <fieldset className={styles['question']}>
      <legend>{t(isMany ? 'bank.aboutMany' : 'bank.about')}</legend>
      <TextField
        label={t('bank.tags')}
        hint={t('bank.tagsHint')}
        name="tags"
        defaultValue={fields.tags}
        error={error('tags')}
      />
      <SelectField
        label={t('bank.organisation')}
        name="organisationId"
        defaultValue={fields.organisationId}
        options={choices.organisations}
        error={error('organisationId')}
      />
      <SelectField
        label={t('bank.course')}
        name="courseId"
        defaultValue={fields.courseId}
        options={[{ value: '', label: t('bank.everyCourse') }, ...choices.courses]}
        error={error('courseId')}
      />
      {[...fields.competence, ''].map((code, row) => (
        <SelectField
          key={row}
          id={row === 0 ? 'field-competence' : `field-competence-${row + 1}`}
          label={row === 0 ? t('bank.competence') : t('bank.anotherCompetence', { number: row + 1 })}
          name="competence"
          defaultValue={code}
          options={[{ value: '', label: t('bank.noCompetence') }, ...choices.competences]}
          error={row === 0 ? error('competence') : undefined}
        />
      ))}
    </fieldset>
  )
}
