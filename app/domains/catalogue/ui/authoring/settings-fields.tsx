import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { CheckboxField, SelectField, TextArea, TextField } from '~/shared/ui'
import { knownLicences } from '../../licence'
import { audiences, schoolForms, themes } from '../../model'
import { RowSelect } from '../activity/row-field'
import styles from './authoring.module.css'
import type { SettingsPage } from './settings-page'

interface Part {
  page: SettingsPage
  errors: Record<string, string>
}

export function Competences({ page, errors }: Part) {
  const t = useOfficeT('courseSettings')
  const { fields } = page
  const rows = Math.min(6, Math.max(fields.competence.length + 1, 3))
  const weights = [
    { value: '1', label: t('weights.full') },
    { value: '0.5', label: t('weights.half') },
    { value: '0.25', label: t('weights.quarter') },
  ]
  return (
    <fieldset className={styles['group']}>
      <legend>{t('competences')}</legend>
      <p className="small">{t('competencesHint')}</p>
      {errors['competence'] !== undefined && <p className="field-error">{errors['competence']}</p>}
      {Array.from({ length: rows }, (_, row) => {
        const weight = fields.competenceWeight[row] ?? '1'
        const known = weights.some(({ value }) => value === weight)
        const own = known ? [] : [{ value: weight, label: t('weights.other', { weight: weight.replace('.', ',') }) }]
        return (
          <div key={row} className={styles['columns']}>
            <RowSelect
              label={t('competence', { number: row + 1 })}
              row={row}
              name="competence"
              defaultValue={fields.competence[row] ?? ''}
              options={[{ value: '', label: t('none') }, ...page.competences]}
            />
            <RowSelect
              label={t('competenceLevel')}
              row={row}
              name="competenceLevel"
              defaultValue={fields.competenceLevel[row] ?? '1'}
              options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
            />
            <RowSelect
              label={t('weight')}
              row={row}
              name="competenceWeight"
              defaultValue={weight}
              options={[...weights, ...own]}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

function Choices(given: { legend: string; name: string; chosen: readonly string[]; options: [string, string][] }) {
  return (
    <fieldset className="fieldset" id={`field-${given.name}`}>
      <legend>{given.legend}</legend>
      {given.options.map(([value, label]) => (
        <div className="choice" key={value}>
          <input
            type="checkbox"
            id={`${given.name}-${value}`}
            name={given.name}
            value={value}
            defaultChecked={given.chosen.includes(value)}
          />
          <label htmlFor={`${given.name}-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  )
}

export function Topics({ page }: Pick<Part, 'page'>) {
  const t = useOfficeT('courseSettings')
  const common = useT('common')
  const { fields } = page
  return (
    <fieldset className={styles['group']}>
      <legend>{t('topics')}</legend>
      <div className="grid grid-3">
        <Choices
          legend={t('themes')}
          name="themes"
          chosen={fields.themes}
          options={themes.map((one) => [one, common(`themes.${one}`)])}
        />
        <Choices
          legend={t('audiences')}
          name="audiences"
          chosen={fields.audiences}
          options={audiences.map((one) => [one, common(`jobs.${one}`)])}
        />
        <Choices
          legend={t('schoolForms')}
          name="schoolForms"
          chosen={fields.schoolForms}
          options={schoolForms.map((one) => [one, common(`schoolForms.${one}`)])}
        />
      </div>
    </fieldset>
  )
}

export function Rights({ page, errors }: Part) {
  const t = useOfficeT('courseSettings')
  const { fields } = page
  return (
    <>
      <fieldset className={styles['group']}>
        <legend>{t('cover')}</legend>
        <SelectField
          label={t('cover')}
          name="cover"
          hint={t('coverHint')}
          defaultValue={fields.cover}
          error={errors['cover']}
          options={[{ value: '', label: t('noCover') }, ...page.pictures]}
        />
        {page.coverAddress !== null && <img src={page.coverAddress} alt="" width={320} height={180} />}
        <TextField
          label={t('coverAlt')}
          name="coverAlt"
          hint={t('coverAltHint')}
          defaultValue={fields.coverAlt}
          error={errors['coverAlt']}
          maxLength={300}
        />
        <CheckboxField
          label={t('coverDecorative')}
          name="coverDecorative"
          value="ja"
          defaultChecked={fields.coverDecorative === 'ja'}
        />
        <p className="small">
          <Link to={paths.newMedia()}>{t('coverUpload')}</Link>
        </p>
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{t('rights')}</legend>
        <TextField
          label={t('licence')}
          name="licence"
          list="licences"
          hint={t('licenceHint')}
          defaultValue={fields.licence}
          error={errors['licence']}
          maxLength={200}
        />
        <datalist id="licences">
          {knownLicences.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextArea
          label={t('sources')}
          name="sources"
          hint={t('sourcesHint')}
          defaultValue={fields.sources}
          error={errors['sources']}
        />
      </fieldset>
    </>
  )
}

export function Assessed({ page }: Pick<Part, 'page'>) {
  const t = useOfficeT('courseSettings')
  return (
    <CheckboxField label={t('assessed')} name="assessed" value="ja" defaultChecked={page.fields.assessed === 'ja'} />
  )
}
