import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireAuthor } from '~/authoring.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { authorReach } from '~/domains/catalogue'
import { createCourse, listMakerOrganisations } from '~/domains/catalogue/index.server'
import { NewCourseForm } from '~/domains/catalogue/ui/authoring/new-course-form'
import type { Actor } from '~/domains/identity'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import type { OrganisationId } from '~/shared/ids'
import { forbidden, readForm, redirectWithToast } from '~/shared/http.server'
import { type Language } from '~/shared/language'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function ownersOf(actor: Actor, language: Language) {
  const reach = authorReach(actor)
  const organisations = await listMakerOrganisations(db(), reach)
  const portal = { value: '', label: translator(language)('authoring')('list.portal') }
  return [
    ...(reach.everywhere ? [portal] : []),
    ...organisations.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
  ]
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAuthor(request)
  const language = languageOf(request)
  const t = translator(language)
  const owners = await ownersOf(actor, language)
  return {
    title: `${t('authoring')('start.title')} – ${t('common')('portal')}`,
    page: { fields: { title: '', language: 'sv', organisationId: owners[0]?.value ?? '' }, owners },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAuthor(request)
  const t = translator(languageOf(request))('authoring')
  const text = z.string().max(1000).default('')
  const form = await readForm(request, z.object({ title: text, language: text, organisationId: text }))
  if (!form.ok) throw new Response(null, { status: 400 })
  const fields = form.value
  const owners = await ownersOf(actor, 'sv')
  if (!owners.some(({ value }) => value === fields.organisationId)) {
    if (owners.length === 0) return forbidden()
    return data({ fields, errors: { organisationId: t('fault.owner') } }, { status: 400 })
  }
  const outcome = await createCourse(db(), actor, {
    title: fields.title,
    language: fields.language === 'en' ? 'en' : 'sv',
    organisationId: fields.organisationId === '' ? null : (fields.organisationId as OrganisationId),
    now: now(),
  })
  if (outcome.ok) return redirectWithToast(paths.draft(outcome.value.slug), 'courseCreated')
  if (outcome.refusal === 'not-allowed') return forbidden()
  return data({ fields, errors: { title: t('fault.title') } }, { status: 400 })
}

export default function AuthorCourseNew() {
  const { page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <NewCourseForm page={{ ...page, ...(answer && { fields: answer.fields }) }} errors={answer?.errors} />
}
