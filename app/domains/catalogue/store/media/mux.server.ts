import type { MediaId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'

/** From now on the item's film comes to Mux, by this upload there. */
export async function insertMuxUpload(tx: Tx, mediaId: MediaId, muxUploadId: string): Promise<void> {
  await tx.insertInto('media_mux').values({ media_id: mediaId, upload_id: muxUploadId }).execute()
  await tx.updateTable('media_item').set({ at_mux: true }).where('media_id', '=', mediaId).execute()
}

/** What Mux tells of a film, by the id of its upload. */
export type MuxNews =
  | { kind: 'taken'; uploadId: string; assetId: string }
  | { kind: 'ready'; uploadId: string; assetId: string; playbackId: string; durationSeconds: number }
  | { kind: 'failed'; uploadId: string }

/**
 * Brings an item up to what Mux tells. News that come twice or late change nothing: an item that is whole or has failed
 * stays so. False when no item belongs to the upload.
 */
export async function followMuxUpload(tx: Tx, news: MuxNews, at: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('media_mux')
    .where('upload_id', '=', news.uploadId)
    .select('media_id')
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return false
  const changed = await tx
    .updateTable('media_item')
    .set({
      changed_at: at,
      ...(news.kind === 'taken' ? { state: 'behandlas' } : {}),
      ...(news.kind === 'ready'
        ? { state: 'klar', duration_seconds: Math.round(news.durationSeconds * 100) / 100 }
        : {}),
      ...(news.kind === 'failed' ? { state: 'fel', fault: 'processing' } : {}),
    })
    .where('media_id', '=', row.media_id)
    .where('state', 'in', news.kind === 'taken' ? ['laddas-upp'] : ['laddas-upp', 'behandlas'])
    .returning('media_id')
    .executeTakeFirst()
  if (changed === undefined) return true
  await tx.deleteFrom('media_upload').where('media_id', '=', row.media_id).execute()
  if (news.kind !== 'failed')
    await tx
      .updateTable('media_mux')
      .set({ asset_id: news.assetId, ...(news.kind === 'ready' ? { playback_id: news.playbackId } : {}) })
      .where('media_id', '=', row.media_id)
      .execute()
  return true
}

/** What Mux calls the film of an item; undefined for an item whose film is not there. */
export async function findMuxFilm(
  db: Db,
  mediaId: string,
): Promise<{ assetId: string | null; playbackId: string | null } | undefined> {
  return db
    .selectFrom('media_mux')
    .where('media_id', '=', mediaId)
    .select(['asset_id as assetId', 'playback_id as playbackId'])
    .executeTakeFirst()
}
