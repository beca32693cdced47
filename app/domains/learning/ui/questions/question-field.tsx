import { useStudyT } from '~/i18n/use-study-t'
import type { AnswerFault, AskedQuestion } from '../../questions/work'
import { ChoiceField } from './choice-field'
import type { FieldProps } from './field-props'
import { GapTextField } from './gap-text-field'
import { MatchingField } from './matching-field'
import { OrderingField } from './ordering-field'
import { NumericField, ShortTextField } from './written-field'
import styles from './questions.module.css'

function Control({
  question,
  ...rest
}: Omit<FieldProps<AskedQuestion['type']>, 'question'> & { question: AskedQuestion }) {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return <ChoiceField question={question} {...rest} />
    case 'ordering':
      return <OrderingField question={question} {...rest} />
    case 'matching':
      return <MatchingField question={question} {...rest} />
    case 'numeric':
      return <NumericField question={question} {...rest} />
    case 'short-text':
      return <ShortTextField question={question} {...rest} />
    case 'gap-text':
      return <GapTextField question={question} {...rest} />
  }
}

/** A question to answer: whole and usable without scripts, by keyboard alone and on a narrow screen. */
export function QuestionField(props: {
  question: AskedQuestion
  name: string
  given: readonly string[]
  fault?: AnswerFault | undefined
  eyebrow?: string
}) {
  const { question, name, given, fault, eyebrow } = props
  const t = useStudyT('question')
  const faultId = fault === undefined ? undefined : `${name}-fault`
  const hint = question.type === 'single' || question.type === 'true-false' ? undefined : t(`hint.${question.type}`)
  const notes = [faultId, hint && `${name}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={`fieldset ${styles['question']}`}
      id={`field-${name}`}
      aria-describedby={notes === '' ? undefined : notes}
    >
      <legend>
        {eyebrow !== undefined && <span className="xsmall">{eyebrow}</span>}
        <span className={styles['prompt']}>{question.prompt}</span>
      </legend>
      {hint !== undefined && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p className="field-error" id={faultId}>
          {t(`fault.${fault}`)}
        </p>
      )}
      <Control question={question} name={name} given={given} faultId={faultId} />
    </fieldset>
  )
}
