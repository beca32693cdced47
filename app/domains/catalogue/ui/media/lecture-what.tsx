import { useOfficeT } from '~/i18n/use-office-t'
import { SelectField, TextArea, TextField } from '~/shared/ui'
import { lengthText } from '~/shared/video'
import type { LectureFault, LectureTyped } from '../../media/lecture-form'
import { useLanguageChoices } from './describe-form'
import styles from './media.module.css'

/** What a lecture is called and tells, who speaks, and how long it takes. */
export function LectureWhat({
  typed,
  durationSeconds,
  faults,
}: {
  typed: LectureTyped
  durationSeconds: number | null
  faults: readonly LectureFault[]
}) {
  const t = useOfficeT('lectureMaking')
  const languages = useLanguageChoices()
  const errorOf = (fault: LectureFault) => (faults.includes(fault) ? t(`faults.${fault}`) : undefined)
  return (
    <fieldset className={styles.group}>
      <legend>{t('what')}</legend>
      <TextField
        label={t('fields.title')}
        name="title"
        defaultValue={typed.title}
        maxLength={200}
        error={errorOf('title')}
      />
      <TextArea
        label={t('fields.summary')}
        name="summary"
        defaultValue={typed.summary}
        hint={t('fields.summaryHint')}
        rows={3}
        maxLength={600}
        error={errorOf('summary')}
      />
      <TextArea
        label={t('fields.description')}
        name="description"
        defaultValue={typed.description}
        hint={t('fields.descriptionHint')}
        rows={8}
      />
      <div className={styles.two}>
        <TextField
          label={t('fields.speaker')}
          name="speaker"
          defaultValue={typed.speaker}
          maxLength={200}
          error={errorOf('speaker')}
        />
        <TextField
          label={t('fields.voiceNote')}
          name="voiceNote"
          defaultValue={typed.voiceNote}
          hint={t('fields.voiceNoteHint')}
          maxLength={300}
        />
        <TextField
          label={t('fields.recordedOn')}
          name="recordedOn"
          defaultValue={typed.recordedOn}
          error={errorOf('recordedOn')}
        />
        <SelectField
          label={t('fields.language')}
          name="language"
          defaultValue={typed.language}
          options={languages}
          error={errorOf('language')}
        />
        <TextField
          label={t('fields.minutes')}
          name="minutes"
          defaultValue={typed.minutes}
          inputMode="numeric"
          hint={
            durationSeconds === null
              ? t('fields.minutesHintUnknown')
              : t('fields.minutesHint', { length: lengthText(durationSeconds) })
          }
          error={errorOf('minutes')}
        />
      </div>
    </fieldset>
  )
}
