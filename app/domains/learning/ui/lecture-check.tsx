import { Form } from '@remix-run/react'
import { useStudyT } from '~/i18n/use-study-t'
import { Button, CheckboxField, FormErrorSummary, Notice, Section } from '~/shared/ui'
import type { Responses } from '../model'
import type { AnswerFault, AskedQuestion, ReviewedQuestion } from '../questions/work'
import type { Remaining } from '../rules'
import { lengthText } from '~/shared/video'
import { QuestionField } from './questions/question-field'
import { QuestionReview } from './questions/question-review'
import styles from './questions/questions.module.css'

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
  faults: Record<string, AnswerFault> | undefined
}

function Left({ left }: { left: Remaining[] }) {
  const t = useStudyT('lecture')
  return left.map((item) => {
    switch (item.need) {
      case 'watch':
        return <p key="watch">{t('left.watch', { length: lengthText(item.seconds) })}</p>
      case 'check':
        return <p key="check">{t('left.check', { percent: item.percent })}</p>
      default:
        return null
    }
  })
}

/** The check of a lecture outside a course: questions, the latest result with feedback, and what is left. */
export function LectureCheck(props: LectureCheckProps) {
  const t = useStudyT('lecture')
  const tq = useStudyT('question')
  const errors = Object.fromEntries(
    Object.entries(props.faults ?? {}).map(([key, fault]) => [`q.${key}`, tq(`fault.${fault}`)]),
  )
  const passed = props.latest?.passed === true
  const canFinish = props.finishedOn === null && passed && props.left.length === 0
  return (
    <Section title={t('check.title')} id="kontroll">
      {props.finishedOn !== null && <Notice tone="ok">{t('finished', { day: props.finishedOn })}</Notice>}
      {props.finishedOn === null && props.attempts > 0 && <Left left={props.left} />}
      {props.latest !== null && (
        <div className="card stack">
          <h3>{t(passed ? 'check.passed' : 'check.notPassed', { score: props.latest.score, pass: props.pass })}</h3>
          <ol className={styles['review']}>
            {props.latest.questions.map((question) => (
              <QuestionReview key={question.key} question={question} />
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
          <FormErrorSummary errors={errors} />
          <input type="hidden" name="after" value={props.attempts} />
          {props.questions.map((question) => (
            <QuestionField
              key={question.key}
              question={question}
              name={`q.${question.key}`}
              given={props.drafts[question.key] ?? []}
              fault={props.faults?.[question.key]}
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
