import { useOfficeT } from '~/i18n/use-office-t'
import { SelectField, TextField } from '~/shared/ui'
import type { LectureTyped } from '../../media/lecture-form'
import { type Choice, RowField } from '../activity/row-field'
import styles from './media.module.css'

/** Rows of a field: those that are filled, and an empty one. */
export const rowsOf = (filled: readonly string[], least: number) =>
  Array.from({ length: Math.max(filled.filter((one) => one !== '').length + 1, least) }, (_, row) => row)

/** Licence, poster and sources of a lecture. */
export function LectureRights({ typed, pictures }: { typed: LectureTyped; pictures: Choice[] }) {
  const t = useOfficeT('lectureMaking')
  return (
    <fieldset className={styles.group}>
      <legend>{t('rights')}</legend>
      <TextField label={t('fields.licence')} name="licence" defaultValue={typed.licence} maxLength={200} />
      <SelectField
        label={t('fields.poster')}
        name="posterId"
        defaultValue={typed.posterId}
        options={[{ value: '', label: t('fields.ownPoster') }, ...pictures]}
      />
      {rowsOf(typed.sourceTitle, 2).map((row) => (
        <div key={row} className={styles.two} role="group" aria-label={t('source', { number: row + 1 })}>
          <RowField
            label={`${t('source', { number: row + 1 })}: ${t('sourceTitle').toLowerCase()}`}
            row={row}
            name="sourceTitle"
            defaultValue={typed.sourceTitle[row] ?? ''}
          />
          <RowField
            label={t('sourcePublisher')}
            row={row}
            name="sourcePublisher"
            defaultValue={typed.sourcePublisher[row] ?? ''}
          />
          <RowField label={t('sourceUrl')} row={row} name="sourceUrl" defaultValue={typed.sourceUrl[row] ?? ''} />
          <RowField
            label={t('sourceYear')}
            row={row}
            name="sourceYear"
            inputMode="numeric"
            defaultValue={typed.sourceYear[row] ?? ''}
          />
        </div>
      ))}
    </fieldset>
  )
}
