import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireDraft } from '~/authoring.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import {
  type CourseDraft,
  draftHead,
  mediaScope,
  readSettings,
  type SettingsFields,
  settingsFieldsOf,
  settingsForm,
} from '~/domains/catalogue'
import {
  dismissEditor,
  inviteEditor,
  listEditors,
  listMakerOrganisations,
  listCourseNames,
  listCovers,
  mediaAddress,
  readWrittenText,
  saveSettings,
  sealOfSettings,
} from '~/domains/catalogue/index.server'
import { SettingsView } from '~/domains/catalogue/ui/authoring/settings-view'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import { findFramework } from '~/domains/competence/index.server'
import type { Actor } from '~/domains/identity'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { pick } from '~/shared/language'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** A course may be for the staff of any organisation, whoever makes it. */
const everywhere = { everywhere: true, organisationIds: [] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const language = languageOf(request)
  const t = translator(language)
  const [framework, pictures, editors, courses, organisations] = await Promise.all([
    findFramework(db(), EVIDENCE_FRAMEWORK),
    listCovers(db(), mediaScope(actor)),
    listEditors(db(), draft.courseId),
    listCourseNames(db()),
    listMakerOrganisations(db(), everywhere),
  ])
  const { settings } = draft
  return {
    title: `${t('authoring')('tabs.settings')} – ${settings.title} – ${t('common')('portal')}`,
    page: {
      head: draftHead(draft, actor),
      language: settings.language,
      minutes: draft.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
      fields: settingsFieldsOf(settings, sealOfSettings(settings)),
      description: { document: settings.description, markdown: markdownFromDocument(settings.description) },
      competences: (framework?.areas ?? []).flatMap(({ competences }) =>
        competences.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name, language)}` })),
      ),
      pictures: pictures.map(({ path, title, inLibrary }) => ({
        value: path,
        label: inLibrary ? t('courseSettings')('inLibrary', { title }) : title,
      })),
      coverAddress: mediaAddress(settings.coverPath),
      editors,
      courses: courses
        .filter(({ slug }) => slug !== draft.slug)
        .map(({ slug, title }) => ({ value: slug, label: title })),
      organisations: organisations.map(({ slug, name }) => ({ value: slug, label: name })),
    },
  }
}

const form = z.discriminatedUnion('intent', [
  settingsForm.extend({ intent: z.literal('save') }),
  z.object({ intent: z.literal('invite'), email: z.string().max(300) }),
  z.object({ intent: z.literal('dismiss'), personId: z.uuid() }),
])
type SaveForm = Extract<z.output<typeof form>, { intent: 'save' }>

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  const sent = read.value
  if (sent.intent === 'save') return save(request, actor, draft, sent)
  const t = translator(languageOf(request))('courseSettings')
  const at = { slug: draft.slug, now: now() }
  const outcome =
    sent.intent === 'invite'
      ? await inviteEditor(db(), actor, { ...at, email: sent.email.trim() })
      : await dismissEditor(db(), actor, { ...at, personId: sent.personId })
  if (outcome.ok) return redirectWithToast(paths.draftSettings(draft.slug), 'saved')
  switch (outcome.refusal) {
    case 'not-found':
      return notFound()
    case 'not-allowed':
    case 'in-review':
      return forbidden()
    case 'no-such-person':
    case 'last-one':
      return data({ errors: { email: t(`fault.${outcome.refusal}`) }, conflict: false, kept: null }, { status: 400 })
  }
}

async function save(request: Request, actor: Actor, draft: CourseDraft, sent: SaveForm) {
  const t = translator(languageOf(request))('courseSettings')
  const [framework, pictures, courses, organisations] = await Promise.all([
    findFramework(db(), EVIDENCE_FRAMEWORK),
    listCovers(db(), mediaScope(actor)),
    listCourseNames(db()),
    listMakerOrganisations(db(), everywhere),
  ])
  const { intent: _intent, body, markdown, ...fields } = sent
  const written = readWrittenText({ json: body, markdown }, draft.settings.description)
  const description = written.ok ? written.document : draft.settings.description
  const read = readSettings(fields, draft.settings, {
    description,
    codes: (framework?.areas ?? []).flatMap(({ competences }) => competences.map(({ code }) => code)),
    covers: pictures,
    courses: courses.flatMap(({ slug }) => (slug === draft.slug ? [] : [slug])),
    organisations: organisations.map(({ slug }) => slug),
  })
  const errors: Record<string, string> = {}
  if (!read.ok) {
    for (const [name, { fault, line }] of Object.entries(read.faults))
      errors[name] = t(`fault.${fault}`, { line: line ?? 0 })
  }
  if (!written.ok) {
    const { fault } = written
    errors['body'] = fault.kind === 'line' ? t('fault.line', { ...fault }) : t('fault.body', { message: fault.message })
  }
  const kept = (
    version: string,
  ): { fields: SettingsFields; description: { document: typeof description; markdown: string } } => ({
    fields: { ...fields, version },
    description: { document: description, markdown: markdown ?? markdownFromDocument(description) },
  })
  if (!read.ok || !written.ok) return data({ errors, conflict: false, kept: kept(fields.version) }, { status: 400 })
  const change = { slug: draft.slug, settings: read.settings, version: fields.version, now: now() }
  const outcome = await saveSettings(db(), actor, change)
  if (outcome.ok) return redirectWithToast(paths.draftSettings(draft.slug), 'saved')
  switch (outcome.refusal) {
    case 'not-found':
      return notFound()
    case 'not-allowed':
    case 'in-review':
      return forbidden()
    case 'circle':
      return data(
        {
          errors: { requiredCourse: t('fault.circle', { circle: outcome.circle.join(' → ') }) },
          conflict: false,
          kept: kept(fields.version),
        },
        { status: 400 },
      )
    case 'edited-meanwhile':
      return data({ errors: {}, conflict: true, kept: kept(sealOfSettings(draft.settings)) }, { status: 409 })
  }
}

export default function AuthorSettings() {
  const { page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const shown = { ...page, ...answer?.kept }
  return <SettingsView key={shown.fields.version} page={shown} answer={answer} />
}
