import { useOfficeT } from '~/i18n/use-office-t'
import { SelectField, TextArea, TextField } from '~/shared/ui'
import {
  type AssignmentExample,
  type Criterion,
  MOST_CRITERIA,
  MOST_EXAMPLES,
  MOST_LEVELS,
} from '../../assignment/model'
import styles from '../questions/editor.module.css'

/** The list with one empty place after it, as long as more may be added. */
function withRoom<Item>(items: readonly Item[], most: number): (Item | undefined)[] {
  return items.length < most ? [...items, undefined] : [...items]
}

function LevelFields({
  at,
  step,
  level,
}: {
  at: number
  step: number
  level: Criterion['levels'][number] | undefined
}) {
  const t = useOfficeT('assignmentMaking')
  const name = `k${at}.n${step}`
  return (
    <div className={styles['row']} role="group" aria-label={t('rubric.level', { number: step + 1 })}>
      <input type="hidden" name={`${name}.key`} value={level?.key ?? ''} />
      <TextField
        label={t('rubric.levelTitle', { number: step + 1 })}
        name={`${name}.title`}
        defaultValue={level?.title}
        maxLength={60}
      />
      <TextArea
        label={t('rubric.levelText', { number: step + 1 })}
        name={`${name}.text`}
        defaultValue={level?.text}
        rows={2}
        maxLength={600}
      />
    </div>
  )
}

/** The criteria, each with its levels in words from the weakest to the strongest, and room for one more. */
export function RubricFields({ rubric }: { rubric: readonly Criterion[] }) {
  const t = useOfficeT('assignmentMaking')
  return (
    <>
      <h2>{t('rubric.title')}</h2>
      <p>{t('rubric.text')}</p>
      {withRoom(rubric, MOST_CRITERIA).map((criterion, at) => (
        <fieldset key={criterion?.key ?? ''} className={styles['question']}>
          <legend>{criterion === undefined ? t('rubric.new') : t('rubric.criterion', { number: at + 1 })}</legend>
          <input type="hidden" name={`k${at}.key`} value={criterion?.key ?? ''} />
          <TextField
            label={t('rubric.criterionTitle')}
            hint={criterion === undefined ? t('rubric.newHint') : undefined}
            name={`k${at}.title`}
            defaultValue={criterion?.title}
            maxLength={120}
          />
          <div className={styles['rows']}>
            {Array.from({ length: levelsShown(criterion) }, (_, step) => (
              <LevelFields key={step} at={at} step={step} level={criterion?.levels[step]} />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

/** Three levels to begin with, then always room for one more. */
function levelsShown(criterion: Criterion | undefined): number {
  return Math.min(MOST_LEVELS, Math.max(3, (criterion?.levels.length ?? 0) + 1))
}

/** Texts to train on with the course leader's own assessment, and room for one more. */
export function ExampleFields({
  rubric,
  examples,
}: {
  rubric: readonly Criterion[]
  examples: readonly AssignmentExample[]
}) {
  const t = useOfficeT('assignmentMaking')
  return (
    <>
      <h2>{t('examples.title')}</h2>
      <p>{t('examples.text')}</p>
      {withRoom(examples, MOST_EXAMPLES).map((example, at) => (
        <fieldset key={example?.key ?? ''} className={styles['question']}>
          <legend>{example === undefined ? t('examples.new') : t('examples.example', { number: at + 1 })}</legend>
          <input type="hidden" name={`x${at}.key`} value={example?.key ?? ''} />
          <TextField label={t('examples.name')} name={`x${at}.title`} defaultValue={example?.title} maxLength={120} />
          <TextArea
            label={t('examples.words')}
            name={`x${at}.text`}
            defaultValue={example?.text}
            rows={6}
            maxLength={10_000}
          />
          <div className={styles['two']}>
            {rubric.map((criterion) => (
              <SelectField
                key={criterion.key}
                label={criterion.title}
                name={`x${at}.niva.${criterion.key}`}
                defaultValue={example?.levels[criterion.key] ?? ''}
                options={[
                  { value: '', label: t('examples.noLevel') },
                  ...criterion.levels.map(({ key, title, text }) => ({
                    value: key,
                    label: title === '' ? text : title,
                  })),
                ]}
              />
            ))}
          </div>
          <TextArea
            label={t('examples.comment')}
            name={`x${at}.comment`}
            defaultValue={example?.comment}
            rows={3}
            maxLength={4000}
          />
        </fieldset>
      ))}
    </>
  )
}
