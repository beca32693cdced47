import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepMedia, mediaScope } from '~/domains/catalogue'
import { describeMedia, findMedia, findMuxFilm, processAgain, removeMedia } from '~/domains/catalogue/index.server'
import { MediaItemPage } from '~/domains/catalogue/ui/media/media-item'
import type { Actor } from '~/domains/identity'
import { translator } from '~/i18n/translator.server'
import { mediaStorage } from '~/media-storage.server'
import { removeFilm } from '~/mux.server'
import { ffmpeg } from '~/server/ffmpeg.server'
import { languageOf } from '~/server/language.server'
import { readTrackUpload } from '~/server/track-upload.server'
import { wakeMediaWork } from '~/server/media-work.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { readTimeStamp } from '~/shared/video/caption-file'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function openItem(actor: Actor, mediaId: string) {
  if (!canKeepMedia(actor)) return forbidden()
  return isUuid(mediaId) ? ((await findMedia(db(), mediaScope(actor), mediaId)) ?? notFound()) : notFound()
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const item = await openItem(actor, params['id'] ?? '')
  const t = translator(languageOf(request))
  return { title: `${item.title} – ${t('common')('portal')}`, item, processes: (await ffmpeg()) !== undefined }
}

const blankAsNull = z
  .string()
  .trim()
  .max(10)
  .transform((value) => (/^[a-z]{2,3}$/.test(value) ? value : null))
const formSchema = z.object({
  intent: z.enum(['describe', 'remove', 'again']),
  title: z.string().trim().max(200).default(''),
  language: blankAsNull.default(null),
  licence: z.string().trim().max(200).default(''),
  credit: z.string().trim().max(500).default(''),
  alt: z.string().trim().max(1000).default(''),
  decorative: z.string().optional(),
  duration: z.string().max(20).optional(),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const item = await openItem(actor, params['id'] ?? '')
  const { mediaId } = item
  const t = translator(languageOf(request))
  const at = now()
  if ((request.headers.get('content-type') ?? '').startsWith('multipart/form-data')) {
    const read = await readTrackUpload(request, actor, item, t('captioning'))
    if (read.ok) return redirectWithToast(read.value, 'trackRead')
    return data({ errors: {}, uses: [], trackErrors: read.refusal }, { status: 400 })
  }
  const parsed = formSchema.safeParse(Object.fromEntries(await request.formData()))
  if (!parsed.success) throw new Response(null, { status: 400 })
  const form = parsed.data
  if (form.intent === 'again') {
    if (!(await processAgain(db(), actor, item, at))) return notFound()
    wakeMediaWork()
    return redirectWithToast(paths.mediaItem(mediaId), 'mediaAgain')
  }
  if (form.intent === 'remove') {
    const film = await findMuxFilm(db(), mediaId)
    const removed = await removeMedia(db(), actor, mediaStorage(), { mediaId, at })
    if (removed.ok) await removeFilm(film?.assetId)
    if (removed.ok) return redirectWithToast(paths.media(), 'mediaRemoved')
    if (removed.refusal === 'not-found') return notFound()
    return data({ errors: {}, uses: removed.uses, trackErrors: [] }, { status: 409 })
  }
  const seconds = form.duration === undefined || form.duration.trim() === '' ? undefined : readTimeStamp(form.duration)
  const errors = {
    ...(form.title === '' ? { title: t('lectureMaking')('faults.title') } : {}),
    ...((form.duration ?? '').trim() !== '' && !seconds ? { duration: t('captioning')('editor.badTime') } : {}),
  }
  if (Object.keys(errors).length > 0) return data({ errors, uses: [], trackErrors: [] }, { status: 400 })
  const to = {
    title: form.title,
    language: form.language,
    licence: form.licence,
    credit: form.credit,
    alt: item.kind === 'picture' && form.alt !== '' ? form.alt : null,
    decorative: item.kind === 'picture' && form.decorative !== undefined,
    durationSeconds: seconds,
  }
  const outcome = await describeMedia(db(), actor, mediaId, { to, at })
  return outcome.ok ? redirectWithToast(paths.mediaItem(mediaId), 'saved') : notFound()
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function MediaItemRoute() {
  const { item, processes } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return <MediaItemPage key={item.mediaId} item={item} processes={processes} failed={failed} />
}
