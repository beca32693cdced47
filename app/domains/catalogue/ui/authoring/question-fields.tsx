import { useOfficeT } from '~/i18n/use-office-t'
import { Button } from '~/shared/ui'
import { MOST_OPTIONS, type QuestionFields } from '../../authoring/question-form'
import styles from './authoring.module.css'

const types = ['single', 'multiple', 'true-false'] as const

function Option({ at, number, option }: { at: string; number: number; option: QuestionFields['options'][number] }) {
  const t = useOfficeT('authoring')
  return (
    <div className={styles['option']}>
      <div className="field">
        <label htmlFor={`${at}.text`}>{t('lesson.questions.option', { number })}</label>
        <input id={`${at}.text`} name={`${at}.text`} className="input" defaultValue={option.text} maxLength={500} />
      </div>
      <div className="field">
        <label htmlFor={`${at}.feedback`}>{t('lesson.questions.feedback')}</label>
        <input id={`${at}.feedback`} name={`${at}.feedback`} className="input" defaultValue={option.feedback} />
      </div>
      <div className="choice">
        <input type="checkbox" id={`${at}.correct`} name={`${at}.correct`} value="ja" defaultChecked={option.correct} />
        <label htmlFor={`${at}.correct`}>{t('lesson.questions.correct')}</label>
      </div>
    </div>
  )
}

/** The questions of a quiz as plain fields, one of them empty. */
export function QuestionFieldsView({ questions, error }: { questions: QuestionFields[]; error: string | undefined }) {
  const t = useOfficeT('authoring')
  const none = { key: '', type: 'single' as const, prompt: '', explanation: '', options: [] }
  return (
    <section className="stack" id="field-questions" aria-labelledby="fragor-rubrik">
      <h2 id="fragor-rubrik">{t('lesson.questions.title')}</h2>
      <p className="small">{t('lesson.questions.hint')}</p>
      {error !== undefined && <p className="field-error">{error}</p>}
      {[...questions, none].map((question, index) => {
        const at = `q${index}`
        const rows = Math.min(MOST_OPTIONS, Math.max(4, question.options.filter(({ text }) => text !== '').length + 1))
        return (
          <fieldset key={at} className={styles['group']}>
            <legend>{t('lesson.questions.number', { number: index + 1 })}</legend>
            <input type="hidden" name={`${at}.key`} value={question.key} />
            <div className="field">
              <label htmlFor={`${at}.prompt`}>{t('lesson.questions.prompt')}</label>
              <textarea
                id={`${at}.prompt`}
                name={`${at}.prompt`}
                className="input"
                defaultValue={question.prompt}
                rows={2}
              />
            </div>
            <div className="field">
              <label htmlFor={`${at}.type`}>{t('lesson.questions.type')}</label>
              <select id={`${at}.type`} name={`${at}.type`} className="input" defaultValue={question.type}>
                {types.map((type) => (
                  <option key={type} value={type}>
                    {t(`lesson.questions.types.${type}`)}
                  </option>
                ))}
              </select>
            </div>
            <div className={styles['options']}>
              {Array.from({ length: rows }, (_, row) => (
                <Option
                  key={row}
                  at={`${at}.o${row}`}
                  number={row + 1}
                  option={question.options[row] ?? { key: '', text: '', correct: false, feedback: '' }}
                />
              ))}
            </div>
            <div className="field">
              <label htmlFor={`${at}.explanation`}>{t('lesson.questions.explanation')}</label>
              <input
                id={`${at}.explanation`}
                name={`${at}.explanation`}
                className="input"
                defaultValue={question.explanation}
              />
            </div>
          </fieldset>
        )
      })}
      <div>
        <Button variant="quiet" name="intent" value="more-questions">
          {t('lesson.questions.more')}
        </Button>
      </div>
    </section>
  )
}
