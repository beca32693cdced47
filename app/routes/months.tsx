import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadReports } from '~/domains/identity'
import { monthsPageOf, participantScope, reachesProject } from '~/domains/participation'
import { findProjectByDiarienr, listProjectMonths } from '~/domains/participation/index.server'
import { MonthsView } from '~/domains/participation/ui/months/months-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { forbidden, notFound } from '~/shared/http.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const project = await findProjectByDiarienr(db(), params['diarienr'] ?? '')
  if (project === undefined || !reachesProject(participantScope(actor), project.ownerId)) return notFound()
  const page = monthsPageOf(project, await listProjectMonths(db(), project.projectId), localDay(now()))
  const t = translator(languageOf(request))
  const title = `${t('closing')('months.title')} – ${t('common')('portal')}`
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Months() {
  return <MonthsView page={useLoaderData<typeof loader>().page} />
}
