import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import { confirmPassword } from '~/domains/identity/index.server'
import { isMonth, signPageOf } from '~/domains/participation'
import {
  findOwnMonth,
  findProjectByDiarienr,
  listMonthEvents,
  listMonthLines,
  listPlannedMeetings,
  signMonth,
  stateTime,
  withdrawSignature,
} from '~/domains/participation/index.server'
import { SignView } from '~/domains/participation/ui/months/sign-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatMinutes, formatMonth } from '~/shared/dates'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function requireOwnMonth(request: Request, params: LoaderFunctionArgs['params']) {
  const { personId } = await requireActor(request)
  const month = params['manad'] ?? ''
  if (!isMonth(month)) return notFound()
  const project = await findProjectByDiarienr(db(), params['diarienr'] ?? '')
  if (project === undefined) return notFound()
  const inside = month >= project.startsOn.slice(0, 7) && month <= project.endsOn.slice(0, 7)
  const own = await findOwnMonth(db(), project.projectId, personId, month)
  if (!inside || own === undefined) return notFound()
  return { personId, month, project, own }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId, month, project, own } = await requireOwnMonth(request, params)
  const [lines, meetings, events] = await Promise.all([
    listMonthLines(db(), project.projectId, personId, month),
    listPlannedMeetings(db(), project.projectId, personId, month),
    listMonthEvents(db(), project.projectId, personId, month),
  ])
  const language = languageOf(request)
  const t = translator(language)('months')
  return data(
    {
      title: `${t('sign.title', { month: formatMonth(month, language) })} – ${project.name}`,
      page: signPageOf(project, { month, now: now(), ...own, lines, meetings, events }),
      formKey: randomUUID(),
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

const forms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('sign'), password: z.string().max(200), seen: z.string().max(64) }),
  z.object({ intent: z.literal('withdraw'), withdrawReason: z.string().max(500) }),
  z.object({
    intent: z.literal('statement'),
    key: z.uuid(),
    workedOn: z.string().trim().max(20),
    minutes: z.string().trim().max(6),
    timeType: z.enum(['forberedelse', 'resa', 'sjalvstudier']),
    title: z.string().trim().max(120),
  }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId, month, project } = await requireOwnMonth(request, params)
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const t = translator(languageOf(request))('months')
  const { intent, ...written } = form.value
  const here = paths.signMonth(project.diarienr, month)
  const at = now()
  const refuse = (field: string, message: string, status = 400) => {
    const { password: _, ...values } = written as Record<string, string>
    return data({ intent, errors: { [field]: message }, values }, { status })
  }
  if (form.value.intent === 'sign') {
    const { password, seen } = form.value
    const known = await confirmPassword(db(), database().pool, { personId, password })
    if (!known.ok)
      return refuse('password', t(`sign.fault.${known.refusal}`), known.refusal === 'too-many-attempts' ? 429 : 400)
    const outcome = await signMonth(db(), { personId, projectId: project.projectId, month, seen, at })
    if (outcome.ok) return redirectWithToast(here, 'monthSigned')
    return refuse('password', t(`sign.fault.${outcome.refusal}`), 409)
  }
  if (form.value.intent === 'withdraw') {
    const reason = form.value.withdrawReason
    const outcome = await withdrawSignature(db(), { personId, projectId: project.projectId, month, reason, at })
    if (outcome.ok) return redirectWithToast(here, 'signatureWithdrawn')
    return refuse('withdrawReason', t(`withdraw.fault.${outcome.refusal}`), outcome.refusal === 'reason' ? 400 : 409)
  }
  const { key, workedOn, timeType, title } = form.value
  const minutes = Number(form.value.minutes)
  const outcome = await stateTime(db(), personId, project, { key, workedOn, minutes, timeType, title, at })
  if (outcome.ok) return redirectWithToast(paths.signMonth(project.diarienr, workedOn.slice(0, 7)), 'timeStated')
  const { refusal } = outcome
  const field =
    refusal === 'title' ? 'title' : refusal === 'minutes' || refusal === 'daily-cap' ? 'minutes' : 'workedOn'
  const values = { from: project.startsOn, to: project.endsOn, cap: formatMinutes(project.dailyCapMinutes) }
  return refuse(field, t(`statement.fault.${refusal}`, values))
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function SignMonth() {
  const { page, formKey } = useLoaderData<typeof loader>()
  return <SignView page={page} answer={useActionData<typeof action>()} formKey={formKey} />
}
