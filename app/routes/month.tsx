import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { type Actor, canReadReports } from '~/domains/identity'
import {
  canLockMonths,
  isMonth,
  participantScope,
  reachesProject,
  readClosingFilter,
  readKeys,
} from '~/domains/participation'
import {
  attestAsOffice,
  closingPageFor,
  findProjectByDiarienr,
  lockMonth,
  reopenMonth,
  standingPageFor,
} from '~/domains/participation/index.server'
import { MonthView } from '~/domains/participation/ui/months/month-view'
import { StandingView } from '~/domains/participation/ui/months/standing-view'
import { translator } from '~/i18n/translator.server'
import { returnMonthsAndTell } from '~/journeys/return-months.server'
import { languageOf } from '~/server/language.server'
import { keepLocking } from '~/server/locking.server'
import { requireActor } from '~/session.server'
import { formatMonth, localDay } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function requireMonth(actor: Actor, params: LoaderFunctionArgs['params']) {
  const month = params['manad'] ?? ''
  if (!isMonth(month)) return notFound()
  const project = await findProjectByDiarienr(db(), params['diarienr'] ?? '')
  if (project === undefined || !reachesProject(participantScope(actor), project.ownerId)) return notFound()
  if (month < project.startsOn.slice(0, 7) || month > project.endsOn.slice(0, 7)) return notFound()
  return { project, month }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const { project, month } = await requireMonth(actor, params)
  const query = new URL(request.url).searchParams
  const language = languageOf(request)
  const title = `${formatMonth(month, language)} – ${project.name}`
  const headers = { 'Cache-Control': 'private, no-store' }
  const participationId = query.get('post')
  if (participationId !== null) {
    const standing = await standingPageFor(db(), project, month, participationId)
    if (standing === undefined) return notFound()
    return data({ title, standing, page: undefined }, { headers })
  }
  const wish = { filter: readClosingFilter(query), today: localDay(now()), mayLock: canLockMonths(actor) }
  return data({ title, standing: undefined, page: await closingPageFor(db(), project, month, wish) }, { headers })
}

const keys = z
  .union([z.string(), z.array(z.string()).max(1_000)])
  .default([])
  .transform((value) => [value].flat())
const reason = z.string().max(500).default('')
const forms = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('lock'),
    leftOut: z.coerce.number().int().min(0),
    acknowledged: z.literal('ja').optional(),
  }),
  z.object({ intent: z.literal('continue') }),
  z.object({ intent: z.literal('reopen'), reopenReason: z.string().max(500) }),
  z.object({ intent: z.enum(['attest', 'return']), key: keys, reason }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canLockMonths(actor)) return forbidden()
  const { project, month } = await requireMonth(actor, params)
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const t = translator(languageOf(request))('closing')
  const { projectId, diarienr } = project
  const wish = { projectId, month, at: now() }
  const here = paths.month(diarienr, month, new URL(request.url).search.replace(/[?&]valj=alla/, ''))
  const refuse = (field: string, message: string, values: { reason?: string; chosen?: string[] } = {}) =>
    data({ errors: { [field]: message }, reason: '', chosen: [], ...values }, { status: 400 })
  switch (form.value.intent) {
    case 'lock': {
      const { leftOut, acknowledged } = form.value
      const outcome = await lockMonth(db(), actor, { ...wish, leftOut, acknowledged: acknowledged === 'ja' })
      if (outcome.ok && !outcome.value.going) return redirectWithToast(here, 'monthLocked')
      if (outcome.ok) {
        void keepLocking()
        return redirectWithToast(here, 'monthLocking')
      }
      if (outcome.refusal === 'already-locked') return redirectWithToast(here, 'monthAlreadyLocked')
      return refuse('acknowledged', t(`fault.${outcome.refusal}`))
    }
    case 'continue': {
      void keepLocking()
      return redirect(here)
    }
    case 'reopen': {
      const outcome = await reopenMonth(db(), actor, { ...wish, reason: form.value.reopenReason })
      if (outcome.ok) return redirectWithToast(here, 'monthReopened')
      return refuse('reopenReason', t(`fault.${outcome.refusal}`), { reason: form.value.reopenReason })
    }
    default: {
      const { intent, key, reason: written } = form.value
      const bulk = { keys: readKeys(key).filter((one) => one.projectId === projectId), reason: written, at: wish.at }
      const outcome =
        intent === 'attest' ? await attestAsOffice(db(), actor, bulk) : await returnMonthsAndTell(db(), actor, bulk)
      if (!outcome.ok) {
        const field = outcome.refusal === 'reason' ? 'reason' : 'key'
        return refuse(field, t(`fault.${outcome.refusal}`), { reason: written, chosen: key })
      }
      if (intent === 'return') return redirectWithToast(here, 'monthsReturned')
      const { own, left } = outcome.value
      return redirectWithToast(here, own + left > 0 ? 'monthsPartlyAttested' : 'monthsAttested')
    }
  }
}

/** A refusal shows the month as it is now: how many are left out may have changed since the form was read. */
export function shouldRevalidate({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod === 'POST' || defaultShouldRevalidate
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Month() {
  const { page, standing } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return page === undefined ? <StandingView page={standing} /> : <MonthView page={page} answer={answer} />
}
