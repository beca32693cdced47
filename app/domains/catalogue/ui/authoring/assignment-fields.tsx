import { useOfficeT } from '~/i18n/use-office-t'
import { CheckboxField, TextField } from '~/shared/ui'
import type { AssignmentFieldFault, AssignmentFields } from '../../assignment/form'
import styles from '../questions/editor.module.css'
import { ExampleFields, RubricFields } from './rubric-fields'

export interface AssignmentFieldsProps {
  fields: AssignmentFields
  faults: Partial<Record<keyof AssignmentFields, AssignmentFieldFault>>
}

/** What is handed in and the steps after it, as fields inside a form that the page makes; `readAssignment` reads them. */
export function AssignmentEditor({ fields, faults }: AssignmentFieldsProps) {
  const t = useOfficeT('assignmentMaking')
  const number = (name: 'minWords' | 'mostFiles' | 'peerCount' | 'peerDays') => (
    <TextField
      label={t(`fields.${name}`)}
      hint={t(`hints.${name}`)}
      name={name}
      inputMode="numeric"
      defaultValue={fields[name]}
      error={faults[name] && t(`fault.${faults[name]}`)}
    />
  )
  const choice = (name: 'train' | 'peer' | 'anonymous' | 'acrossOrganisations' | 'self' | 'leader') => (
    <CheckboxField label={t(`fields.${name}`)} name={name} value="ja" defaultChecked={fields[name]} />
  )
  return (
    <>
      <fieldset className={styles['question']}>
        <legend>{t('handIn')}</legend>
        <div className={styles['two']}>
          {number('minWords')}
          {number('mostFiles')}
        </div>
      </fieldset>
      <fieldset className={styles['question']}>
        <legend>{t('steps')}</legend>
        <p>{t('stepsText')}</p>
        {choice('train')}
        {choice('peer')}
        <div className={styles['two']}>
          {number('peerCount')}
          {number('peerDays')}
        </div>
        {choice('anonymous')}
        {choice('acrossOrganisations')}
        {choice('self')}
        {choice('leader')}
      </fieldset>
      <RubricFields rubric={fields.rubric} />
      <ExampleFields rubric={fields.rubric} examples={fields.examples} />
    </>
  )
}
