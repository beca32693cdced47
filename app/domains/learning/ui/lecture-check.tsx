import { Form } from '@remix-run/react'
import { useId } from 'react'
import { useT } from '~/i18n/use-t'
import { Badge, Button, CheckboxField, FormErrorSummary, Notice, Section } from '~/shared/ui'
import type { Responses } from '../model'
import type { AskedQuestion, ReviewedQuestion } from '../quiz'
import type { Remaining } from '../rules'
import { lengthText } from '~/shared/video'
import styles from './lecture-view.module.css'

export interface LectureCheckProps {
  pass: number
  questions: AskedQuestion[]
  drafts: Responses
  /** How many attempts the page knows of. */
  attempts: number
  /** The latest attempt, with feedback; null before the first. */
  latest: { score: number; passed: boolean; questions: ReviewedQuestion[] } | null
  transcriptRead: boolean
  left: Remaining[]
  finishedOn: string | null
  errors: Record<string, string> | undefined
}

function Question({
  question,
  chosen,
  error,
}: {
  question: AskedQuestion
  chosen: string[]
  error?: string | undefined
}) {
  const t = useT('lecture')
  const id = useId()
  const type = question.type === 'multiple' ? 'checkbox' : 'radio'
  return (
    <fieldset
      className={styles.question}
      id={`field-${question.key}`}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{question.prompt}</legend>
      {question.type === 'multiple' && <p className="small">{t('check.several')}</p>}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {question.options.map((option) => (
        <div className="choice" key={option.key}>
          <input
            type={type}
            id={`${id}-${option.key}`}
            name={question.key}
            value={option.key}
            defaultChecked={chosen.includes(option.key)}
          />
          <label htmlFor={`${id}-${option.key}`}>{option.text}</label>
        </div>
      ))}
    </fieldset>
  )
}

function Review({ question }: { question: ReviewedQuestion }) {
  const t = useT('lecture')
  const shown = question.options.filter((option) => option.feedback !== null)
  return (
    <li className="stack stack-s">
      <p>
        <strong>{question.prompt}</strong>{' '}
        <Badge tone={question.right ? 'ok' : 'granite'}>{question.right ? t('check.right') : t('check.wrong')}</Badge>
      </p>
      <ul className={styles.feedback}>
        {shown.map((option) => (
          <li key={option.key}>
            {option.chosen ? <strong>{t('check.yourAnswer', { text: option.text })}</strong> : option.text}{' '}
            <span className="small">{option.feedback}</span>
          </li>
        ))}
      </ul>
      {question.explanation !== null && <p className="small">{question.explanation}</p>}
    </li>
  )
}

function Left({ left }: { left: Remaining[] }) {
  const t = useT('lecture')
  return left.map((item) => {
    switch (item.need) {
      case 'watch':
        return <p key="watch">{t('left.watch', { length: lengthText(item.seconds) })}</p>
      case 'check':
        return <p key="check">{t('left.check', { percent: item.percent })}</p>
      case 'pass':
      case 'words':
        return null
    }
  })
}

/** The check of a lecture outside a course: questions, the latest result with feedback, and what is left. */
export function LectureCheck(props: LectureCheckProps) {
  const t = useT('lecture')
  const passed = props.latest?.passed === true
  const canFinish = props.finishedOn === null && passed && props.left.length === 0
  return (
    <Section title={t('check.title')} id="kontroll">
      {props.finishedOn !== null && <Notice tone="ok">{t('finished', { day: props.finishedOn })}</Notice>}
      {props.finishedOn === null && props.attempts > 0 && <Left left={props.left} />}
      {props.latest !== null && (
        <div className="card stack">
          <h3>{t(passed ? 'check.passed' : 'check.notPassed', { score: props.latest.score, pass: props.pass })}</h3>
          <ol className={styles.feedback}>
            {props.latest.questions.map((question) => (
              <Review key={question.key} question={question} />
            ))}
          </ol>
        </div>
      )}
      {canFinish && (
        <Form method="post" action="#kontroll" preventScrollReset>
          <Button name="intent" value="finish">
            {t('check.finish')}
          </Button>
        </Form>
      )}
      {passed && props.finishedOn === null && props.left.some((item) => item.need === 'watch') && (
        <Form method="post" action="#kontroll" className="stack" preventScrollReset>
          <CheckboxField label={t('check.transcriptRead')} name="transcriptRead" required />
          <Button name="intent" value="finish" variant="quiet">
            {t('check.finishByReading')}
          </Button>
        </Form>
      )}
      {!passed && (
        <Form method="post" action="#kontroll" className="stack stack-l" preventScrollReset key={props.attempts}>
          <p className="small">{t('check.lead', { pass: props.pass })}</p>
          <FormErrorSummary errors={props.errors} />
          <input type="hidden" name="after" value={props.attempts} />
          {props.questions.map((question) => (
            <Question
              key={question.key}
              question={question}
              chosen={props.drafts[question.key] ?? []}
              error={props.errors?.[question.key]}
            />
          ))}
          {!props.transcriptRead && (
            <div>
              <CheckboxField label={t('check.transcriptRead')} name="transcriptRead" />
              <p className="small">{t('check.transcriptHint')}</p>
            </div>
          )}
          <div>
            <Button name="intent" value="check">
              {t(props.attempts === 0 ? 'check.submit' : 'check.again')}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  )
}
