import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import { type Actor, canKeepProjects, canReadReports } from '~/domains/identity'
import { confirmPassword } from '~/domains/identity/index.server'
import { participantScope, readinessOf, writeProjectRules } from '~/domains/participation'
import {
  changeProjectRules,
  deleteProjectEvidence,
  findProjectStanding,
  listProjectCards,
  listRetentionEvents,
  listRetentionRules,
} from '~/domains/participation/index.server'
import { RetentionView } from '~/domains/participation/ui/retention/retention-view'
import { translator } from '~/i18n/translator.server'
import { countCommon, deleteCommon } from '~/journeys/retain.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatDateTime, localDay } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function requireProject(actor: Actor, diarienr: string) {
  const [project] = await listProjectCards(db(), participantScope(actor), diarienr)
  return project ?? notFound()
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const project = await requireProject(actor, params['diarienr'] ?? '')
  const today = localDay(now())
  const [rules, standing, events] = await Promise.all([
    listRetentionRules(db()),
    findProjectStanding(db(), project.projectId),
    listRetentionEvents(db(), project.projectId, 50),
  ])
  const { diarienr, name, finalPaymentOn, legalHold, legalHoldReason } = project
  const page = {
    project: { diarienr, name, finalPaymentOn, legalHold, legalHoldReason },
    readiness: readinessOf(project, standing, today),
    keptUntil: standing.keptUntil,
    counts: standing.counts,
    common: await countCommon(db(), rules, standing.heldPeople, today),
    rules,
    events: events.map((event) => ({
      ...event,
      actor: event.actor ?? '',
      happenedAt: formatDateTime(event.happenedAt),
    })),
    canKeep: canKeepProjects(actor),
  }
  const t = translator(languageOf(request))('retention')
  return { title: `${t('title')} – ${name}`, page }
}

const text = z.string().max(300).default('')
const password = z.string().max(200).default('')
const forms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('hold'), legalHold: text, legalHoldReason: text }),
  z.object({ intent: z.literal('payment'), finalPaymentOn: text }),
  z.object({ intent: z.literal('apply-project'), confirmProject: text, passwordProject: password }),
  z.object({ intent: z.literal('apply-common'), confirmCommon: text, passwordCommon: password }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepProjects(actor)) return forbidden()
  const project = await requireProject(actor, params['diarienr'] ?? '')
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { intent, ...written } = form.value
  const { diarienr, projectId } = project
  const of = translator(languageOf(request))
  const [t, ofSettings] = [of('retention'), of('project')]
  const here = paths.retention(diarienr)
  const at = now()
  const refuse = (errors: Record<string, string>, status = 400) => {
    const values = Object.fromEntries(Object.entries(written).filter(([name]) => !name.startsWith('password')))
    return data({ intent, errors, values }, { status })
  }
  if (intent === 'hold' || intent === 'payment') {
    const rules = { ...writeProjectRules(project), ...written }
    const outcome = await changeProjectRules(db(), actor, { diarienr, written: rules, at })
    if (outcome.ok) return redirectWithToast(here, 'rulesSaved')
    if (outcome.refusal !== 'faults') return notFound()
    const period = { from: project.startsOn, to: project.endsOn }
    const sentences = Object.entries(outcome.faults).map(([field, fault]) => [
      field,
      ofSettings(`settings.faults.${fault}`, period),
    ])
    return refuse(Object.fromEntries(sentences) as Record<string, string>)
  }
  const { value } = form
  const ofProject = value.intent === 'apply-project'
  const typed =
    value.intent === 'apply-project' ? value.confirmProject : value.intent === 'apply-common' ? value.confirmCommon : ''
  const secret =
    value.intent === 'apply-project'
      ? value.passwordProject
      : value.intent === 'apply-common'
        ? value.passwordCommon
        : ''
  const field = ofProject ? 'Project' : 'Common'
  const word = ofProject ? diarienr : t('apply.word')
  if (typed.trim() !== word) return refuse({ [`confirm${field}`]: t('faults.confirm', { word }) })
  const known = await confirmPassword(db(), database().pool, { personId: actor.personId, password: secret })
  if (!known.ok) {
    const status = known.refusal === 'too-many-attempts' ? 429 : 400
    return refuse({ [`password${field}`]: t(`faults.${known.refusal}`) }, status)
  }
  if (ofProject) {
    const standing = await findProjectStanding(db(), projectId)
    if (readinessOf(project, standing, localDay(at)) !== 'due') return refuse({ form: t('faults.changed') }, 409)
    await deleteProjectEvidence(db(), { projectId, actorId: actor.personId, at })
  } else await deleteCommon(db(), { actorId: actor.personId, at })
  return redirectWithToast(here, 'retentionApplied')
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Retention() {
  return <RetentionView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
