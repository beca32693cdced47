import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { Grid } from '~/shared/ui'
import { audiences, themes } from '../../model'
import styles from './making.module.css'

function Choices(given: { legend: string; name: string; chosen: readonly string[]; options: [string, string][] }) {
  return (
    <fieldset className={styles['group']}>
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

/** Themes and audiences of an activity, by which the calendar can be narrowed. */
export function ActivityTopics({ fields }: { fields: { themes: readonly string[]; audiences: readonly string[] } }) {
  const t = useOfficeT('making')
  const common = useT('common')
  return (
    <Grid columns={2}>
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
    </Grid>
  )
}
