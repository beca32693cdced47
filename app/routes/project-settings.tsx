import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepProjects } from '~/domains/identity'
import {
  changedFields,
  goalMeasures,
  participantScope,
  partnerRoles,
  ruleFields,
  toldChanges,
  triedDay,
  writeProjectRules,
} from '~/domains/participation'
import {
  changeProjectRules,
  keepPartner,
  listPartnerCandidates,
  listPartners,
  listProjectCards,
  listProjectChanges,
} from '~/domains/participation/index.server'
import { ProjectSettingsView } from '~/domains/participation/ui/project/settings-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatMonth } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepProjects(actor)) return forbidden()
  const [card] = await listProjectCards(db(), participantScope(actor), params['diarienr'] ?? '')
  if (card === undefined) return notFound()
  const { projectId, ownerId: _, ...project } = card
  const [partners, candidates, changes] = await Promise.all([
    listPartners(db(), projectId),
    listPartnerCandidates(db(), projectId),
    listProjectChanges(db(), projectId, 20),
  ])
  const language = languageOf(request)
  const t = translator(language)('project')
  const day = new URL(request.url).searchParams.get('dag')?.trim().slice(0, 12) ?? ''
  const tried = triedDay(day, project)
  const nameOf = (field: string) => {
    const rule = ruleFields.find((name) => name === (field === 'dailyCapMinutes' ? 'dailyCapHours' : field))
    if (rule !== undefined) return t(`settings.fields.${rule}`)
    const other = changedFields.find((name) => name === field)
    return other === undefined ? undefined : t(`settings.change.fields.${other}`)
  }
  const wordOf = (field: string, value: string) => {
    const role = field === 'role' ? partnerRoles.find((name) => name === value) : undefined
    const measure = field === 'measure' ? goalMeasures.find((name) => name === value) : undefined
    if (role !== undefined) return t(`roles.${role}`)
    return measure === undefined ? value : t(`goals.units.${measure}`)
  }
  return {
    title: `${t('settings.title')} – ${project.name}`,
    page: {
      project,
      rules: writeProjectRules(project),
      partners: partners.map(({ organisationId: __, ...partner }) => partner),
      candidates,
      tried: tried && {
        day,
        text: t(`settings.tried.${tried.answer}`, {
          day,
          from: project.startsOn,
          to: project.endsOn,
          month: formatMonth(tried.month, language),
          due: tried.dueOn,
        }),
      },
      changes: toldChanges(changes, { nameOf, wordOf }),
    },
  }
}

const text = z.string().max(400).default('')
const forms = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('rules'),
    selfStudyEligible: text,
    renewalEligible: text,
    minHoursForReporting: text,
    rounding: text,
    attestation: text,
    attendedPercent: text,
    dailyCapHours: text,
    reportDueDays: text,
    finalPaymentOn: text,
    retentionYears: text,
    legalHold: text,
    legalHoldReason: text,
  }),
  z.object({
    intent: z.literal('partner'),
    organisation: text,
    role: text,
    startsOn: text,
    endsOn: text,
    partnerAttestation: text,
  }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepProjects(actor)) return forbidden()
  const diarienr = params['diarienr'] ?? ''
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { intent, ...written } = form.value
  const t = translator(languageOf(request))('project')
  const [project] = await listProjectCards(db(), participantScope(actor), diarienr)
  const period = { from: project?.startsOn ?? '', to: project?.endsOn ?? '' }
  const outcome =
    form.value.intent === 'rules'
      ? await changeProjectRules(db(), actor, { diarienr, written: form.value, at: now() })
      : await keepPartner(db(), actor, {
          diarienr,
          organisation: form.value.organisation,
          isNew: true,
          written: form.value,
          at: now(),
        })
  if (outcome.ok) {
    return redirectWithToast(paths.projectSettings(diarienr), intent === 'rules' ? 'rulesSaved' : 'partnerSaved')
  }
  if (outcome.refusal === 'not-allowed') return forbidden()
  if (outcome.refusal === 'not-found') return notFound()
  const faults = outcome.refusal === 'faults' ? outcome.faults : { organisation: outcome.refusal }
  const errors = Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field, t(`settings.faults.${fault}`, period)]),
  )
  return data({ intent, errors, values: written as Record<string, string> }, { status: 400 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ProjectSettings() {
  return <ProjectSettingsView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
