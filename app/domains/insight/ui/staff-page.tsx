import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { ButtonLink, EmptyState, Page, PageHeader, Row, Stack, Tabs } from '~/shared/ui'
import type { StaffFilter } from '../model'
import { staffQuery } from '../rules/filter'
import type { ToldHeatmap } from '../tell'
import styles from './heatmap.module.css'
import { HeatmapPicture } from './heatmap-picture'
import { HeatmapTable } from './heatmap-table'
import { StaffFilters, type StaffView } from './staff-filters'

export interface StaffContent {
  heatmap: ToldHeatmap
  filter: StaffFilter
  view: StaffView
  /** The opened area, when it exists. */
  area: { code: string; name: string } | null
}

function Notes({ heatmap }: { heatmap: ToldHeatmap }) {
  const t = useOfficeT('staff')
  return (
    <div className={`small ${styles.notes}`}>
      <p>{t('legend')}</p> <p>{t('order')}</p>{' '}
      {heatmap.notShared > 0 && <p>{t('notSharedCount', { count: heatmap.notShared })}</p>}
      {heatmap.atLeast === null && <p>{t('suppressed')}</p>}
      {heatmap.protectedLeftOut && <p>{t('protectedLeftOut')}</p>}
    </div>
  )
}

function Nobody({ filter }: { filter: StaffFilter }) {
  const t = useOfficeT('staff')
  const chosen = filter.municipality !== null || filter.job !== null || filter.schoolForm !== null
  return chosen ? (
    <EmptyState title={t('emptyTitle')} action={<ButtonLink to={paths.staff()}>{t('filters.clear')}</ButtonLink>}>
      {t('emptyText')}
    </EmptyState>
  ) : (
    <EmptyState title={t('noStaffTitle')}>{t('noStaffText')}</EmptyState>
  )
}

/** The principal's page: the staff's levels as a picture or a table, by one address. */
export function StaffPage({ content }: { content: StaffContent }) {
  const t = useOfficeT('staff')
  const { heatmap, filter, view, area } = content
  const caption = t('caption', { columns: area === null ? t('areas') : t('areaNamed', area) })
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead', {
          people: t('people', { count: heatmap.rows.length }),
          shared: heatmap.shared,
          compared: heatmap.compared ? t('compared') : t('notCompared'),
        })}
        actions={
          <ButtonLink to={paths.staffCsv(staffQuery(filter))} variant="quiet" document>
            {t('csv')}
          </ButtonLink>
        }
      />
      <Stack>
        <div className="no-print">
          <Row between>
            <Tabs
              label={t('views')}
              items={[
                { label: t('picture'), to: paths.staff(staffQuery(filter)), active: view === 'picture' },
                { label: t('table'), to: paths.staff(staffQuery(filter, {}, 'table')), active: view === 'table' },
              ]}
            />
            {area !== null && (
              <Link to={paths.staff(staffQuery(filter, { area: null }, view))}>
                {t('filters.area')}: {t('areas')}
              </Link>
            )}
          </Row>
        </div>
        <StaffFilters facets={heatmap.facets} filter={filter} view={view} />
        {heatmap.rows.length === 0 ? (
          <Nobody filter={filter} />
        ) : (
          <>
            {view === 'picture' ? (
              <HeatmapPicture heatmap={heatmap} filter={filter} caption={caption} />
            ) : (
              <HeatmapTable heatmap={heatmap} caption={caption} />
            )}
            <Notes heatmap={heatmap} />
          </>
        )}
      </Stack>
    </Page>
  )
}
