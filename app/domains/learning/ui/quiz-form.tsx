import { Form } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, Notice, Row } from '~/shared/ui'
import type { KeptPage } from '~/shared/offline/kept-work'
import { useSaver } from '~/shared/use-saver'
import { responsesOf } from '../answers'
import type { LessonPage, QuizPage } from '../lesson-page'
import type { Responses } from '../model'
import type { AnswerFault } from '../questions/work'
import { QuestionField } from './questions/question-field'
import { SaverLine } from './saver-state'
import { HeldNotice, intentOf, keptPage, useHeld } from './held'

interface AnswersBody {
  kind: 'answers'
  page: KeptPage
  after: number
  responses: Responses
}

/** What stands in the form, empty fields left out. */
function answersIn(form: HTMLFormElement): Responses {
  const fields = new FormData(form)
  const sent = responsesOf(Object.fromEntries([...fields.keys()].map((name) => [name, fields.getAll(name)])))
  return Object.fromEntries(
    Object.entries(sent).map(([key, entries]) => [
      key,
      entries.filter((entry) => entry.trim() !== '' && !entry.endsWith('=')),
    ]),
  )
}

const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join('\n') === [...b].sort().join('\n')

function isAnswersBody(value: unknown): value is AnswersBody {
  return typeof value === 'object' && value !== null && 'responses' in value && 'after' in value
}

/** Questions to answer. Each answer is saved as it is given; without scripts a button saves them. */
export function QuizForm(props: {
  page: LessonPage
  quiz: QuizPage
  form: NonNullable<QuizPage['form']>
  viewerKey: string
  /** What kept the answers from being handed in, by question. */
  faults: Record<string, AnswerFault>
}) {
  const { page, quiz, form: asked, faults } = props
  const t = useT('lesson')
  const formRef = useRef<HTMLFormElement>(null)
  const saver = useSaver<AnswersBody>(
    paths.lessonDraft(page.course.slug, page.slug),
    `portal:answers:${props.viewerKey}:${page.lessonId}:${quiz.after}`,
    asked.savedAt,
  )
  const { put, pending, recall } = saver
  const { after } = quiz
  const [given, setGiven] = useState({ answers: asked.drafts, version: 0 })

  // What an earlier visit could not send comes back; what was answered before scripts had loaded is sent.
  useEffect(() => {
    const form = formRef.current
    if (form === null) return
    const left = recall()
    const kept: Responses = isAnswersBody(left) && left.after === after ? left.responses : {}
    const here = { ...answersIn(form), ...kept }
    const responses = { ...kept }
    for (const { key } of asked.questions) {
      const now = here[key] ?? []
      if (!same(now, asked.drafts[key] ?? [])) responses[key] = now
    }
    if (Object.keys(responses).length === 0) return
    if (Object.keys(kept).length > 0) setGiven({ answers: here, version: 1 })
    put({ kind: 'answers', page: keptPage(page), after, responses }, 0)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each attempt
  }, [after])

  function answer(event: FormEvent<HTMLFormElement>): void {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
    const [mark, key] = field.name.split('.')
    if (mark !== 'q' || key === undefined) return
    const responses = { ...pending()?.responses, [key]: answersIn(event.currentTarget)[key] ?? [] }
    put({ kind: 'answers', page: keptPage(page), after, responses }, 250)
    if (isHeld) release()
  }

  const { isHeld, hold, release } = useHeld(page, props.viewerKey)
  function submit(event: FormEvent<HTMLFormElement>): void {
    const responses = answersIn(event.currentTarget)
    const isSubmit = intentOf(event) === 'submit-quiz'
    const isHeldNow = hold(event, saver.state.status === 'waiting', () =>
      isSubmit ? { kind: 'submit', after, responses } : undefined,
    )
    if (!isHeldNow) saver.stop()
  }

  const lacking = Object.keys(faults).length
  return (
    <Form method="post" ref={formRef} onChange={answer} onSubmit={submit} className="stack stack-l" preventScrollReset>
      <input type="hidden" name="after" value={after} />
      {quiz.passed && <Notice>{t('quiz.stillPassed')}</Notice>}
      {quiz.attemptsLeft !== null && !quiz.passed && (
        <Notice>{t('quiz.attemptsLeft', { count: quiz.attemptsLeft })}</Notice>
      )}
      {lacking > 0 && (
        <Notice tone="granite" live>
          {t('quiz.unansweredSummary', { count: lacking })}
        </Notice>
      )}
      {asked.questions.map((question, index) => (
        <QuestionField
          key={`${question.key}:${given.version}`}
          question={question}
          name={`q.${question.key}`}
          eyebrow={t('quiz.number', { number: index + 1, total: asked.questions.length })}
          given={given.answers[question.key] ?? []}
          fault={faults[question.key]}
        />
      ))}
      {isHeld && <HeldNotice kind="submit" onUndo={release} />}
      <Row>
        {!isHeld && (
          <Button name="intent" value="submit-quiz">
            {t('quiz.submit')}
          </Button>
        )}
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
