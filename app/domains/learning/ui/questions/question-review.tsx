import { useStudyT } from '~/i18n/use-study-t'
import { Badge } from '~/shared/ui'
import type { ReviewedOption, ReviewedPart, ReviewedQuestion } from '../../questions/work'
import styles from './questions.module.css'

/** One answered question: right or not, a comment on each part that is told, and what is said of it as a whole. */
export function QuestionReview({ question }: { question: ReviewedQuestion }) {
  const t = useStudyT('question')
  const share = Math.round(question.score * 100)
  return (
    <li className="stack stack-s">
      <p className={styles['prompt']}>{question.prompt}</p>
      <div>
        <Badge tone={question.right ? 'ok' : 'granite'}>
          {question.right ? t('right') : share > 0 ? t('partly', { share }) : t('wrong')}
        </Badge>
      </div>
      <ul className={styles['lines']}>
        {question.options.map((option) => (
          <Option key={option.key} option={option} />
        ))}
        {question.parts.map((part) => (
          <Part key={part.key} part={part} type={question.type} />
        ))}
      </ul>
      {question.feedback !== null && <p>{question.feedback}</p>}
      {question.explanation !== null && <p>{question.explanation}</p>}
    </li>
  )
}

function Option({ option }: { option: ReviewedOption }) {
  const t = useStudyT('question')
  const verdict = option.correct === null ? undefined : option.correct ? 'correct' : 'wrong'
  return (
    <li data-chosen={option.chosen} data-verdict={verdict}>
      <p>
        {option.text}{' '}
        <span className="small">
          {[option.chosen && t('chosen'), verdict && t(verdict === 'correct' ? 'correctOption' : 'wrongOption')]
            .filter(Boolean)
            .join(', ')}
        </span>
      </p>
      {option.feedback && <p className={styles['feedback']}>{option.feedback}</p>}
    </li>
  )
}

function Part({ part, type }: { part: ReviewedPart; type: ReviewedQuestion['type'] }) {
  const t = useStudyT('question')
  const label = type === 'gap-text' ? t('gapLabel', { number: part.label }) : part.label
  const given = part.given === '' ? t('nothing') : part.given
  const answer = type === 'ordering' ? t('place', { place: given }) : given
  return (
    <li data-chosen="true" data-verdict={part.correct ? 'correct' : 'wrong'}>
      <p>
        {label !== '' && `${label}: `}
        <strong>{answer}</strong>{' '}
        <span className="small">
          {part.correct ? t('correctOption') : t('wrongOption')}
          {!part.correct && part.right !== null && `. ${t('rightIs', { right: part.right })}`}
        </span>
      </p>
      {part.feedback && <p className={styles['feedback']}>{part.feedback}</p>}
    </li>
  )
}
