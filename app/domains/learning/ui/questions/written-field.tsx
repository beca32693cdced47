import { useStudyT } from '~/i18n/use-study-t'
import type { FieldProps } from './field-props'
import styles from './questions.module.css'

export function NumericField({ question, name, given, faultId }: FieldProps<'numeric'>) {
  const t = useStudyT('question')
  const unit = `${name}-unit`
  return (
    <div className={styles['number']}>
      <input
        name={name}
        className="input"
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        defaultValue={given[0] ?? ''}
        aria-label={t('number')}
        aria-invalid={faultId === undefined ? undefined : true}
        aria-describedby={[faultId, question.unit !== null && unit].filter(Boolean).join(' ') || undefined}
      />
      {question.unit !== null && <span id={unit}>{question.unit}</span>}
    </div>
  )
}

export function ShortTextField({ name, given, faultId }: FieldProps<'short-text'>) {
  const t = useStudyT('question')
  return (
    <input
      name={name}
      className={`input ${styles['short'] ?? ''}`}
      autoComplete="off"
      maxLength={200}
      defaultValue={given[0] ?? ''}
      aria-label={t('yourAnswer')}
      aria-invalid={faultId === undefined ? undefined : true}
      aria-describedby={faultId}
    />
  )
}
