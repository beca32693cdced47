import { useRouteLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Tabs } from './display'
import type { Frame } from './frame'

export type ProjectTab =
  'overview' | 'participants' | 'months' | 'reports' | 'indicators' | 'summary' | 'evidence' | 'settings' | 'retention'

/** The pages of one project, those that the signed-in person may open; stands under the header of each. */
export function ProjectTabs({ diarienr, current }: { diarienr: string; current: ProjectTab }) {
  const t = useT('common')
  const actor = useRouteLoaderData<Frame>('root')?.actor
  const reports = actor?.readsReports ?? false
  const all: { tab: ProjectTab; to: string; shown: boolean }[] = [
    { tab: 'overview', to: paths.project(diarienr), shown: true },
    { tab: 'participants', to: paths.participants(`?projekt=${diarienr}`), shown: actor?.readsParticipants ?? false },
    { tab: 'months', to: paths.months(diarienr), shown: reports },
    { tab: 'reports', to: paths.reports(diarienr), shown: reports },
    { tab: 'summary', to: paths.summary(diarienr), shown: reports },
    { tab: 'indicators', to: paths.indicators(diarienr), shown: reports },
    { tab: 'evidence', to: paths.evidence(diarienr), shown: reports },
    { tab: 'retention', to: paths.retention(diarienr), shown: reports },
    { tab: 'settings', to: paths.projectSettings(diarienr), shown: actor?.keepsProjects ?? false },
  ]
  return (
    <Tabs
      label={t('projectTabs.label')}
      items={all
        .filter(({ shown }) => shown)
        .map(({ tab, to }) => ({ label: t(`projectTabs.${tab}`), to, active: tab === current }))}
    />
  )
}
