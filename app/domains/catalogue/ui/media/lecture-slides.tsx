import { useOfficeT } from '~/i18n/use-office-t'
import type { LectureFault, LectureTyped } from '../../media/lecture-form'
import { type Choice, RowField, RowSelect } from '../activity/row-field'
import styles from './media.module.css'

/** Pictures of the library that are shown beside the film, each from its time; there are always empty rows to fill in. */
export function LectureSlides({
  typed,
  pictures,
  faults,
}: {
  typed: LectureTyped
  pictures: readonly Choice[]
  faults: readonly LectureFault[]
}) {
  const t = useOfficeT('lectureMaking')
  const filled = Math.max(typed.slideId.length, typed.slideAt.length)
  const rows = Array.from({ length: filled + 2 }, (_, row) => row).filter(
    (row) => row >= filled || `${typed.slideId[row] ?? ''}${typed.slideAt[row] ?? ''}` !== '',
  )
  return (
    <fieldset className={styles.group} id="bilder">
      <legend>{t('slides')}</legend>
      <p className="small">{t('slidesLead')}</p>
      {faults.includes('slide') && <p className="field-error">{t('faults.slide')}</p>}
      {rows.map((row) => (
        <div key={row} className={styles.two} role="group" aria-label={t('slide', { number: row + 1 })}>
          <RowSelect
            label={t('slide', { number: row + 1 })}
            row={row}
            name="slideId"
            defaultValue={typed.slideId[row] ?? ''}
            options={[{ value: '', label: t('fields.none') }, ...pictures]}
          />
          <RowField label={t('slideAt')} row={row} name="slideAt" defaultValue={typed.slideAt[row] ?? ''} />
        </div>
      ))}
    </fieldset>
  )
}
