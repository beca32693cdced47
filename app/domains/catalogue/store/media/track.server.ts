import { sql } from 'kysely'
import type { MediaId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { TrackKind } from '../../media/model'
import type { Cue } from '../../model'

export interface TrackName {
  mediaId: MediaId
  kind: TrackKind
  language: string
}
export interface Track extends TrackName {
  cues: Cue[]
  changedAt: Date
}

export async function listTracks(db: Db, mediaId: MediaId): Promise<Track[]> {
  const rows = await db
    .selectFrom('media_track')
    .where('media_id', '=', mediaId)
    .select(['kind', 'language', 'cues', 'changed_at as changedAt'])
    .orderBy('kind')
    .orderBy('language')
    .execute()
  return rows.map((row) => ({ ...row, mediaId, cues: row.cues as Cue[] }))
}

export async function findTrack(db: Db, { mediaId, kind, language }: TrackName): Promise<Track | undefined> {
  const row = await db
    .selectFrom('media_track')
    .where('media_id', '=', mediaId)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .select(['cues', 'changed_at as changedAt'])
    .executeTakeFirst()
  return row && { mediaId, kind, language, cues: row.cues as Cue[], changedAt: row.changedAt }
}

/** Saves the cues; false when somebody else has saved them since `readChangedAt` (null: there were none). */
export async function writeTrack(
  tx: Tx,
  track: TrackName & { cues: readonly Cue[]; readChangedAt: Date | null; at: Date },
): Promise<boolean> {
  const cues = JSON.stringify(track.cues)
  if (track.readChangedAt === null) {
    const made = await tx
      .insertInto('media_track')
      .values({ media_id: track.mediaId, kind: track.kind, language: track.language, cues, changed_at: track.at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('media_id')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await tx
    .updateTable('media_track')
    .set({ cues, changed_at: track.at })
    .where('media_id', '=', track.mediaId)
    .where('kind', '=', track.kind)
    .where('language', '=', track.language)
    .where(sql<boolean>`date_trunc('milliseconds', changed_at) = ${track.readChangedAt}`)
    .returning('media_id')
    .executeTakeFirst()
  return changed !== undefined
}

export async function deleteTrack(tx: Tx, { mediaId, kind, language }: TrackName): Promise<boolean> {
  const row = await tx
    .deleteFrom('media_track')
    .where('media_id', '=', mediaId)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .returning('media_id')
    .executeTakeFirst()
  return row !== undefined
}
