import type { Criterion } from '~/domains/catalogue'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import type { Assessment } from '../../assignment/review-form'
import styles from './assignment.module.css'

/** The criteria with their levels in words, folded until they are asked for. */
export function RubricView({ rubric }: { rubric: readonly Criterion[] }) {
  const t = useT('lesson')
  return (
    <details className={styles['version']}>
      <summary>{t('assignment.rubric')}</summary>
      {rubric.map(({ key, title, levels }) => (
        <div key={key} className={styles['criterion']}>
          <h3>{title}</h3>
          <dl className={styles['levels']}>
            {levels.map((level) => (
              <div key={level.key}>
                <dt>{level.title}</dt>
                <dd>{level.text}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </details>
  )
}

/** What somebody has said, criterion by criterion; with `beside`, how another chose. */
export function AssessmentView(props: {
  assessment: Assessment
  rubric: readonly Criterion[]
  beside?: Assessment | undefined
}) {
  const { assessment, rubric, beside } = props
  const t = useOfficeT('assignments')
  return (
    <div className="stack">
      {rubric.map((criterion) => {
        const level = criterion.levels.find(({ key }) => key === assessment.levels[criterion.key])
        const because = assessment.comments[criterion.key]
        const isSame = beside?.levels[criterion.key] === assessment.levels[criterion.key]
        if (level === undefined && because === undefined) return null
        return (
          <div key={criterion.key} className={styles['said']}>
            <p className={styles['saidTitle']}>{criterion.title}</p>
            <p>
              <strong>{level === undefined ? t('assess.none') : level.title}</strong>
              {level !== undefined && `. ${level.text}`}
            </p>
            {because !== undefined && <p className={styles['words']}>{because}</p>}
            {beside !== undefined && <p className="small">{t(isSame ? 'assess.same' : 'assess.other')}</p>}
          </div>
        )
      })}
      {assessment.comment !== '' && <p className={styles['words']}>{assessment.comment}</p>}
    </div>
  )
}
