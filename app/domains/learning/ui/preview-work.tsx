import { useOfficeT } from '~/i18n/use-office-t'
import type { Reflection } from '~/domains/catalogue'
import { DocumentView } from '~/shared/editor/document-view'
import { Section } from '~/shared/ui'
import type { AskedQuestion } from '../questions/work'
import { QuestionField } from './questions/question-field'

/** The questions or the task of a draft's lesson; what is chosen or written here goes nowhere. */
export function PreviewWork({ questions, reflection }: { questions: AskedQuestion[]; reflection: Reflection | null }) {
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
    </>
  )
}
