import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { type Activity, canLead, canManageActivity, firstDay } from '~/domains/catalogue'
import { findActivity, listOccasions } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { findActivityContext } from '~/domains/insight/index.server'
import { bookingForms, isAhead, occasionViewOf } from '~/domains/learning'
import { addInterest, findStanding, removeInterest } from '~/domains/learning/index.server'
import { ActivityPage } from '~/domains/learning/ui/activity/activity-page'
import { bookingBlocks } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { type BookRefusal, bookOccasion, cancelBooking } from '~/journeys/book-occasion.server'
import { languageOf } from '~/server/language.server'
import { optionalActor, requireActor } from '~/session.server'
import { formatDateTime, localDay } from '~/shared/dates'
import { forReading } from '~/shared/editor/for-reading.server'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'description', content: page?.content.activity.summary },
]

async function openActivity(actor: Actor | undefined, slug: string | undefined): Promise<Activity> {
  const activity = (await findActivity(db(), slug ?? '')) ?? notFound()
  const manages = actor !== undefined && canManageActivity(actor, activity)
  return activity.state === 'utkast' && !manages ? notFound() : activity
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const activity = await openActivity(actor, params['slug'])
  const at = now()
  const { projectId, activityId: _, organisationId: __, changedAt: ___, publishedAt: ____, ...shown } = activity
  const [occasions, standing, context, blocks] = await Promise.all([
    listOccasions(db(), activity.activityId),
    findStanding(db(), activity.activityId, actor?.personId ?? null),
    findActivityContext(db(), activity),
    actor === undefined || projectId === null
      ? undefined
      : bookingBlocks(db(), { personId: actor.personId, projectId }),
  ])
  const views = occasions.map((occasion) =>
    occasionViewOf(occasion, standing, actor && { personId: actor.personId, leads: canLead(actor, occasion) }, {
      now: at,
      aidBlocked: blocks?.(firstDay(occasion) ?? localDay(at)) !== undefined,
      leaders: context.leaders.flatMap((one) => (one.occasionId === occasion.occasionId ? [one.name] : [])),
    }),
  )
  const t = translator(languageOf(request))
  return {
    title: `${activity.title} – ${t('common')('portal')}`,
    content: {
      activity: { ...shown, description: forReading(shown.description) },
      project: context.project,
      competenceNames: context.competences,
      occasions: views.filter((view) => isAhead(view, at)),
      past: views.filter((view) => !isAhead(view, at)).toReversed(),
      signedIn: actor !== undefined,
      manages: actor !== undefined && canManageActivity(actor, activity),
      interested: standing.interested,
      ownInterest: standing.ownInterest,
    },
  }
}

function refusalText(request: Request, refusal: Exclude<BookRefusal, 'not-found'>, opens: Date | null): string {
  const t = translator(languageOf(request))('activity')
  switch (refusal) {
    case 'aid-form-missing':
      return t('aidBlocked')
    case 'not-listed':
    case 'refused-before':
    case 'started':
      return t(`refusal.${refusal}`)
    case 'cancelled':
    case 'withdrawn':
    case 'not-yet':
    case 'closed':
      return t(`window.${refusal}`, { reason: '', day: opens === null ? '' : formatDateTime(opens) })
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const activity = await openActivity(actor, params['slug'])
  const form = await readForm(request, bookingForms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const back = `${paths.activity(activity.slug)}#tillfallen`
  const { value } = form
  const at = now()
  switch (value.intent) {
    case 'book': {
      const outcome = await bookOccasion(db(), actor, { ...value, now: at })
      if (outcome.ok) return redirectWithToast(back, `booking.${outcome.value.state}`)
      if (outcome.refusal === 'not-found') return notFound()
      const occasion = (await listOccasions(db(), activity.activityId)).find(
        (one) => one.occasionId === value.occasionId,
      )
      const when = outcome.refusal === 'closed' ? occasion?.bookingClosesAt : occasion?.bookingOpensAt
      const message = refusalText(request, outcome.refusal, when ?? null)
      return data({ occasionId: value.occasionId, message, accessNeeds: value.accessNeeds }, { status: 400 })
    }
    case 'cancel': {
      const outcome = await cancelBooking(db(), actor, { ...value, now: at })
      if (outcome.ok) return redirectWithToast(back, 'booking.avbokad')
      if (outcome.refusal === 'not-found') return notFound()
      const message = refusalText(request, outcome.refusal, null)
      return data({ occasionId: value.occasionId, message, accessNeeds: '' }, { status: 400 })
    }
    case 'interest':
      await addInterest(db(), activity.activityId, actor.personId, at)
      return redirectWithToast(back, 'interestAdded')
    case 'no-interest':
      await removeInterest(db(), activity.activityId, actor.personId)
      return redirectWithToast(back, 'interestRemoved')
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ActivityRoute() {
  return <ActivityPage content={useLoaderData<typeof loader>().content} answer={useActionData<typeof action>()} />
}
