import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepMedia, emptyLecture, lectureForm, mediaScope } from '~/domains/catalogue'
import {
  findLectureDraft,
  findMedia,
  listPictures,
  publishLecture,
  retireLecture,
  saveLectureDraft,
} from '~/domains/catalogue/index.server'
import { LectureFormPage } from '~/domains/catalogue/ui/media/lecture-form-page'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import { findFramework } from '~/domains/competence/index.server'
import type { Actor } from '~/domains/identity'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { pick } from '~/shared/language'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function openFilm(actor: Actor, mediaId: string | undefined) {
  if (!canKeepMedia(actor)) return forbidden()
  if (mediaId === undefined || !isUuid(mediaId)) return notFound()
  const item = (await findMedia(db(), mediaScope(actor), mediaId)) ?? notFound()
  return item.kind === 'video' ? item : notFound()
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const item = await openFilm(actor, params['id'])
  const [draft, pictures, framework] = await Promise.all([
    findLectureDraft(db(), item.mediaId),
    listPictures(db(), item.organisationId),
    findFramework(db(), EVIDENCE_FRAMEWORK),
  ])
  const language = languageOf(request)
  const t = translator(language)
  const begun = {
    ...emptyLecture,
    title: item.title,
    language: item.language ?? 'sv',
    licence: item.licence === '' ? emptyLecture.licence : item.licence,
    recordedOn: localDay(now()),
    minutes: item.durationSeconds === null ? '' : String(Math.ceil(item.durationSeconds / 60) + 2),
  }
  return {
    title: `${t('lectureMaking')('title', { title: item.title })} – ${t('common')('portal')}`,
    page: {
      item: { mediaId: item.mediaId, title: item.title, durationSeconds: item.durationSeconds },
      state: item.lecture?.state ?? ('utkast' as const),
      slug: item.lecture?.slug ?? null,
      typed: draft === undefined ? begun : { ...draft.typed, version: draft.changedAt.toISOString() },
      pictures,
      competences: (framework?.areas ?? []).flatMap(({ competences }) =>
        competences.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name, language)}` })),
      ),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { mediaId } = await openFilm(actor, params['id'])
  const intent = new URL(request.url).searchParams.get('gor')
  const here = paths.mediaLecture(mediaId)
  if (intent === 'avpublicera') {
    const retired = await retireLecture(db(), actor, mediaId, now())
    return retired.ok ? redirectWithToast(here, 'lectureRetired') : notFound()
  }
  const form = await readForm(request, lectureForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const typed = form.value
  const version = typed.version === '' ? null : new Date(typed.version)
  if (version !== null && Number.isNaN(version.getTime())) throw new Response(null, { status: 400 })
  const at = now()
  const saved = await saveLectureDraft(db(), actor, mediaId, { typed, version, at })
  if (!saved.ok) {
    if (saved.refusal === 'not-found') return notFound()
    const stored = await findLectureDraft(db(), mediaId)
    const newest = stored?.changedAt.toISOString() ?? ''
    return data({ typed: { ...typed, version: newest }, faults: [], conflict: true }, { status: 409 })
  }
  if (intent !== 'publicera') return redirectWithToast(here, 'saved')
  const framework = await findFramework(db(), EVIDENCE_FRAMEWORK)
  const competenceCodes = (framework?.areas ?? []).flatMap(({ competences }) => competences.map(({ code }) => code))
  const outcome = await publishLecture(db(), actor, mediaId, { competenceCodes, at })
  if (outcome.ok) return redirectWithToast(here, 'lecturePublished')
  if (outcome.refusal === 'not-found') return notFound()
  const kept = { ...typed, version: at.toISOString() }
  return data({ typed: kept, faults: outcome.faults, conflict: false }, { status: 400 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function MediaLecture() {
  const { page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const typed = failed?.typed ?? page.typed
  return <LectureFormPage key={typed.version} {...page} typed={typed} failed={failed} />
}
