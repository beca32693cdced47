import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useT } from '~/i18n/use-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, Notice } from '~/shared/ui'
import type { LessonPage, QuizPage } from '../lesson-page'
import { QuestionReview } from './questions/question-review'
import styles from './questions/questions.module.css'

/** One attempt: score, right and wrong, a comment on each part that is told, and the way to try again. */
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
  const usedUp = quiz.attemptsLeft === 0
  return (
    <div className="stack stack-l" id="resultat" ref={ref} tabIndex={-1}>
      <Notice tone={latest.passed ? 'ok' : 'lichen'}>
        <h3>{t('quiz.resultTitle')}</h3>
        <p>
          {latest.passed
            ? t('quiz.passed', { score: latest.score })
            : t('quiz.failed', { score: latest.score, pass: quiz.pass })}
        </p>
        {!latest.passed && !usedUp && <p>{t('quiz.failedHint')}</p>}
        {usedUp && <p>{t(quiz.passed ? 'quiz.usedUpPassed' : 'quiz.usedUp')}</p>}
        {!usedUp && quiz.attemptsLeft !== null && !quiz.passed && (
          <p>{t('quiz.attemptsLeft', { count: quiz.attemptsLeft })}</p>
        )}
        <p className="small">
          {t('quiz.attempt', { number: latest.number, time: formatDateTime(latest.submittedAt) })}
        </p>
      </Notice>
      {!latest.passed && !usedUp && <Again page={page} />}
      <ol className={styles['review']}>
        {latest.review.map((question) => (
          <QuestionReview key={question.key} question={question} />
        ))}
      </ol>
      {!usedUp && <Again page={page} quiet={latest.passed} />}
      {quiz.attempts.length > 1 && <Attempts page={page} quiz={quiz} shown={latest.number} />}
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

function Attempts({ page, quiz, shown }: { page: LessonPage; quiz: QuizPage; shown: number }) {
  const t = useT('lesson')
  return (
    <section aria-labelledby="forsok">
      <h3 id="forsok">{t('quiz.attempts')}</h3>
      <ul>
        {quiz.attempts.map(({ number, score, submittedAt }) => {
          const text = t('quiz.attemptLine', { number, score, time: formatDateTime(submittedAt) })
          return (
            <li key={number}>
              {number === shown ? (
                <strong>{text}</strong>
              ) : (
                <Link to={paths.lessonAttempt(page.course.slug, page.slug, number)}>{text}</Link>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
