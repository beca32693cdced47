import { useOfficeT } from '~/i18n/use-office-t'
import { Button, CheckboxField, TextArea, TextField } from '~/shared/ui'
import type { QuestionDraft } from '../../questions/draft'
import type { QuestionType } from '../../questions/model'
import styles from './editor.module.css'

/** What the columns of a type's rows are; `text` is always there. */
const columns: Record<QuestionType, { other: boolean; feedback: boolean; correct: boolean; key: boolean }> = {
  single: { other: false, feedback: true, correct: true, key: false },
  multiple: { other: false, feedback: true, correct: true, key: false },
  'true-false': { other: false, feedback: true, correct: true, key: false },
  ordering: { other: false, feedback: true, correct: false, key: false },
  matching: { other: true, feedback: true, correct: false, key: false },
  numeric: { other: false, feedback: false, correct: false, key: false },
  'short-text': { other: false, feedback: false, correct: false, key: false },
  'gap-text': { other: true, feedback: true, correct: false, key: true },
}

/** The options, items, pairs, accepted answers or gaps of a question, one row each. */
export function RowFields(props: {
  draft: QuestionDraft
  index: number
  errorAt: (field: string) => string | undefined
}) {
  const { draft, index, errorAt } = props
  const t = useOfficeT('quizzes')
  const { type } = draft
  const shown = columns[type]
  if (type === 'numeric') return null
  return (
    <div className={styles['rows']} role="group" aria-label={t(`rows.${type}.title`)}>
      <p className={styles['rowsTitle']}>{t(`rows.${type}.title`)}</p>
      {draft.rows.map((row, at) => {
        const name = (column: string) => `f${index}.r${at}.${column}`
        const error = (column: string) => errorAt(`r${at}.${column}`)
        const number = at + 1
        return (
          <div key={at} className={styles['row']} role="group" aria-label={t(`rows.${type}.row`, { number })}>
            {shown.key ? (
              <TextField
                label={t('rows.key')}
                name={name('key')}
                defaultValue={row.key}
                maxLength={8}
                error={error('key')}
              />
            ) : (
              <input type="hidden" name={name('key')} value={row.key} />
            )}
            {type === 'gap-text' ? (
              <TextArea
                label={t('rows.gap-text.text')}
                hint={t('rows.oneALine')}
                name={name('text')}
                defaultValue={row.text}
                rows={2}
                error={error('text')}
              />
            ) : (
              <TextField
                label={t(`rows.${type}.text`)}
                name={name('text')}
                defaultValue={row.text}
                error={error('text')}
              />
            )}
            {shown.other && type === 'matching' && (
              <TextField
                label={t('rows.matching.other')}
                name={name('other')}
                defaultValue={row.other}
                error={error('other')}
              />
            )}
            {shown.other && type === 'gap-text' && (
              <TextArea
                label={t('rows.gap-text.other')}
                hint={t('rows.choicesHint')}
                name={name('other')}
                defaultValue={row.other}
                rows={2}
                error={error('other')}
              />
            )}
            {shown.feedback && (
              <TextField
                label={t('rows.feedback')}
                name={name('feedback')}
                defaultValue={row.feedback}
                error={error('feedback')}
              />
            )}
            {shown.correct && (
              <CheckboxField label={t('rows.correct')} name={name('correct')} value="ja" defaultChecked={row.correct} />
            )}
            <div className={styles['verbs']}>
              {(['upp', 'ned', 'bort'] as const)
                .filter((verb) => !(verb === 'upp' && at === 0) && !(verb === 'ned' && at === draft.rows.length - 1))
                .map((verb) => (
                  <button key={verb} type="submit" name="andra" value={`f${index}:r${at}:${verb}`}>
                    {t(`rows.verbs.${verb}`)}{' '}
                    <span className="visually-hidden">{t(`rows.${type}.row`, { number })}</span>
                  </button>
                ))}
            </div>
          </div>
        )
      })}
      <div>
        <Button name="andra" value={`f${index}:rad`} variant="quiet">
          {t(`rows.${type}.add`)}
        </Button>
      </div>
    </div>
  )
}
