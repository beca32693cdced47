import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { activityFieldsOf, activityForm, canManageActivity, makerScope, readActivity } from '~/domains/catalogue'
import { createActivity, findActivity, listMakerOrganisations, saveActivity } from '~/domains/catalogue/index.server'
import { ActivityFormPage } from '~/domains/catalogue/ui/activity/activity-form'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import { findFramework } from '~/domains/competence/index.server'
import { type Actor, canMakeActivities } from '~/domains/identity'
import { listProjects } from '~/domains/participation/index.server'
import { setActivityState } from '~/journeys/set-activity-state.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import type { RichDocument } from '~/shared/editor/document'
import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { documentFromMarkdown } from '~/shared/editor/markdown/reader.server'
import { picturesOf } from '~/shared/editor/pictures'
import { checkDocument } from '~/shared/editor/schema.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { pick } from '~/shared/language'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const empty: RichDocument = { type: 'doc', content: [] }

/** The activity of the address, or undefined for a new one; 403 for those who make none, 404 for another's. */
async function openForMaking(actor: Actor, slug: string | undefined) {
  if (!canMakeActivities(actor)) return forbidden()
  if (slug === undefined) return undefined
  const activity = (await findActivity(db(), slug)) ?? notFound()
  return canManageActivity(actor, activity) ? activity : notFound()
}

async function choicesOf(actor: Actor, language: 'sv' | 'en') {
  const [organisers, organisations, projects, framework] = await Promise.all([
    listMakerOrganisations(db(), makerScope(actor)),
    listMakerOrganisations(db(), { everywhere: true, organisationIds: [] }),
    listProjects(db()),
    findFramework(db(), EVIDENCE_FRAMEWORK),
  ])
  const byId = (list: typeof organisers) =>
    list.map(({ organisationId, name }) => ({ value: organisationId, label: name }))
  return {
    organisers: byId(organisers),
    organisations: byId(organisations),
    projects: projects.map(({ projectId, name, diarienr }) => ({ value: projectId, label: `${name} (${diarienr})` })),
    competences: (framework?.areas ?? []).flatMap(({ competences }) =>
      competences.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name, language)}` })),
    ),
  }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const activity = await openForMaking(actor, params['slug'])
  const language = languageOf(request)
  const t = translator(language)
  const body = activity?.description ?? empty
  return {
    title: `${t('making')(activity === undefined ? 'newTitle' : 'editTitle')} – ${t('common')('portal')}`,
    draft: {
      fields: activityFieldsOf(activity),
      body,
      markdown: markdownFromDocument(body),
      stored: activity && { slug: activity.slug, state: activity.state },
      ...(await choicesOf(actor, language)),
    },
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const activity = await openForMaking(actor, params['slug'])
  const t = translator(languageOf(request))('making')
  const form = await readForm(request, activityForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const typed = form.value
  const at = now()
  if (activity !== undefined && typed.intent !== 'save') {
    const state = ({ publish: 'publicerad', archive: 'arkiverad', reopen: 'utkast' } as const)[typed.intent]
    const outcome = await setActivityState(db(), actor, activity, { state, checked: typed.checked, now: at })
    const toast = (
      { publicerad: 'activityPublished', arkiverad: 'activityArchived', utkast: 'activitySaved' } as const
    )[state]
    if (outcome.ok) return redirectWithToast(paths.activity(activity.slug), toast)
    if (outcome.refusal === 'not-allowed') return forbidden()
    const fields = { ...activityFieldsOf(activity), checked: typed.checked }
    const kept = { fields, body: activity.description, markdown: markdownFromDocument(activity.description) }
    return data({ errors: { checked: t('fault.checklist') }, conflict: false, kept }, { status: 400 })
  }
  const written =
    typed.body === undefined
      ? documentFromMarkdown(typed.markdown ?? '', picturesOf(activity?.description ?? empty))
      : { document: parsed(typed.body), faults: [] }
  const checked = checkDocument(written.document)
  const choices = await choicesOf(actor, 'sv')
  const codesOf = (list: { value: string }[]) => list.map(({ value }) => value)
  const read = readActivity(typed, checked.ok ? checked.value : empty, {
    organisationIds: activity === undefined ? codesOf(choices.organisers) : [activity.organisationId],
    projectIds: codesOf(choices.projects),
    codes: codesOf(choices.competences),
  })
  const left = written.faults[0]
  const leftOut = left === undefined ? '' : `${left.message} ${left.remedy}`
  const body = checked.ok ? checked.value : (activity?.description ?? empty)
  const kept = { fields: typed, body, markdown: typed.markdown ?? markdownFromDocument(body) }
  const errors = {
    ...(read.ok
      ? {}
      : Object.fromEntries(Object.entries(read.faults).map(([name, fault]) => [name, t(`fault.${fault}`)]))),
    ...(checked.ok && left === undefined
      ? {}
      : { body: t('fault.body', { message: checked.ok ? leftOut : checked.message }) }),
  }
  if (!read.ok || !checked.ok || left !== undefined) return data({ errors, conflict: false, kept }, { status: 400 })
  if (activity === undefined) {
    const outcome = await createActivity(db(), actor, { read: read.value, now: at })
    return outcome.ok ? redirectWithToast(paths.activity(outcome.value.slug), 'activitySaved') : forbidden()
  }
  const version = new Date(typed.version)
  if (Number.isNaN(version.getTime())) throw new Response(null, { status: 400 })
  const outcome = await saveActivity(db(), actor, activity, { read: read.value, version, now: at })
  if (outcome.ok) return redirectWithToast(paths.activity(activity.slug), 'activitySaved')
  if (outcome.refusal === 'not-allowed') return forbidden()
  const fields = { ...typed, version: activity.changedAt.toISOString() }
  return data({ errors: {}, conflict: true, kept: { ...kept, fields } }, { status: 409 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ActivityEdit() {
  const { draft } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ActivityFormPage draft={{ ...draft, ...answer?.kept }} faults={answer} />
}
