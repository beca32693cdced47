import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canAttestMonths } from '~/domains/identity'
import { attestScope, isMonth, readKeys, workPageOf } from '~/domains/participation'
import { attestMonths, countWork, listCheckedLines, listWorkItems } from '~/domains/participation/index.server'
import { AttestView } from '~/domains/participation/ui/months/attest-view'
import { translator } from '~/i18n/translator.server'
import { returnMonthsAndTell } from '~/journeys/return-months.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

const shown = 200

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canAttestMonths(actor)) return forbidden()
  const query = new URL(request.url).searchParams
  const month = query.get('manad') ?? ''
  const filter = { diarienr: query.get('projekt') || null, month: isMonth(month) ? month : null }
  const scope = attestScope(actor)
  const [items, counts] = await Promise.all([
    listWorkItems(db(), scope, actor.personId, filter, shown),
    countWork(db(), scope, actor.personId),
  ])
  const lines = await listCheckedLines(db(), items)
  const matching = counts.filter(
    (one) =>
      (filter.diarienr === null || one.diarienr === filter.diarienr) &&
      (filter.month === null || one.month === filter.month),
  )
  const total = matching.reduce((sum, one) => sum + one.count, 0)
  const t = translator(languageOf(request))
  return data(
    {
      title: `${t('attest')('title')} – ${t('common')('portal')}`,
      page: { items: workPageOf(items, lines), counts, filter, more: total - items.length },
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

const keys = z
  .union([z.string(), z.array(z.string()).max(1_000)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
const forms = z.object({ intent: z.enum(['attest', 'return']), key: keys, reason: z.string().max(500).default('') })

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canAttestMonths(actor)) return forbidden()
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { intent, key, reason } = form.value
  const bulk = { keys: readKeys(key), reason, at: now() }
  const outcome =
    intent === 'attest' ? await attestMonths(db(), actor, bulk) : await returnMonthsAndTell(db(), actor, bulk)
  const { search } = new URL(request.url)
  const here = paths.attest(search.replace(/[?&]valj=alla/, ''))
  if (outcome.ok) {
    const { own, left } = outcome.value
    if (intent === 'return') return redirectWithToast(here, 'monthsReturned')
    return redirectWithToast(here, own + left > 0 ? 'monthsPartlyAttested' : 'monthsAttested')
  }
  const t = translator(languageOf(request))('attest')
  const field = outcome.refusal === 'reason' ? 'reason' : 'key'
  return data({ errors: { [field]: t(`fault.${outcome.refusal}`) }, reason, chosen: key }, { status: 400 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Attest() {
  return <AttestView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
