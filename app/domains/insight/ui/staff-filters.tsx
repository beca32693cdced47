import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { FacetGroup } from '~/shared/ui'
import type { FacetChoice, Job, SchoolForm, StaffFilter } from '../model'
import { staffQuery } from '../rules/filter'
import type { ToldHeatmap } from '../tell'
import styles from './heatmap.module.css'

export type StaffView = 'picture' | 'table'

/** Every choice is a link, so that the address holds it. */
export function StaffFilters({
  facets,
  filter,
  view,
}: {
  facets: ToldHeatmap['facets']
  filter: StaffFilter
  view: StaffView
}) {
  const t = useOfficeT('staff')
  const common = useT('common')
  const chosen = filter.municipality !== null || filter.job !== null || filter.schoolForm !== null
  const items = (
    choices: readonly FacetChoice[],
    active: string | null,
    change: (value: string | null) => Partial<StaffFilter>,
    labelOf: (choice: FacetChoice) => string,
  ) =>
    choices.map((choice) => {
      const on = choice.value === active
      return {
        label: labelOf(choice),
        count: choice.count,
        to: paths.staff(staffQuery(filter, change(on ? null : choice.value), view)),
        active: on,
      }
    })
  return (
    <details className={`${styles.filters} no-print`} open={chosen}>
      <summary>{t('filters.open')}</summary>
      <div className={styles.facets}>
        <FacetGroup
          legend={t('filters.municipality')}
          items={items(
            facets.municipality,
            filter.municipality,
            (municipality) => ({ municipality }),
            (choice) => choice.label,
          )}
        />
        <FacetGroup
          legend={t('filters.job')}
          items={items(
            facets.job,
            filter.job,
            (job) => ({ job: job as Job | null }),
            (choice) => common(`jobs.${choice.value as Job}`),
          )}
        />
        <FacetGroup
          legend={t('filters.schoolForm')}
          items={items(
            facets.schoolForm,
            filter.schoolForm,
            (schoolForm) => ({ schoolForm: schoolForm as SchoolForm | null }),
            (choice) => common(`schoolForms.${choice.value as SchoolForm}`),
          )}
        />
      </div>
      {chosen && (
        <p>
          <Link to={paths.staff(staffQuery({ ...filter, municipality: null, job: null, schoolForm: null }, {}, view))}>
            {t('filters.clear')}
          </Link>
        </p>
      )}
    </details>
  )
}
