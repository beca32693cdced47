import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { summaryPageFor } from '~/domains/participation/index.server'
import { SummaryView } from '~/domains/participation/ui/papers/summary-view'
import { translator } from '~/i18n/translator.server'
import { requireReportProject } from '~/papers.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const project = await requireReportProject(actor, params)
  const page = await summaryPageFor(db(), project, new URL(request.url).searchParams.get('period'))
  const t = translator(languageOf(request))
  const title = `${t('papers')('summary.title')} – ${project.name}`
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export default function Summary() {
  return <SummaryView page={useLoaderData<typeof loader>().page} />
}
