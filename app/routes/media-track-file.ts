import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { canKeepMedia, mediaScope, trackKinds } from '~/domains/catalogue'
import { findMedia, findTrack } from '~/domains/catalogue/index.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { textFileResponse } from '~/shared/video/text-file-response'

/** A text of a recording as a file, as it is written at this moment: WebVTT, or the words alone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepMedia(actor)) return forbidden()
  const { id = '', slag = '', sprak = '', fil = '' } = params
  const kind = trackKinds.find((one) => one === slag)
  const form = fil === 'fil.vtt' ? 'vtt' : fil === 'fil.txt' ? 'txt' : notFound()
  if (!isUuid(id) || kind === undefined) return notFound()
  const item = (await findMedia(db(), mediaScope(actor), id)) ?? notFound()
  const track = (await findTrack(db(), { mediaId: item.mediaId, kind, language: sprak })) ?? notFound()
  return textFileResponse({ title: item.title, cues: track.cues, form, cache: 'private, no-cache' })
}
