import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadReports } from '~/domains/identity'
import { batchPageFor, releaseFile } from '~/domains/participation/index.server'
import { BatchView } from '~/domains/participation/ui/reports/batch-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatMonth } from '~/shared/dates'
import { forbidden, notFound, readForm } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const batchId = params['id'] ?? ''
  if (!isUuid(batchId)) return notFound()
  const query = new URL(request.url).searchParams
  const wanted = Number(query.get('sida') ?? 1)
  const page = Number.isInteger(wanted) && wanted >= 1 && wanted <= 100_000 ? wanted : 1
  const view = await batchPageFor(db(), actor, { batchId, page, reasonFirst: query.has('skal') })
  if (view === undefined) return notFound()
  const language = languageOf(request)
  const t = translator(language)
  const { number, month } = view.batch
  const name = t('reports')('batch.title', { number, month: formatMonth(month, language) })
  const title = `${name} – ${t('common')('portal')}`
  return data({ title, view }, { headers: { 'Cache-Control': 'private, no-store' } })
}

const form = z.object({ form: z.enum(['csv', 'xlsx']), reason: z.string().max(300) })

/** A reason opens the file for a while, for the one who stated it; then the browser fetches it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const batchId = params['id'] ?? ''
  if (!canReadReports(actor)) return forbidden()
  if (!isUuid(batchId)) return notFound()
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  const outcome = await releaseFile(db(), actor, { batchId, ...read.value, at: now() })
  if (outcome.ok) return redirect(paths.scbFile(batchId, read.value.form))
  const { refusal } = outcome
  if (refusal === 'not-allowed') return forbidden()
  if (refusal === 'not-found') return notFound()
  const t = translator(languageOf(request))('reports')
  return data({ message: t(`download.refusal.${refusal}`), reason: read.value.reason }, { status: 400 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ScbBatch() {
  return <BatchView view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />
}
