import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { ButtonLink, EmptyState, Grid, Page, PageHeader, Stack, Tabs } from '~/shared/ui'
import { type ExampleFilter, type ExampleList, exampleSorts } from '../model'
import { countChoices, exampleQuery, pageSize, withoutChoices } from '../rules'
import { ExampleCards } from './example-card'
import { ChosenFacets, ExampleFacets } from './example-facets'
import styles from './practice.module.css'

function to(filter: ExampleFilter): string {
  return `${paths.examples()}${exampleQuery(filter)}`
}

function NothingFits({ filter }: { filter: ExampleFilter }) {
  const t = useT('practice')
  if (countChoices(filter) === 0) {
    return <EmptyState title={t('emptyLibraryTitle')}>{t('emptyLibraryText')}</EmptyState>
  }
  return (
    <EmptyState
      title={t('emptyTitle')}
      action={
        <div className="row">
          <ButtonLink to={to(withoutChoices(filter))}>{t('clear')}</ButtonLink>
          <ButtonLink to={paths.search()} variant="quiet">
            {t('search')}
          </ButtonLink>
        </div>
      }
    >
      {t('emptyText')}
    </EmptyState>
  )
}

export function ExampleLibrary({
  filter,
  list,
  countries,
}: {
  filter: ExampleFilter
  list: ExampleList
  countries: Record<string, string>
}) {
  const t = useT('practice')
  const facets = { filter, counts: list.facets, countries }
  return (
    <Page width="wide">
      <PageHeader title={t('heading', { count: list.total })} lead={t('lead')} />
      <Grid columns="side">
        <ExampleFacets {...facets} />
        <Stack>
          <Tabs
            label={t('sortLabel')}
            items={exampleSorts.map((sort) => ({
              label: t(`sort.${sort}`),
              to: to({ ...filter, sort, page: 1 }),
              active: filter.sort === sort,
            }))}
          />
          <ChosenFacets {...facets} />
          {list.examples.length === 0 ? (
            <NothingFits filter={filter} />
          ) : (
            <ExampleCards examples={list.examples} heading="h2" />
          )}
          {list.total > pageSize && (
            <nav className={styles['pages']} aria-label={t('pageLabel')}>
              {filter.page > 1 ? (
                <ButtonLink to={to({ ...filter, page: filter.page - 1 })} variant="quiet">
                  {t('pageBack')}
                </ButtonLink>
              ) : (
                <span />
              )}
              {filter.page * pageSize < list.total && (
                <ButtonLink to={to({ ...filter, page: filter.page + 1 })} variant="quiet">
                  {t('pageNext')}
                </ButtonLink>
              )}
            </nav>
          )}
        </Stack>
      </Grid>
    </Page>
  )
}
