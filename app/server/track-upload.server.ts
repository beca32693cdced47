import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepMedia, type MediaItem, mediaScope, trackKinds } from '~/domains/catalogue'
import { findMedia, findTrack, saveTrack } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import type { Translate } from '~/i18n/translate'
import { forbidden, notFound } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { type Outcome } from '~/shared/outcome'
import { decodeText } from '~/shared/text-file'
import { readUploadForm } from '~/shared/upload.server'
import { type CaptionFileFault, readCaptionFile } from '~/shared/video/caption-file'

const MOST_BYTES = 900_000

/** The recording and the text of an address; there need be no text yet. 403 for those who keep no library, else 404. */
export async function openTrack(actor: Actor, params: Record<string, string | undefined>) {
  if (!canKeepMedia(actor)) return forbidden()
  const { id = '', slag, sprak = '' } = params
  const kind = trackKinds.find((one) => one === slag)
  if (!isUuid(id) || kind === undefined || !/^[a-z]{2,3}$/.test(sprak)) return notFound()
  const item = (await findMedia(db(), mediaScope(actor), id)) ?? notFound()
  if (item.kind !== 'video' && item.kind !== 'audio') return notFound()
  const name = { mediaId: item.mediaId, kind, language: sprak }
  return { item, name, track: await findTrack(db(), name) }
}

/** What is wrong in a caption file, each with its line, in the words of the page; at most twenty. */
export function captionFileErrors(faults: readonly CaptionFileFault[], t: Translate<'captioning'>): string[] {
  return faults.slice(0, 20).map(({ line, kind }) => t('texts.line', { line, what: t(`texts.lineFaults.${kind}`) }))
}

/**
 * Reads a form with a caption file into a new track of the recording. Answers where the track is edited, or what is wrong
 * by line; a file with a line that cannot be read is not taken, so that nothing is lost unseen.
 */
export async function readTrackUpload(
  request: Request,
  actor: Actor,
  item: Pick<MediaItem, 'mediaId' | 'tracks'>,
  t: Translate<'captioning'>,
): Promise<Outcome<string, never> | { ok: false; refusal: string[] }> {
  const upload = await readUploadForm(request, 'file', MOST_BYTES)
  if (!upload.ok) return { ok: false, refusal: [t('texts.unreadable')] }
  const kind = trackKinds.find((one) => one === upload.value.fields.get('kind'))
  const language = String(upload.value.fields.get('language') ?? '')
  if (kind === undefined || !/^[a-z]{2,3}$/.test(language)) throw new Response(null, { status: 400 })
  const text = decodeText(upload.value.bytes)
  if (text === undefined) return { ok: false, refusal: [t('texts.unreadable')] }
  const { cues, faults } = readCaptionFile(text)
  if (faults.length > 0) return { ok: false, refusal: captionFileErrors(faults, t) }
  const name = { mediaId: item.mediaId, kind, language }
  const saved = await saveTrack(db(), actor, name, { cues, version: null, at: now() })
  if (!saved.ok) return { ok: false, refusal: [t('texts.exists')] }
  return { ok: true, value: paths.mediaTrack(item.mediaId, kind, language) }
}
