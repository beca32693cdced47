import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canCorrectTime } from '~/domains/participation'
import { linePageFor, withdrawStatement } from '~/domains/participation/index.server'
import { LineView } from '~/domains/participation/ui/ledger/line-view'
import { translator } from '~/i18n/translator.server'
import { correctTimeAndTell } from '~/journeys/correct-time.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const timeEntryId = params['id'] ?? ''
  if (!isUuid(timeEntryId)) return notFound()
  const page = await linePageFor(db(), actor, timeEntryId)
  if (page === undefined) return notFound()
  const t = translator(languageOf(request))
  const title = `${t('ledger')('title')} – ${t('common')('portal')}`
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

const correction = z.object({
  intent: z.literal('correct'),
  minutes: z.string().trim().max(20),
  workedOn: z.string().trim().max(20).default(''),
  timeType: z.enum(['schemalagd', 'sjalvstudier', 'forberedelse', 'studiebesok', 'resa']),
  reason: z.string().max(500),
})
const withdrawal = z.object({ intent: z.literal('withdraw'), withdrawReason: z.string().max(500) })
const forms = z.discriminatedUnion('intent', [correction, withdrawal])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const timeEntryId = params['id'] ?? ''
  if (!isUuid(timeEntryId)) return notFound()
  const read = await readForm(request, forms)
  if (!read.ok) throw new Response(null, { status: 400 })
  const t = translator(languageOf(request))('ledger')
  const at = now()
  if (read.value.intent === 'withdraw') {
    const { withdrawReason: reason } = read.value
    const outcome = await withdrawStatement(db(), actor.personId, { timeEntryId, reason, at })
    if (outcome.ok)
      return redirectWithToast(paths.signMonth(outcome.value.diarienr, outcome.value.month), 'statementWithdrawn')
    if (outcome.refusal === 'not-found') return notFound()
    const errors = { withdrawReason: t(`withdraw.fault.${outcome.refusal}`) }
    return data({ intent: 'withdraw', errors, values: { withdrawReason: reason } }, { status: 400 })
  }
  if (!canCorrectTime(actor)) return forbidden()
  const { intent, ...values } = read.value
  const minutes = values.minutes === '' ? Number.NaN : Number(values.minutes)
  const workedOn = values.workedOn === '' ? undefined : values.workedOn
  const outcome = await correctTimeAndTell(db(), actor, { ...values, timeEntryId, minutes, workedOn, at })
  if (outcome.ok) return redirectWithToast(paths.ledgerLine(outcome.value.timeEntryId), 'timeCorrected')
  const { refusal } = outcome
  if (refusal === 'not-allowed') return forbidden()
  if (refusal === 'not-found') return notFound()
  const project = (await linePageFor(db(), actor, timeEntryId))?.project
  const message = t(`correct.fault.${refusal}`, { from: project?.startsOn ?? '', to: project?.endsOn ?? '' })
  const field =
    refusal === 'reason' ? 'reason' : ['day', 'future', 'outside-project'].includes(refusal) ? 'workedOn' : 'minutes'
  return data({ intent, errors: { [field]: message }, values }, { status: 400 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function LedgerLinePage() {
  return <LineView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
