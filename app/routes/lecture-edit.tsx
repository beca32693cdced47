import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { packageGround } from '~/course-packages.server'
import { db } from '~/db.server'
import { canEditLecture, canKeepMedia, mediaScope } from '~/domains/catalogue'
import { findLastLibrary, findLectureHome, listMakerOrganisations } from '~/domains/catalogue/index.server'
import { LectureOpening } from '~/domains/catalogue/ui/media/lecture-opening'
import type { Actor } from '~/domains/identity'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { editLecture } from '~/journeys/edit-lecture.server'
import { incomingFolder } from '~/media-storage.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import type { OrganisationId } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** The home of a lecture that the actor may edit; 403 for those who keep no media, 404 for another's. */
async function openHome(actor: Actor, slug: string) {
  if (!canKeepMedia(actor)) return forbidden()
  const home = (await findLectureHome(db(), slug)) ?? notFound()
  return canEditLecture(actor, home) ? home : notFound()
}

/** Libraries that the film can come to, the last one that the actor used first. */
async function librariesFor(actor: Actor) {
  const [organisations, last] = await Promise.all([
    listMakerOrganisations(db(), mediaScope(actor)),
    findLastLibrary(db(), actor.personId),
  ])
  return organisations
    .map(({ organisationId, name }) => ({ value: organisationId, label: name }))
    .sort((a, b) => Number(b.value === last) - Number(a.value === last))
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const slug = params['slug'] ?? ''
  const home = await openHome(actor, slug)
  if (home.draftOf !== null) return redirect(paths.mediaLecture(home.draftOf))
  const t = translator(languageOf(request))
  return {
    title: `${t('lectureMaking')('opening.title', { title: home.title })} – ${t('common')('portal')}`,
    page: {
      slug,
      name: home.title,
      libraries: home.organisationId === null ? await librariesFor(actor) : [],
    },
  }
}

const form = z.object({ library: z.uuid().optional() })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const slug = params['slug'] ?? ''
  const home = await openHome(actor, slug)
  const sent = await readForm(request, form)
  const library = (sent.ok ? (sent.value.library ?? null) : null) as OrganisationId | null
  if (!sent.ok || (home.organisationId === null && library === null)) throw new Response(null, { status: 400 })
  const wish = { slug, library, quota: env().media.quota, folder: incomingFolder(), now: now() }
  const outcome = await editLecture(packageGround(), actor, wish)
  if (outcome.ok) return redirectWithToast(paths.mediaLecture(outcome.value.mediaId), 'lectureOpened')
  switch (outcome.refusal) {
    case 'not-found':
      return notFound()
    case 'not-allowed':
      return forbidden()
    default:
      return data({ refusal: outcome.refusal }, { status: 400 })
  }
}

export default function LectureEdit() {
  const { page } = useLoaderData<typeof loader>()
  return <LectureOpening page={page} refusal={useActionData<typeof action>()?.refusal} />
}
