import { Fragment } from 'react'
import { useStudyT } from '~/i18n/use-study-t'
import type { FieldProps } from './field-props'
import styles from './questions.module.css'

export function GapTextField({ question, name, given, faultId }: FieldProps<'gap-text'>) {
  const t = useStudyT('question')
  const keys = question.segments.flatMap(({ gap }) => (gap === null ? [] : [gap.key]))
  const valueOf = (key: string) => given.find((entry) => entry.startsWith(`${key}=`))?.slice(key.length + 1) ?? ''
  return (
    <p className={styles['gapText']}>
      {question.segments.map(({ words, gap }, index) => (
        <Fragment key={gap?.key ?? index}>
          {words}
          {gap !== null && gap.choices === null && (
            <input
              name={`${name}.${gap.key}`}
              className={`input ${styles['gap'] ?? ''}`}
              autoComplete="off"
              maxLength={100}
              defaultValue={valueOf(gap.key)}
              aria-label={t('gap', { number: keys.indexOf(gap.key) + 1, total: keys.length })}
              aria-describedby={faultId}
            />
          )}
          {gap !== null && gap.choices !== null && (
            <select
              name={`${name}.${gap.key}`}
              className={`input ${styles['gap'] ?? ''}`}
              defaultValue={valueOf(gap.key)}
              aria-label={t('gap', { number: keys.indexOf(gap.key) + 1, total: keys.length })}
              aria-describedby={faultId}
            >
              <option value="">{t('choose')}</option>
              {gap.choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
            </select>
          )}
        </Fragment>
      ))}
    </p>
  )
}
