import { Form } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, Notice, Row } from '~/shared/ui'
import { useSaver } from '~/shared/use-saver'
import type { LessonPage, QuizPage } from '../lesson-page'
import type { Responses } from '../model'
import type { AskedQuestion } from '../quiz'
import { SaverLine } from './saver-state'
import styles from './lesson.module.css'

interface AnswersBody {
  kind: 'answers'
  after: number
  responses: Responses
}

function chosenIn(form: HTMLFormElement, key: string): string[] {
  return new FormData(form).getAll(`q.${key}`).map(String)
}

function tick(form: HTMLFormElement, key: string, chosen: readonly string[]): void {
  for (const input of form.querySelectorAll('input')) {
    if (input.name === `q.${key}`) input.checked = chosen.includes(input.value)
  }
}

function isAnswersBody(value: unknown): value is AnswersBody {
  return typeof value === 'object' && value !== null && 'responses' in value && 'after' in value
}

/** Questions to answer. Each answer is saved as it is given; without scripts a button saves them. */
export function QuizForm(props: {
  page: LessonPage
  quiz: QuizPage
  form: NonNullable<QuizPage['form']>
  viewerKey: string
  /** Keys of the questions that lacked an answer when the form was handed in. */
  unanswered: readonly string[]
}) {
  const { page, quiz, form: asked, unanswered } = props
  const t = useT('lesson')
  const formRef = useRef<HTMLFormElement>(null)
  const saver = useSaver<AnswersBody>(
    paths.lessonDraft(page.course.slug, page.slug),
    `portal:answers:${props.viewerKey}:${page.lessonId}:${quiz.after}`,
    asked.savedAt,
  )
  const { put, pending, recall } = saver
  const { after } = quiz

  // What an earlier visit could not send comes back; what was ticked before scripts had loaded is sent.
  useEffect(() => {
    const form = formRef.current
    if (form === null) return
    const left = recall()
    const responses: Responses = isAnswersBody(left) && left.after === after ? left.responses : {}
    for (const [key, chosen] of Object.entries(responses)) tick(form, key, chosen)
    for (const { key } of asked.questions) {
      const now = chosenIn(form, key)
      if (now.join() !== (asked.drafts[key] ?? []).join()) responses[key] = now
    }
    if (Object.keys(responses).length > 0) put({ kind: 'answers', after, responses }, 0)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each attempt
  }, [after])

  function answer(event: FormEvent<HTMLFormElement>): void {
    const input = event.target
    if (!(input instanceof HTMLInputElement) || !input.name.startsWith('q.')) return
    const key = input.name.slice(2)
    const responses = { ...pending()?.responses, [key]: chosenIn(event.currentTarget, key) }
    put({ kind: 'answers', after, responses }, 250)
  }

  return (
    <Form
      method="post"
      ref={formRef}
      onChange={answer}
      onSubmit={saver.stop}
      className="stack stack-l"
      preventScrollReset
    >
      <input type="hidden" name="after" value={after} />
      {quiz.passed && <Notice>{t('quiz.stillPassed')}</Notice>}
      {unanswered.length > 0 && (
        <Notice tone="granite" live>
          {t('quiz.unansweredSummary', { count: unanswered.length })}
        </Notice>
      )}
      {asked.questions.map((question, index) => (
        <Question
          key={question.key}
          question={question}
          eyebrow={t('quiz.number', { number: index + 1, total: asked.questions.length })}
          chosen={asked.drafts[question.key] ?? []}
          missing={unanswered.includes(question.key)}
        />
      ))}
      <Row>
        <Button name="intent" value="submit-quiz">
          {t('quiz.submit')}
        </Button>
        <noscript>
          <Button name="intent" value="save-answers" variant="quiet">
            {t('quiz.save')}
          </Button>
        </noscript>
        <SaverLine state={saver.state} />
      </Row>
    </Form>
  )
}

function Question({
  question,
  eyebrow,
  chosen,
  missing,
}: {
  question: AskedQuestion
  eyebrow: string
  chosen: readonly string[]
  missing: boolean
}) {
  const t = useT('lesson')
  const name = `q.${question.key}`
  const type = question.type === 'multiple' ? 'checkbox' : 'radio'
  const notes = [missing && `${name}-missing`, type === 'checkbox' && `${name}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset className={`fieldset ${styles['question']}`} aria-describedby={notes === '' ? undefined : notes}>
      <legend>
        <span className="xsmall">{eyebrow}</span>
        <span className={styles['prompt']}>{question.prompt}</span>
      </legend>
      {type === 'checkbox' && (
        <p className="hint" id={`${name}-hint`}>
          {t('quiz.several')}
        </p>
      )}
      {missing && (
        <p className="field-error" id={`${name}-missing`}>
          {t('quiz.unanswered')}
        </p>
      )}
      {question.options.map((option) => {
        const id = `${name}-${option.key}`
        return (
          <div className="choice" key={option.key}>
            <input type={type} id={id} name={name} value={option.key} defaultChecked={chosen.includes(option.key)} />
            <label htmlFor={id}>{option.text}</label>
          </div>
        )
      })}
    </fieldset>
  )
}
