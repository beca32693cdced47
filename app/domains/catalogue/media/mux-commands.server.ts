import { z } from 'zod'
import type { Actor } from '~/domains/identity'
import type { MediaId } from '~/shared/ids'
import { type MuxApi, MuxFault } from '~/shared/mux/api.server'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { followMuxUpload, insertMuxUpload, type MuxNews } from '../store/media/mux.server'
import { type BeginRefusal, beginUpload, dropUpload, type UploadWish } from './commands.server'
import type { Quota } from './rules'
import { promisedType } from './sniff'

/** How long an address of Mux takes the film that it was made for. */
const UPLOAD_SECONDS = 24 * 3600

/**
 * Makes room for a film that the browser sends to Mux itself, and answers the address that takes it. Refused as every
 * upload is, for anything but a film, and when Mux cannot be reached.
 */
export async function beginMuxUpload(
  db: Db,
  actor: Actor,
  mux: MuxApi,
  given: { wish: UploadWish; quota: Quota; origin: string; at: Date },
): Promise<Outcome<{ mediaId: MediaId; url: string }, BeginRefusal | 'failed'>> {
  if (promisedType(given.wish.fileName)?.kind !== 'video') return refused('kind')
  const begun = await beginUpload(db, actor, given)
  if (!begun.ok) return begun
  const { mediaId } = begun.value
  try {
    const { uploadId, url } = await mux.createUpload({
      origin: given.origin,
      passthrough: mediaId,
      seconds: UPLOAD_SECONDS,
    })
    await db.transaction().execute((tx) => insertMuxUpload(tx, mediaId, uploadId))
    return done({ mediaId, url })
  } catch (error) {
    await dropUpload(db, given.wish.uploadId)
    if (error instanceof MuxFault) return refused('failed')
    throw error
  }
}

const upload = z.object({ id: z.string(), asset_id: z.string().optional() })
const asset = z.object({
  id: z.string(),
  upload_id: z.string(),
  duration: z.number().positive().optional(),
  playback_ids: z.array(z.object({ id: z.string(), policy: z.string() })).default([]),
})
const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('video.upload.asset_created'), data: upload }),
  z.object({ type: z.literal('video.upload.errored'), data: upload }),
  z.object({ type: z.literal('video.upload.cancelled'), data: upload }),
  z.object({ type: z.literal('video.asset.ready'), data: asset }),
  z.object({ type: z.literal('video.asset.errored'), data: asset }),
])

/** What a message of Mux tells of an upload; undefined for one that the portal does not follow. */
export function readMuxNews(body: unknown): MuxNews | undefined {
  const read = message.safeParse(body)
  if (!read.success) return undefined
  const { type, data } = read.data
  switch (type) {
    case 'video.upload.asset_created':
      return data.asset_id === undefined ? undefined : { kind: 'taken', uploadId: data.id, assetId: data.asset_id }
    case 'video.upload.errored':
    case 'video.upload.cancelled':
      return { kind: 'failed', uploadId: data.id }
    case 'video.asset.errored':
      return { kind: 'failed', uploadId: data.upload_id }
    case 'video.asset.ready': {
      const playbackId = data.playback_ids.find(({ policy }) => policy === 'signed')?.id
      // A film that cannot be played by signed address, or has no length, is none that a lecture can be made of.
      if (playbackId === undefined || data.duration === undefined) return { kind: 'failed', uploadId: data.upload_id }
      const { id: assetId, upload_id: uploadId, duration: durationSeconds } = data
      return { kind: 'ready', uploadId, assetId, playbackId, durationSeconds }
    }
  }
}

/** Brings the library up to what Mux tells; false for what does not concern it. */
export function followMux(db: Db, body: unknown, at: Date): Promise<boolean> {
  const news = readMuxNews(body)
  return news === undefined ? Promise.resolve(false) : db.transaction().execute((tx) => followMuxUpload(tx, news, at))
}
