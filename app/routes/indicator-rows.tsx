import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadReports } from '~/domains/identity'
import { IndicatorRowsView } from '~/domains/insight/ui/indicators/rows-view'
import { translator } from '~/i18n/translator.server'
import { openIndicatorRows } from '~/journeys/open-indicators.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'
import { identityVault } from '~/vault.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const PAGE_SIZE = 100

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const query = new URL(request.url).searchParams
  const asked = { diarienr: params['diarienr'] ?? '', query, at: now() }
  const found = await openIndicatorRows(db(), actor, identityVault(), asked)
  if (found === undefined) return notFound()
  const { project, period, opened } = found
  const rows = opened.kind === 'hidden' ? [] : opened.rows
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const wanted = Number(query.get('sida') ?? 1)
  const number = Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, pages) : 1
  query.delete('sida')
  const shown = rows.slice(PAGE_SIZE * (number - 1), PAGE_SIZE * number)
  const t = translator(languageOf(request))
  const page = {
    diarienr: project.diarienr,
    period,
    opened: opened.kind === 'hidden' ? opened : { ...opened, rows: shown },
    count: rows.length,
    page: number,
    pages,
    query: query.toString(),
  }
  const title = `${t('indicators')('title')} – ${t('common')('portal')}`
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function IndicatorRows() {
  return <IndicatorRowsView page={useLoaderData<typeof loader>().page} />
}
