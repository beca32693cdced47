import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { pick } from '~/shared/language'
import { paths } from '~/shared/paths'
import { FacetGroup } from '~/shared/ui'
import { type ExampleFacet, type ExampleFilter, type FacetCount, exampleFacets } from '../model'
import { type FacetChoice, choicesOf, countChoices, exampleQuery, toggleChoice, withoutChoices } from '../rules'
import styles from './practice.module.css'

/** Names of countries come from the server, whose list of regions is complete. */
type CountryNames = Record<string, string>

function useChoiceLabel(countries: CountryNames): (facet: ExampleFacet, choice: FacetChoice) => string {
  const common = useT('common')
  const language = useLanguage()
  const names = {
    level: 'exampleLevels',
    theme: 'themes',
    audience: 'jobs',
    schoolForm: 'schoolForms',
  } as const
  return (facet, { value, name }) => {
    if (facet === 'country') return countries[value] ?? value
    if (facet === 'competence') return name === null ? value : `${value} ${pick(name, language)}`
    return common(`${names[facet]}.${value}` as Parameters<typeof common>[0])
  }
}

interface FacetsProps {
  filter: ExampleFilter
  counts: readonly FacetCount[]
  countries: CountryNames
}

function to(filter: ExampleFilter): string {
  return `${paths.examples()}${exampleQuery(filter)}`
}

function FacetGroups({ filter, counts, countries }: FacetsProps) {
  const t = useT('practice')
  const label = useChoiceLabel(countries)
  return (
    <div className={styles['facets']}>
      {exampleFacets.map((facet) => (
        <FacetGroup
          key={facet}
          legend={t(`facet.${facet}`)}
          items={choicesOf(facet, counts, filter).map((choice) => ({
            label: label(facet, choice),
            count: choice.count,
            active: choice.active,
            to: to(toggleChoice(filter, facet, choice.value)),
          }))}
        />
      ))}
    </div>
  )
}

/** Beside the list on a wide screen, folded above it on a narrow one. */
export function ExampleFacets(props: FacetsProps) {
  const t = useT('practice')
  const made = countChoices(props.filter)
  return (
    <div>
      <h2 className="visually-hidden">{t('filter')}</h2>
      <details className={styles['facetsNarrow']}>
        <summary>
          {t('filter')}
          {made > 0 && <span className="small"> · {t('filterCount', { count: made })}</span>}
        </summary>
        <FacetGroups {...props} />
      </details>
      <div className={styles['facetsWide']}>
        <FacetGroups {...props} />
      </div>
    </div>
  )
}

/** What is chosen, each with a way to let it go. Nothing when nothing is. */
export function ChosenFacets({ filter, counts, countries }: FacetsProps) {
  const t = useT('practice')
  const label = useChoiceLabel(countries)
  if (countChoices(filter) === 0) return null
  return (
    <ul className={styles['choices']} aria-label={t('chosen')}>
      {exampleFacets.flatMap((facet) =>
        choicesOf(facet, counts, filter)
          .filter((choice) => choice.active)
          .map((choice) => (
            <li key={`${facet}-${choice.value}`}>
              <Link
                to={to(toggleChoice(filter, facet, choice.value))}
                aria-label={t('letGo', { name: label(facet, choice) })}
                preventScrollReset
              >
                {label(facet, choice)} <span aria-hidden="true">×</span>
              </Link>
            </li>
          )),
      )}
      <li>
        <Link to={to(withoutChoices(filter))} preventScrollReset>
          {t('clear')}
        </Link>
      </li>
    </ul>
  )
}
