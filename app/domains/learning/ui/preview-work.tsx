import { useOfficeT } from '~/i18n/use-office-t'
import type { Assignment, Reflection } from '~/domains/catalogue'
import { DocumentView } from '~/shared/editor/document-view'
import { Section } from '~/shared/ui'
import type { AskedQuestion } from '../questions/work'
import { RubricView } from './assignment/assessment-view'
import { QuestionField } from './questions/question-field'

/** The questions or the task of a draft's lesson; what is chosen or written here goes nowhere. */
export function PreviewWork({
  questions,
  reflection,
  assignment,
}: {
  questions: AskedQuestion[]
  reflection: Reflection | null
  assignment: Assignment | null
}) {
  const t = useOfficeT('courseReview')
  return (
    <>
      {questions.length > 0 && (
        <Section title={t('preview.answers')}>
          <div className="stack stack-l">
            {questions.map((question) => (
              <QuestionField key={question.key} question={question} name={`q.${question.key}`} given={[]} />
            ))}
          </div>
        </Section>
      )}
      {reflection !== null && (
        <>
          <DocumentView document={reflection.prompt} />
          <p className="small">{t('preview.textarea', { count: reflection.minWords })}</p>
        </>
      )}
      {assignment !== null && (
        <>
          <DocumentView document={assignment.task} />
          <p className="small">{t('preview.textarea', { count: assignment.minWords })}</p>
          {assignment.rubric.length > 0 && <RubricView rubric={assignment.rubric} />}
        </>
      )}
    </>
  )
}
