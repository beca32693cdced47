import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { pick } from '~/shared/language'
import { paths } from '~/shared/paths'
import { ButtonLink, EmptyState, FacetGroup, Grid, Page, PageHeader } from '~/shared/ui'
import type { Audience, Theme, TimeBand } from '../model'
import {
  addressOfFilter,
  type CourseFilter,
  type CourseSort,
  courseSorts,
  type FacetName,
  facetNames,
  type Facets,
  noFilter,
  toggled,
} from '../rules'
import styles from './catalogue.module.css'
import { CourseCardView, type ListedCourse, useLevelName } from './course-card'

export interface CourseListPage {
  courses: ListedCourse[]
  facets: Facets
  total: number
  filter: CourseFilter
  sort: CourseSort
  areas: { code: string; name: { sv: string; en: string } }[]
}

function useFacetLabel(areas: CourseListPage['areas']): (facet: FacetName, value: string) => string {
  const t = useT('catalogue')
  const common = useT('common')
  const language = useLanguage()
  const levelName = useLevelName()
  return (facet, value) => {
    switch (facet) {
      case 'areas': {
        const area = areas.find(({ code }) => code === value)
        return area === undefined ? value : `${value} ${pick(area.name, language)}`
      }
      case 'levels':
        return levelName(Number(value))
      case 'times':
        return t(`times.${value as TimeBand}`)
      case 'themes':
        return common(`themes.${value as Theme}`)
      case 'audiences':
        return common(`jobs.${value as Audience}`)
    }
  }
}

function FacetLists({ page }: { page: CourseListPage }) {
  const t = useT('catalogue')
  const label = useFacetLabel(page.areas)
  // A facet with one value divides nothing.
  const useful = facetNames.filter(
    (facet) => page.facets[facet].length > 1 || page.facets[facet].some(({ active }) => active),
  )
  return useful.map((facet) => (
    <FacetGroup
      key={facet}
      legend={t(`facets.${facet}`)}
      items={page.facets[facet].map(({ value, count, active }) => ({
        label: label(facet, value),
        count,
        active,
        to: paths.courses() + addressOfFilter(toggled(page.filter, facet, value), page.sort),
      }))}
    />
  ))
}

function Results({ page }: { page: CourseListPage }) {
  const t = useT('catalogue')
  const everything = paths.courses() + addressOfFilter(noFilter, page.sort)
  if (page.total === 0) {
    return (
      <EmptyState title={t('emptyTitle')} action={<ButtonLink to={paths.lectures()}>{t('seeLectures')}</ButtonLink>}>
        {t('empty')}
      </EmptyState>
    )
  }
  if (page.courses.length === 0) {
    return (
      <EmptyState title={t('noneTitle')} action={<ButtonLink to={everything}>{t('clear')}</ButtonLink>}>
        {t('none')}
      </EmptyState>
    )
  }
  return (
    <ul className={styles['cards']}>
      {page.courses.map((course, index) => (
        <CourseCardView key={course.slug} course={course} eager={index < 2} />
      ))}
    </ul>
  )
}

/** The catalogue: cards beside the choices, which live in the address. */
export function CourseList({ page }: { page: CourseListPage }) {
  const t = useT('catalogue')
  const isFiltered = facetNames.some((facet) => page.filter[facet].length > 0)
  const everything = paths.courses() + addressOfFilter(noFilter, page.sort)
  return (
    <Page width="wide">
      <PageHeader
        title={t('courses')}
        lead={t('coursesLead')}
        actions={
          <ButtonLink variant="quiet" to={paths.learningPaths()}>
            {t('path.see')}
          </ButtonLink>
        }
      />
      <Grid columns="side">
        <div>
          <div className={`${styles['facets']} ${styles['wide']}`}>
            <h2>{t('filter')}</h2>
            <FacetLists page={page} />
          </div>
          <details className={styles['folded']} open={isFiltered}>
            <summary>{t('filter')}</summary>
            <h2 className="visually-hidden">{t('filter')}</h2>
            <div className={styles['facets']}>
              <FacetLists page={page} />
            </div>
          </details>
        </div>
        <div>
          <div className={styles['bar']}>
            <p role="status">
              {t('shown', { count: page.courses.length, total: page.total })}
              {isFiltered && (
                <>
                  {' · '}
                  <Link to={everything}>{t('clear')}</Link>
                </>
              )}
            </p>
            <nav className={styles['sorts']} aria-label={t('sort')}>
              <span>{t('sort')}:</span>
              {courseSorts.map((sort) => (
                <Link
                  key={sort}
                  to={paths.courses() + addressOfFilter(page.filter, sort)}
                  aria-current={sort === page.sort ? 'true' : undefined}
                  preventScrollReset
                >
                  {t(`sorts.${sort}`)}
                </Link>
              ))}
            </nav>
          </div>
          <Results page={page} />
        </div>
      </Grid>
    </Page>
  )
}
