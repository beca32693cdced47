import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { removeTrack, saveTrack } from '~/domains/catalogue/index.server'
import { TrackPage } from '~/domains/catalogue/ui/media/track-page'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { captionFileErrors, openTrack } from '~/server/track-upload.server'
import { requireActor } from '~/session.server'
import { notFound, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'
import { printVtt, readCaptionFile } from '~/shared/video/caption-file'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { item, name, track } = await openTrack(actor, params)
  const t = translator(languageOf(request))
  const { address, posterAddress, durationSeconds, title, kind } = item
  return {
    title: `${t('captioning')(`texts.${name.kind}`)}: ${item.title} – ${t('common')('portal')}`,
    page: {
      name,
      recording: { address, posterAddress, durationSeconds, title, isFilm: kind === 'video' },
      cues: track?.cues ?? [],
      version: track?.changedAt.toISOString() ?? null,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { name, track } = await openTrack(actor, params)
  const t = translator(languageOf(request))('captioning')
  const form = await request.formData()
  if (form.get('intent') === 'remove') {
    const removed = await removeTrack(db(), actor, name, now())
    return removed.ok ? redirectWithToast(paths.mediaItem(name.mediaId), 'trackRemoved') : notFound()
  }
  const text = String(form.get('text') ?? '').slice(0, 900_000)
  const { cues, faults } = readCaptionFile(text)
  if (faults.length > 0) return data({ text, errors: captionFileErrors(faults, t) }, { status: 400 })
  const typed = String(form.get('version') ?? '')
  const version = typed === '' ? null : new Date(typed)
  if (version !== null && Number.isNaN(version.getTime())) throw new Response(null, { status: 400 })
  const outcome = await saveTrack(db(), actor, name, { cues, version, at: now() })
  if (outcome.ok) return redirectWithToast(paths.mediaTrack(name.mediaId, name.kind, name.language), 'saved')
  if (outcome.refusal === 'not-found') return notFound()
  const stored = printVtt(track?.cues ?? [])
  return data({ text, errors: [t('editor.conflict')], stored }, { status: 409 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function MediaTrack() {
  const { page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { name } = page
  return <TrackPage key={`${name.mediaId}.${name.kind}.${name.language}`} {...page} failed={failed} />
}
