import { useOfficeT } from '~/i18n/use-office-t'
import { CheckboxField, Notice, SelectField, TextArea, TextField } from '~/shared/ui'
import type { LessonFaults, LessonFields } from '../../authoring/lesson-form'
import type { LessonKind } from '../../model'
import { QuestionEditor } from '../questions/question-editor'
import { QuizSettingsFields } from '../questions/quiz-settings-fields'
import { AssignmentEditor } from './assignment-fields'
import styles from './authoring.module.css'
import type { LessonEditorPage } from './lesson-editor-page'

export interface LessonEditorFaults {
  errors: Record<string, string>
  questions: LessonFaults['questions']
  quiz: LessonFaults['quiz']
  assignment: LessonFaults['assignment']
  /** The field of a question to go on with. */
  focus: string | null
}

/** The lesson's time and what its kind asks for beside its texts: the same in every language. */
export function KindFields({
  kind,
  fields,
  lectures,
  faults,
}: {
  kind: LessonKind
  fields: LessonFields
  lectures: { value: string; label: string }[]
  faults: LessonEditorFaults | undefined
}) {
  const t = useOfficeT('authoring')
  const errors = faults?.errors ?? {}
  return (
    <>
      <TextField
        label={t('lesson.minutes')}
        name="minutes"
        inputMode="numeric"
        hint={t('lesson.minutesHint')}
        defaultValue={fields.minutes}
        error={errors['minutes']}
      />
      {kind === 'lecture' && (
        <SelectField
          label={t('lesson.lecture')}
          name="lectureId"
          hint={t('lesson.lectureHint')}
          defaultValue={fields.lectureId}
          error={errors['lectureId']}
          options={[{ value: '', label: t('lesson.lectureNone') }, ...lectures]}
        />
      )}
      {kind === 'reflection' && (
        <TextField
          label={t('lesson.minWords')}
          name="minWords"
          inputMode="numeric"
          defaultValue={fields.minWords}
          error={errors['minWords']}
        />
      )}
      {kind === 'quiz' && (
        <>
          <QuizSettingsFields fields={fields.quiz} faults={faults?.quiz ?? {}} />
          <h2>{t('lesson.questionsTitle')}</h2>
          <QuestionEditor drafts={fields.questions} faults={faults?.questions ?? []} focus={faults?.focus} />
        </>
      )}
      {kind === 'assignment' && <AssignmentEditor fields={fields.assignment} faults={faults?.assignment ?? {}} />}
    </>
  )
}

/** What a translation holds beside its texts: the words of the questions, and that it is whole. */
export function TranslationFields({ translation }: { translation: NonNullable<LessonEditorPage['translation']> }) {
  const t = useOfficeT('authoring')
  const { fields, state } = translation
  return (
    <>
      <p className="small">{t('lesson.translationHint')}</p>
      {fields.map((question, index) => (
        <fieldset key={question[0]?.name ?? index} className={styles['group']}>
          <legend>{t('lesson.translatedQuestion', { number: index + 1 })}</legend>
          {question.map(({ name, original, value, isAnswers }) => (
            <TextArea
              key={name}
              label={original}
              name={name}
              rows={isAnswers ? 3 : 2}
              defaultValue={value}
              hint={isAnswers ? t('lesson.translatedAnswers') : undefined}
            />
          ))}
        </fieldset>
      ))}
      <Notice tone={state === 'whole' ? 'ok' : 'lichen'}>
        <p>{t(`lesson.translation.${state}`)}</p>
        <CheckboxField label={t('lesson.translationDone')} name="klar" value="ja" defaultChecked={false} />
      </Notice>
    </>
  )
}
