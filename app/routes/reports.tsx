import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepProjects, canReadReports } from '~/domains/identity'
import { participantScope, reportsPageOf } from '~/domains/participation'
import {
  findEarlierMonth,
  findReportProject,
  listIncomplete,
  listReportMonths,
  makeBatch,
} from '~/domains/participation/index.server'
import { ReportsView } from '~/domains/participation/ui/reports/reports-view'
import { translator } from '~/i18n/translator.server'
import { scbTemplate } from '~/reports.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatMonth } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'
import { identityVault } from '~/vault.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const project = await findReportProject(db(), participantScope(actor), { diarienr: params['diarienr'] ?? '' })
  if (project === undefined) return notFound()
  const [months, { template, problems }] = await Promise.all([
    listReportMonths(db(), project.projectId),
    scbTemplate(db()),
  ])
  const asked = new URL(request.url).searchParams.get('manad') ?? undefined
  const chosen = months.find(({ month, state }) => month === asked && state === 'last')
  const incomplete =
    chosen === undefined ? [] : await listIncomplete(db(), project.projectId, chosen.month, chosen.generation)
  const view = reportsPageOf({ project, months, chosen: asked, incomplete, template, problems, actor })
  const t = translator(languageOf(request))
  const title = `${t('reports')('title')} – ${t('common')('portal')}`
  return data({ title, view }, { headers: { 'Cache-Control': 'private, no-store' } })
}

const form = z.object({
  month: z.string().max(7),
  seenNumber: z.coerce.number().int().min(0),
  acknowledged: z.union([z.uuid(), z.array(z.uuid()).max(100_000)]).optional(),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepProjects(actor)) return forbidden()
  const project = await findReportProject(db(), participantScope(actor), { diarienr: params['diarienr'] ?? '' })
  if (project === undefined) return notFound()
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  const { projectId } = project
  const { month, seenNumber } = read.value
  const acknowledged = [read.value.acknowledged ?? []].flat()
  const language = languageOf(request)
  const t = translator(language)('reports')
  const refuse = (message: string) => data({ message, acknowledged }, { status: 400 })
  const { template } = await scbTemplate(db())
  if (template === null) return refuse(t('refusal.no-template'))
  const wish = { projectId, month, seenNumber, acknowledged, template, at: now() }
  const outcome = await makeBatch(db(), actor, identityVault(), wish)
  if (outcome.ok) return redirectWithToast(paths.scbBatch(outcome.value.batchId), 'reportMade')
  const { refusal } = outcome
  if (refusal === 'not-allowed') return forbidden()
  if (refusal === 'not-found') return notFound()
  const earlier = await findEarlierMonth(db(), projectId, month)
  return refuse(t(`refusal.${refusal}`, { month: earlier === undefined ? '' : formatMonth(earlier.month, language) }))
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Reports() {
  return <ReportsView view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />
}
