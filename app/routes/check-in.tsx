import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import { TICKET_SECONDS } from '~/domains/learning/index.server'
import { CheckInView } from '~/domains/learning/ui/attendance/check-in-view'
import { translator } from '~/i18n/translator.server'
import { checkIn, openCheckIn } from '~/journeys/attend.server'
import { languageOf } from '~/server/language.server'
import type { PortalContext } from '~/server/context'
import { optionalActor, requireActor } from '~/session.server'
import { formatDateTime } from '~/shared/dates'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid, type MeetingId } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

const cookieName = 'narvaro_biljett'
const ticketOf = (request: Request, meetingId: string) =>
  new RegExp(`(?:^|;\\s*)${cookieName}=${meetingId}\\.([\\w.]+)`).exec(request.headers.get('cookie') ?? '')?.[1]
const ticketCookie = (meetingId: string, ticket: string) =>
  `${cookieName}=${meetingId}.${ticket}; Path=${paths.checkInStart()}; Max-Age=${TICKET_SECONDS}; HttpOnly; SameSite=Lax`

/** A scanned code is tried at once and becomes a ticket, so that there is time to sign in before the code grows old. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const meetingId = (params['meetingId'] ?? '') as MeetingId
  if (!isUuid(meetingId)) return notFound()
  const code = new URL(request.url).searchParams.get('kod')
  const asker = actor?.personId ?? (context as unknown as PortalContext).address
  const at = now()
  const opened = await openCheckIn(db(), database().pool, {
    meetingId,
    code,
    ticket: ticketOf(request, meetingId),
    personId: actor?.personId,
    asker,
    now: at,
  })
  const cookie: HeadersInit =
    opened?.newTicket === undefined ? {} : { 'Set-Cookie': ticketCookie(meetingId, opened.newTicket) }
  if (actor === undefined) throw redirect(paths.signIn(paths.checkIn(meetingId)), { headers: cookie })
  if (opened === undefined) return notFound()
  const t = translator(languageOf(request))
  const opens = formatDateTime(opened.opensAt)
  const { newTicket: _, opensAt: __, refusal, ...page } = opened
  return data(
    {
      title: `${t('attendance')('checkIn.title')}: ${opened.title} – ${t('common')('portal')}`,
      page: { ...page, error: refusal && t('attendance')(`checkIn.fault.${refusal}`, { opens }) },
    },
    { headers: { 'Cache-Control': 'private, no-store', ...cookie } },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const meetingId = (params['meetingId'] ?? '') as MeetingId
  if (!isUuid(meetingId)) return notFound()
  const form = await readForm(request, z.object({ code: z.string().max(40).default('') }))
  const code = form.ok ? form.value.code : ''
  const ticket = ticketOf(request, meetingId)
  const outcome = await checkIn(db(), database().pool, actor, { meetingId, code, ticket, now: now() })
  if (outcome.ok) return redirectWithToast(paths.checkIn(meetingId), 'checkedIn')
  if (outcome.refusal === 'no-such-meeting') return notFound()
  const t = translator(languageOf(request))('attendance')
  const opened = await openCheckIn(db(), database().pool, {
    meetingId,
    code: null,
    ticket: undefined,
    personId: actor.personId,
    asker: actor.personId,
    now: now(),
  })
  const opens = opened === undefined ? '' : formatDateTime(opened.opensAt)
  const status = outcome.refusal === 'too-many' ? 429 : 400
  return data({ error: t(`checkIn.fault.${outcome.refusal}`, { opens }), code }, { status })
}

export default function CheckIn() {
  return <CheckInView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
