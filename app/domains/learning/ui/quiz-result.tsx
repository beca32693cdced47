import { useEffect, useRef } from 'react'
import { useT } from '~/i18n/use-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, Notice } from '~/shared/ui'
import type { LessonPage, QuizPage } from '../lesson-page'
import type { ReviewedOption, ReviewedQuestion } from '../quiz'
import styles from './lesson.module.css'

/** The latest attempt: score, right and wrong, and a comment on each option that is told. */
export function QuizResult({
  page,
  quiz,
  latest,
}: {
  page: LessonPage
  quiz: QuizPage
  latest: NonNullable<QuizPage['latest']>
}) {
  const t = useT('lesson')
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (window.location.hash === '#resultat') ref.current?.focus()
  }, [latest.number])
  return (
    <div className="stack stack-l" id="resultat" ref={ref} tabIndex={-1}>
      <Notice tone={latest.passed ? 'ok' : 'lichen'}>
        <h3>{t('quiz.resultTitle')}</h3>
        <p>
          {latest.passed
            ? t('quiz.passed', { score: latest.score })
            : t('quiz.failed', { score: latest.score, pass: quiz.pass })}
        </p>
        {!latest.passed && <p>{t('quiz.failedHint')}</p>}
        <p className="small">
          {t('quiz.attempt', { number: latest.number, time: formatDateTime(latest.submittedAt) })}
        </p>
      </Notice>
      {!latest.passed && <Again page={page} />}
      <ol className={styles['review']}>
        {latest.review.map((question) => (
          <Question key={question.key} question={question} />
        ))}
      </ol>
      <Again page={page} quiet={latest.passed} />
    </div>
  )
}

function Again({ page, quiet = false }: { page: LessonPage; quiet?: boolean }) {
  const t = useT('lesson')
  return (
    <div>
      <ButtonLink to={paths.lessonAgain(page.course.slug, page.slug)} variant={quiet ? 'quiet' : 'primary'}>
        {t('quiz.again')}
      </ButtonLink>
    </div>
  )
}

function Question({ question }: { question: ReviewedQuestion }) {
  const t = useT('lesson')
  return (
    <li className="stack stack-s">
      <p className={styles['prompt']}>{question.prompt}</p>
      <div>
        <Badge tone={question.right ? 'ok' : 'granite'}>{question.right ? t('quiz.right') : t('quiz.wrong')}</Badge>
      </div>
      <ul className={styles['options']}>
        {question.options.map((option) => (
          <Option key={option.key} option={option} />
        ))}
      </ul>
      {question.explanation && <p>{question.explanation}</p>}
    </li>
  )
}

function Option({ option }: { option: ReviewedOption }) {
  const t = useT('lesson')
  const verdict = option.correct === null ? undefined : option.correct ? 'correct' : 'wrong'
  return (
    <li data-chosen={option.chosen} data-verdict={verdict}>
      <p>
        {option.text}{' '}
        <span className="small">
          {[
            option.chosen && t('quiz.chosen'),
            verdict && t(verdict === 'correct' ? 'quiz.correctOption' : 'quiz.wrongOption'),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </p>
      {option.feedback && <p className={styles['feedback']}>{option.feedback}</p>}
    </li>
  )
}
