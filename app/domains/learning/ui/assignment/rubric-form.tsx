import type { Criterion } from '~/domains/catalogue'
import { useOfficeT } from '~/i18n/use-office-t'
import { RadioGroup, TextArea } from '~/shared/ui'
import type { Assessment, AssessmentFault } from '../../assignment/review-form'
import styles from './assignment.module.css'

/** The fields of an assessment inside a form that the page makes; `readAssessment` reads them. */
export function RubricFields(props: {
  rubric: readonly Criterion[]
  typed: Assessment
  faults: Record<string, AssessmentFault>
  commentLabel: string
  commentHint?: string | undefined
}) {
  const { rubric, typed, faults } = props
  const t = useOfficeT('assignments')
  const error = (name: string) => faults[name] && t(`assess.fault.${faults[name]}`)
  return (
    <>
      {rubric.map((criterion) => (
        <div key={criterion.key} id={`field-niva.${criterion.key}`} className={styles['asked']} tabIndex={-1}>
          <RadioGroup
            legend={criterion.title}
            name={`niva.${criterion.key}`}
            value={typed.levels[criterion.key] ?? ''}
            error={error(`niva.${criterion.key}`)}
            options={criterion.levels.map(({ key, title, text }) => ({
              value: key,
              label: (
                <>
                  <strong>{title}</strong> <span className={styles['levelText']}>{text}</span>
                </>
              ),
            }))}
          />
          <TextArea
            label={
              <>
                {t('assess.because')} <span className="visually-hidden">{criterion.title}</span>
              </>
            }
            name={`ord.${criterion.key}`}
            defaultValue={typed.comments[criterion.key]}
            error={error(`ord.${criterion.key}`)}
            rows={2}
          />
        </div>
      ))}
      <TextArea
        label={props.commentLabel}
        hint={props.commentHint}
        name="kommentar"
        defaultValue={typed.comment}
        error={error('kommentar')}
        rows={5}
      />
    </>
  )
}
