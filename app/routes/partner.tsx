import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { listAreaNames } from '~/domains/competence/index.server'
import { canKeepProjects, canReadParticipants } from '~/domains/identity'
import {
  canKeepGoals,
  editedGoal,
  isExternal,
  participantScope,
  reachesPartner,
  shownAidForm,
  shownGoal,
} from '~/domains/participation'
import {
  findAidForm,
  keepAidForm,
  keepGoal,
  keepPartner,
  listGoals,
  listPartners,
  listProjectCards,
  setGoalClosed,
} from '~/domains/participation/index.server'
import { PartnerView } from '~/domains/participation/ui/project/partner-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadParticipants(actor)) return forbidden()
  const scope = participantScope(actor)
  const [card] = await listProjectCards(db(), scope, params['diarienr'] ?? '')
  if (card === undefined) return notFound()
  const { projectId, ownerId, ...project } = card
  const found = (await listPartners(db(), projectId)).find(({ slug }) => slug === params['slug'])
  if (found === undefined || !reachesPartner(scope, found.organisationId)) return notFound()
  const { organisationId, ...partner } = found
  const [goals, areas, form] = await Promise.all([
    listGoals(db(), scope, projectId, organisationId),
    listAreaNames(db()),
    isExternal(partner) ? findAidForm(db(), projectId, organisationId) : undefined,
  ])
  const language = languageOf(request)
  return {
    title: `${partner.name} – ${project.name} – ${translator(language)('common')('portal')}`,
    page: {
      project,
      partner,
      isOwner: organisationId === ownerId,
      goals: goals.map(shownGoal),
      editing: editedGoal(goals, new URL(request.url).searchParams.get('mal')),
      areas: areas.map(({ code, name }) => ({ code, name: name[language] })),
      aid: isExternal(partner) ? shownAidForm(form, localDay(now())) : null,
      may: { keepGoals: canKeepGoals(actor, organisationId), keepPartner: canKeepProjects(actor) },
    },
  }
}

const text = z.string().max(400).default('')
const codes = z.union([z.array(text), text.transform((code) => (code === '' ? [] : [code]))]).default([])
const goalId = z.uuid()
const forms = z.discriminatedUnion('intent', [
  z.object({
    ...{ intent: z.literal('goal'), localGoalId: goalId.nullable().default(null), competenceCodes: codes },
    ...{ wording: text, measure: text, target: text, level: text, dueOn: text },
  }),
  z.object({ intent: z.enum(['close', 'reopen']), localGoalId: goalId }),
  z.object({ intent: z.literal('partner'), role: text, startsOn: text, endsOn: text, partnerAttestation: text }),
  z.object({
    ...{ intent: z.literal('aid'), basis: text, isSme: text, signatory: text, amount: text, status: text },
    ...{ sentOn: text, signedOn: text, validUntil: text, note: text },
  }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadParticipants(actor)) return forbidden()
  const place = { diarienr: params['diarienr'] ?? '', organisation: params['slug'] ?? '', at: now() }
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { value } = form
  const language = translator(languageOf(request))
  const back = (key: string) => redirectWithToast(paths.partner(place.diarienr, place.organisation), key)
  const [project] = await listProjectCards(db(), participantScope(actor), place.diarienr)
  const period = { from: project?.startsOn ?? '', to: project?.endsOn ?? '' }
  const refuse = (refusal: string, faults: Record<string, string>) => {
    if (refusal === 'not-allowed') return forbidden()
    if (refusal !== 'faults') return notFound()
    const competenceCodes = value.intent === 'goal' ? value.competenceCodes : []
    const values = Object.fromEntries(Object.entries(value).filter(([, typed]) => typeof typed === 'string'))
    const answer = { intent: value.intent, errors: faults, values: values as Record<string, string>, competenceCodes }
    return data(answer, { status: 400 })
  }
  const told = <Fault extends string>(faults: Partial<Record<string, Fault>>, tell: (fault: Fault) => string) =>
    Object.fromEntries(Object.entries(faults).flatMap(([field, fault]) => (fault ? [[field, tell(fault)]] : [])))
  const t = language('partner')
  switch (value.intent) {
    case 'goal': {
      const outcome = await keepGoal(db(), actor, { ...place, localGoalId: value.localGoalId, written: value })
      if (outcome.ok) return back('goalSaved')
      const faults = outcome.refusal === 'faults' ? outcome.faults : {}
      return refuse(
        outcome.refusal,
        told(faults, (fault) => t(`goalFaults.${fault}`, period)),
      )
    }
    case 'close':
    case 'reopen': {
      const change = { ...place, localGoalId: value.localGoalId, closed: value.intent === 'close' }
      const outcome = await setGoalClosed(db(), actor, change)
      return outcome.ok ? back('goalSaved') : refuse(outcome.refusal, {})
    }
    case 'partner': {
      const outcome = await keepPartner(db(), actor, { ...place, isNew: false, written: value })
      if (outcome.ok) return back('partnerSaved')
      const faults = outcome.refusal === 'faults' ? outcome.faults : {}
      return refuse(
        outcome.refusal,
        told(faults, (fault) => language('project')(`settings.faults.${fault}`, period)),
      )
    }
    case 'aid': {
      const outcome = await keepAidForm(db(), actor, { ...place, written: value })
      if (outcome.ok) return back('aidFormSaved')
      const faults = outcome.refusal === 'faults' ? outcome.faults : {}
      return refuse(
        outcome.refusal,
        told(faults, (fault) => t(`aidFaults.${fault}`)),
      )
    }
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Partner() {
  return <PartnerView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
