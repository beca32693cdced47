import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canLead, canManageActivity, hasStarted } from '~/domains/catalogue'
import { findOccasion, listOccasions } from '~/domains/catalogue/index.server'
import { queueNumber } from '~/domains/learning'
import { listBookings } from '~/domains/learning/index.server'
import { OccasionPage } from '~/domains/learning/ui/activity/occasion-page'
import { translator } from '~/i18n/translator.server'
import { decideBooking, moveBooking } from '~/journeys/decide-booking.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function openOccasion(request: Request, occasionId: string | undefined) {
  const actor = await requireActor(request)
  if (!isUuid(occasionId ?? '')) return notFound()
  const occasion = (await findOccasion(db(), occasionId ?? '')) ?? notFound()
  return canLead(actor, occasion) ? { actor, occasion } : notFound()
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, occasion } = await openOccasion(request, params['id'])
  const at = now()
  const [bookings, siblings] = await Promise.all([
    listBookings(db(), occasion.occasionId),
    listOccasions(db(), occasion.activityId),
  ])
  const count = (state: string) => bookings.filter((line) => line.state === state).length
  const t = translator(languageOf(request))
  return {
    title: `${t('making')('bookings.title')} – ${t('common')('portal')}`,
    content: {
      occasionId: occasion.occasionId,
      slug: occasion.slug,
      title: occasion.title,
      cancelReason: occasion.cancelReason,
      manages: canManageActivity(actor, occasion),
      meetings: occasion.meetings.map(({ meetingId, startsAt, endsAt, place }) => ({
        meetingId,
        startsAt,
        endsAt,
        place,
      })),
      counts: { booked: count('bokad'), waiting: count('vantelista'), asked: count('ansokt') },
      bookings: bookings.map(({ bookingId, name, organisationName, state, accessNeeds }) => ({
        bookingId,
        name,
        organisationName,
        state,
        accessNeeds,
        queue: queueNumber(bookings, bookingId) ?? 0,
      })),
      others: siblings
        .filter(({ occasionId, state }) => occasionId !== occasion.occasionId && state === 'planerat')
        .filter((sibling) => !hasStarted(sibling, at))
        .map(({ occasionId, meetings }) => ({ occasionId, startsAt: meetings[0]?.startsAt ?? null })),
    },
  }
}

const bookingId = z.uuid()
const forms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('approve'), bookingId }),
  z.object({ intent: z.literal('refuse'), bookingId }),
  z.object({ intent: z.literal('move'), bookingId, toOccasionId: z.uuid() }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, occasion } = await openOccasion(request, params['id'])
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { value } = form
  const asked = { occasionId: occasion.occasionId, bookingId: value.bookingId, now: now() }
  const outcome =
    value.intent === 'move'
      ? await moveBooking(db(), actor, { ...asked, toOccasionId: value.toOccasionId })
      : await decideBooking(db(), actor, { ...asked, decision: value.intent })
  if (outcome.ok) return redirectWithToast(paths.occasion(occasion.occasionId), 'bookingDecided')
  if (outcome.refusal === 'not-allowed') return forbidden()
  if (outcome.refusal === 'not-found') return notFound()
  const t = translator(languageOf(request))('making')
  return data({ fault: t(`bookings.fault.${outcome.refusal}`) }, { status: 400 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Occasion() {
  return <OccasionPage content={useLoaderData<typeof loader>().content} fault={useActionData<typeof action>()?.fault} />
}
