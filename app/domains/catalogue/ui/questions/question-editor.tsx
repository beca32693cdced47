import { useEffect } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, CheckboxField, Row, SelectField, TextArea, TextField } from '~/shared/ui'
import type { QuestionDraft } from '../../questions/draft'
import type { DraftFault } from '../../questions/form'
import { questionTypes, spellings } from '../../questions/model'
import { RowFields } from './row-fields'
import styles from './editor.module.css'

export interface QuestionEditorProps {
  /** `questions.map(draftOf)` to begin with; afterwards what `readQuestions` gave back. */
  drafts: readonly QuestionDraft[]
  faults?: readonly DraftFault[]
  /** The field to go on with, from `readQuestions`. */
  focus?: string | null | undefined
  /** One question alone: no adding, moving or taking away of questions. */
  single?: boolean
}

/**
 * The fields of questions inside a form that the page makes; `readQuestions` reads them from its FormData. Its buttons send
 * the form with `andra`, and the page shows what `readQuestions` gives back, so that rows come and go without scripts and
 * nothing typed is lost. The form needs a `key` that changes with every answer of its action. The first button of the
 * form should be the page's own, since the enter key presses it.
 */
export function QuestionEditor({ drafts, faults = [], focus, single = false }: QuestionEditorProps) {
  const t = useOfficeT('quizzes')
  useEffect(() => {
    if (focus) document.getElementById(`field-${focus}`)?.focus()
  }, [focus])
  return (
    <div className={styles['questions']}>
      <input type="hidden" name="fragor" value={drafts.length} />
      {drafts.map((draft, index) => (
        <OneQuestion
          key={index}
          draft={draft}
          index={index}
          count={drafts.length}
          single={single}
          faults={faults.filter((each) => each.index === index)}
        />
      ))}
      {!single && (
        <div className={styles['adding']}>
          <SelectField
            label={t('editor.newType')}
            name="nytyp"
            options={questionTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))}
          />
          <Button name="andra" value="ny" variant="quiet">
            {t('editor.add')}
          </Button>
        </div>
      )}
    </div>
  )
}

function OneQuestion(props: {
  draft: QuestionDraft
  index: number
  count: number
  single: boolean
  faults: readonly DraftFault[]
}) {
  const { draft, index, count, single, faults } = props
  const t = useOfficeT('quizzes')
  const name = (field: string) => `f${index}.${field}`
  const errorAt = (field: string) => {
    const found = faults.find((each) => each.field === name(field))
    return found && t(`fault.${found.fault}`)
  }
  const field = (key: 'prompt' | 'explanation' | 'right' | 'wrong' | 'text') => ({
    name: name(key),
    defaultValue: draft[key],
    error: errorAt(key),
  })
  const { type } = draft
  const choice = type === 'single' || type === 'multiple' || type === 'true-false'
  const partial = type === 'multiple' || type === 'ordering' || type === 'matching' || type === 'gap-text'
  return (
    <fieldset className={styles['question']}>
      <legend>
        {single ? t(`types.${type}`) : t('editor.question', { number: index + 1, type: t(`types.${type}`) })}
      </legend>
      <input type="hidden" name={name('key')} value={draft.key} />
      <input type="hidden" name={name('type')} value={type} />
      <input type="hidden" name={name('rader')} value={draft.rows.length} />
      <TextArea label={t('editor.prompt')} rows={2} maxLength={1000} {...field('prompt')} />
      {type === 'gap-text' && (
        <TextArea label={t('editor.gapText')} hint={t('editor.gapTextHint')} rows={4} {...field('text')} />
      )}
      {type === 'numeric' && (
        <div className={styles['three']}>
          {(['answer', 'tolerance', 'unit'] as const).map((key) => (
            <TextField
              key={key}
              label={t(`editor.${key}`)}
              hint={key === 'tolerance' ? t('editor.toleranceHint') : undefined}
              name={name(key)}
              defaultValue={draft[key]}
              error={errorAt(key)}
              inputMode={key === 'unit' ? 'text' : 'decimal'}
            />
          ))}
        </div>
      )}
      <RowFields draft={draft} index={index} errorAt={errorAt} />
      {type === 'matching' && (
        <TextArea label={t('editor.extra')} hint={t('editor.extraHint')} rows={2} {...field('text')} />
      )}
      {(type === 'short-text' || type === 'gap-text') && (
        <SelectField
          label={t('editor.spelling')}
          name={name('spelling')}
          defaultValue={draft.spelling}
          options={spellings.map((each) => ({ value: each, label: t(`spelling.${each}`) }))}
        />
      )}
      {partial && (
        <CheckboxField
          label={t(`editor.partial.${type}`)}
          name={name('partial')}
          value="ja"
          defaultChecked={draft.partial}
        />
      )}
      {!choice && (
        <div className={styles['two']}>
          <TextArea label={t('editor.right')} rows={2} {...field('right')} />
          <TextArea label={t('editor.wrong')} rows={2} {...field('wrong')} />
        </div>
      )}
      <TextArea label={t('editor.explanation')} hint={t('editor.explanationHint')} rows={2} {...field('explanation')} />
      {!single && (
        <Row>
          {(['upp', 'ned', 'kopia', 'bort'] as const)
            .filter((verb) => !(verb === 'upp' && index === 0) && !(verb === 'ned' && index === count - 1))
            .map((verb) => (
              <Button key={verb} name="andra" value={`f${index}:${verb}`} variant="quiet">
                {t(`editor.verbs.${verb}`)}{' '}
                <span className="visually-hidden">{t('editor.which', { number: index + 1 })}</span>
              </Button>
            ))}
        </Row>
      )}
    </fieldset>
  )
}
