import { useOfficeT } from '~/i18n/use-office-t'
import { SelectField, TextField } from '~/shared/ui'
import type { LessonFaults, LessonFields } from '../../authoring/lesson-form'
import type { LessonKind } from '../../model'
import { QuestionEditor } from '../questions/question-editor'
import { QuizSettingsFields } from '../questions/quiz-settings-fields'

export interface LessonEditorFaults {
  errors: Record<string, string>
  questions: LessonFaults['questions']
  quiz: LessonFaults['quiz']
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
    </>
  )
}

export function TranslationHint() {
  const t = useOfficeT('authoring')
  return <p className="small">{t('lesson.translationHint')}</p>
}
