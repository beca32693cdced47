import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { canReadReports } from '~/domains/identity'
import { indicatorsPageOf, isMeasure, readPeriod } from '~/domains/insight'
import { readIndicators } from '~/domains/insight/index.server'
import { IndicatorsView } from '~/domains/insight/ui/indicators/indicators-view'
import { participantScope } from '~/domains/participation'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'
import { identityVault } from '~/vault.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const found = await readIndicators(db(), participantScope(actor), identityVault(), params['diarienr'] ?? '')
  if (found === undefined) return notFound()
  const {
    project: { projectId: _, ...project },
    facts,
  } = found
  const query = new URL(request.url).searchParams
  const table = query.get('tabell') ?? ''
  const chosen = readPeriod(query, project)
  const page = indicatorsPageOf(project, facts, chosen, isMeasure(table) ? table : 'EECO01')
  const t = translator(languageOf(request))
  const title = `${t('indicators')('title')} – ${t('common')('portal')}`
  const headers = { 'Cache-Control': 'private, no-store' }
  return data({ title, page }, { status: chosen.fault === null ? 200 : 400, headers })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Indicators() {
  return <IndicatorsView page={useLoaderData<typeof loader>().page} />
}
