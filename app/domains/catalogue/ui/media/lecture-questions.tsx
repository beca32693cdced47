import { useOfficeT } from '~/i18n/use-office-t'
import { TextField } from '~/shared/ui'
import type { LectureFault, LectureTyped } from '../../media/lecture-form'
import { RowField, RowSelect } from '../activity/row-field'
import styles from './media.module.css'

const letters = ['A', 'B', 'C', 'D'] as const

/** Questions with one right answer each; there is always an empty one to fill in. */
export function LectureQuestions({ typed, faults }: { typed: LectureTyped; faults: readonly LectureFault[] }) {
  const t = useOfficeT('lectureMaking')
  const filled = typed.question.filter((one) => one.trim() !== '').length
  const rows = Array.from({ length: Math.max(2, filled + 1) }, (_, row) => row)
  return (
    <fieldset className={styles.group}>
      <legend>{t('check')}</legend>
      <p className="small">{t('checkLead')}</p>
      {faults.includes('question') && <p className="field-error">{t('faults.question')}</p>}
      {rows.map((row) => (
        <div key={row} className={styles.form} role="group" aria-label={t('question', { number: row + 1 })}>
          <RowField
            label={t('question', { number: row + 1 })}
            row={row}
            name="question"
            defaultValue={typed.question[row] ?? ''}
          />
          <div className={styles.two}>
            {letters.map((letter, at) => (
              <RowField
                key={letter}
                label={t('option', { letter })}
                row={row * letters.length + at}
                name="option"
                defaultValue={typed.option[row * letters.length + at] ?? ''}
              />
            ))}
            <RowSelect
              label={t('right')}
              row={row}
              name="right"
              defaultValue={typed.right[row] ?? '0'}
              options={letters.map((letter, at) => ({ value: String(at), label: t('option', { letter }) }))}
            />
          </div>
          <RowField label={t('explanation')} row={row} name="explanation" defaultValue={typed.explanation[row] ?? ''} />
        </div>
      ))}
      <TextField
        label={t('pass')}
        name="pass"
        inputMode="numeric"
        defaultValue={typed.pass}
        error={faults.includes('pass') ? t('faults.pass') : undefined}
      />
    </fieldset>
  )
}
