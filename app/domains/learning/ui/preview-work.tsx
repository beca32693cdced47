import { useOfficeT } from '~/i18n/use-office-t'
import type { Question, Reflection } from '~/domains/catalogue'
import { DocumentView } from '~/shared/editor/document-view'
import { Badge, Section } from '~/shared/ui'

/** The questions or the task of a draft's lesson; what is chosen or written here goes nowhere. */
export function PreviewWork({ questions, reflection }: { questions: Question[]; reflection: Reflection | null }) {
  const t = useOfficeT('courseReview')
  return (
    <>
      {questions.length > 0 && (
        <Section title={t('preview.answers')}>
          {questions.map((question) => (
            <fieldset key={question.key} className="fieldset">
              <legend>{question.prompt}</legend>
              {question.options.map((option) => {
                const id = `visa-${question.key}-${option.key}`
                return (
                  <div className="choice" key={option.key}>
                    <input
                      type={question.type === 'multiple' ? 'checkbox' : 'radio'}
                      id={id}
                      name={`visa-${question.key}`}
                    />
                    <label htmlFor={id}>
                      {option.text} {option.correct && <Badge tone="ok">{t('preview.right')}</Badge>}
                    </label>
                  </div>
                )
              })}
            </fieldset>
          ))}
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
