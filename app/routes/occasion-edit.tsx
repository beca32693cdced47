import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import {
  canManageActivity,
  emailsOf,
  type OccasionFields,
  occasionFieldsOf,
  occasionForm,
  readOccasion,
  weekly,
} from '~/domains/catalogue'
import { findActivity, findLeadersByEmail, findOccasion, listLeaderNames } from '~/domains/catalogue/index.server'
import { OccasionFormPage } from '~/domains/catalogue/ui/activity/occasion-form'
import { type Actor, canMakeActivities } from '~/domains/identity'
import { translator } from '~/i18n/translator.server'
import { cancelOccasion, changeOccasion, planOccasions } from '~/journeys/plan-occasion.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** A new occasion of the activity in the address, or a stored one; 404 for what the actor does not keep. */
async function openPlan(actor: Actor, params: { slug?: string; id?: string }) {
  if (!canMakeActivities(actor)) return forbidden()
  const { id } = params
  if (id !== undefined && !isUuid(id)) return notFound()
  const occasion = id === undefined ? undefined : ((await findOccasion(db(), id)) ?? notFound())
  const activity = (await findActivity(db(), occasion?.slug ?? params.slug ?? '')) ?? notFound()
  return canManageActivity(actor, activity) ? { activity, occasion } : notFound()
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { activity, occasion } = await openPlan(actor, params)
  const leaders = occasion === undefined ? [] : await listLeaderNames(db(), [occasion.occasionId])
  const t = translator(languageOf(request))
  const title = t('making')(occasion === undefined ? 'occasion.newTitle' : 'occasion.editTitle')
  return {
    title: `${title} – ${t('common')('portal')}`,
    draft: {
      fields: occasionFieldsOf(occasion, occasion === undefined ? [actor.email] : leaders.map(({ email }) => email)),
      rows: Math.max(1, occasion?.meetings.length ?? 1),
      activity: { slug: activity.slug, title: activity.title },
      occasionId: occasion?.occasionId ?? null,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { activity, occasion } = await openPlan(actor, params)
  const t = translator(languageOf(request))('making')
  const form = await readForm(request, occasionForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const at = now()
  const again = (fields: OccasionFields, errors: Record<string, string>, rows = Math.max(1, fields.day.length)) =>
    data({ errors, kept: { fields, rows } }, { status: Object.keys(errors).length > 0 ? 400 : 200 })
  const typed = form.value
  if (typed.intent === 'row') return again(typed, {}, Math.min(30, typed.day.length + 1))
  if (typed.intent === 'cancel') {
    if (occasion === undefined) return notFound()
    const outcome = await cancelOccasion(db(), actor, { ...occasion, reason: typed.reason, now: at })
    if (outcome.ok) return redirectWithToast(paths.activity(activity.slug), 'occasionCancelled')
    if (outcome.refusal === 'not-found') return notFound()
    if (outcome.refusal === 'not-allowed') return forbidden()
    const leaders = await listLeaderNames(db(), [occasion.occasionId])
    const stored = occasionFieldsOf(
      occasion,
      leaders.map(({ email }) => email),
    )
    return again({ ...stored, reason: typed.reason }, { reason: t(`occasion.fault.${outcome.refusal}`) })
  }
  const read = readOccasion(typed, await findLeadersByEmail(db(), emailsOf(typed.leaders)))
  if (!read.ok) {
    const faults = Object.entries(read.faults)
    return again(
      typed,
      Object.fromEntries(faults.map(([name, { fault, what }]) => [name, t(`occasion.fault.${fault}`, { what })])),
    )
  }
  const { plan, meetings, repeat, repeatAs } = read.value
  if (occasion === undefined) {
    const weeks = weekly(
      meetings.map((meeting) => ({ ...meeting, meetingId: null })),
      repeat,
    )
    const occasions =
      repeatAs === 'tillfallen' ? weeks.map((each) => ({ plan, meetings: each })) : [{ plan, meetings: weeks.flat() }]
    const outcome = await planOccasions(db(), actor, activity, { occasions, now: at })
    if (!outcome.ok) return forbidden()
    const toast = occasions.length === 1 ? 'occasionPlanned' : 'occasionsPlanned'
    return redirectWithToast(paths.activity(activity.slug), toast)
  }
  // A protected leader is not among the addresses of the form, and stays.
  const named = await listLeaderNames(db(), [occasion.occasionId])
  const hidden = occasion.leaders.filter((leader) => named.every(({ personId }) => personId !== leader))
  const known = meetings.map((meeting) => ({
    ...meeting,
    meetingId: occasion.meetings.some(({ meetingId }) => meetingId === meeting.meetingId) ? meeting.meetingId : null,
  }))
  const outcome = await changeOccasion(db(), actor, {
    occasionId: occasion.occasionId,
    plan: { ...plan, leaders: [...plan.leaders, ...hidden] },
    meetings: known,
    now: at,
  })
  if (outcome.ok) return redirectWithToast(paths.activity(activity.slug), 'occasionSaved')
  switch (outcome.refusal) {
    case 'not-allowed':
      return forbidden()
    case 'not-found':
      return notFound()
    case 'below-booked':
      return again(typed, { capacity: t('occasion.fault.below-booked') })
    case 'cancelled':
    case 'meeting-attended':
      return again(typed, { day: t(`occasion.fault.${outcome.refusal}`) })
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function OccasionEdit() {
  const { draft } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const shown = { ...draft, ...answer?.kept }
  return <OccasionFormPage key={shown.rows} draft={shown} errors={answer?.errors ?? {}} />
}
