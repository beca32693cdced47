import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepRecords } from '~/domains/participation'
import { confirmDates, listDatesProposals } from '~/domains/participation/index.server'
import { ProposalsView } from '~/domains/participation/ui/dates/proposals-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

const SHOWN = 200

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepRecords(actor)) return forbidden()
  const diarienr = new URL(request.url).searchParams.get('projekt') ?? ''
  const found = await listDatesProposals(db(), actor, { diarienr, at: now() })
  if (found === undefined) return notFound()
  const t = translator(languageOf(request))
  const title = `${t('participantDates')('title')} – ${t('common')('portal')}`
  const { proposals } = found
  const page = { ...found, proposals: proposals.slice(0, SHOWN), count: proposals.length }
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

const forms = z.object({
  project: z.string().max(40),
  one: z.string().max(80).optional(),
  key: z
    .union([z.string(), z.array(z.string()).max(1_000)])
    .default([])
    .transform((value) => (typeof value === 'string' ? [value] : value)),
})

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepRecords(actor)) return forbidden()
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { project, one, key } = form.value
  const keys = one === undefined ? key : [one]
  const outcome = await confirmDates(db(), actor, { diarienr: project, keys, at: now() })
  if (outcome.ok) {
    const here = paths.participantDates(`?projekt=${encodeURIComponent(project)}`)
    return redirectWithToast(here, outcome.value.left > 0 ? 'datesPartlyConfirmed' : 'datesConfirmed')
  }
  if (outcome.refusal === 'not-allowed') return forbidden()
  if (outcome.refusal === 'not-found') return notFound()
  const t = translator(languageOf(request))('participantDates')
  return data({ errors: { key: t('none') } }, { status: 400 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ParticipantDates() {
  return <ProposalsView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
