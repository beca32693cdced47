import { useStudyT } from '~/i18n/use-study-t'
import type { FieldProps } from './field-props'
import styles from './questions.module.css'

export function MatchingField({ question, name, given, faultId }: FieldProps<'matching'>) {
  const t = useStudyT('question')
  return (
    <ul className={styles['rows']}>
      {question.lefts.map((left) => {
        const id = `${name}-${left.key}`
        return (
          <li key={left.key} className={styles['pair']}>
            <label htmlFor={id}>{left.text}</label>
            <select
              id={id}
              name={name}
              className="input"
              defaultValue={given.find((entry) => entry.startsWith(`${left.key}=`)) ?? ''}
              aria-describedby={faultId}
            >
              <option value="">{t('choose')}</option>
              {question.rights.map((right) => (
                <option key={right.key} value={`${left.key}=${right.key}`}>
                  {right.text}
                </option>
              ))}
            </select>
          </li>
        )
      })}
    </ul>
  )
}
