import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { type Outcome, done, refused } from '~/shared/outcome'
import { tidyText, toMillis } from '~/shared/video/caption-file'
import type { Db } from '~db/schema'
import type { Cue } from '../model'
import { holdMedia } from '../store/media/item.server'
import { deleteTrack, type TrackName, writeTrack } from '../store/media/track.server'
import { canKeepMediaOf } from './policy'

export type SaveTrackRefusal = 'not-found' | 'edited-meanwhile'

/**
 * Keeps the cues of a track as they are, faulty ones too: work that is not done must not be lost, and what is wrong stops
 * the publishing. `version` is when the track was changed as it was opened, null for a new one.
 */
export function saveTrack(
  db: Db,
  actor: Actor,
  name: TrackName,
  { cues, version, at }: { cues: readonly Cue[]; version: Date | null; at: Date },
): Promise<Outcome<{ changedAt: Date }, SaveTrackRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ changedAt: Date }, SaveTrackRefusal>> => {
    const held = await holdMedia(tx, name.mediaId)
    if (held === undefined || !canKeepMediaOf(actor, held.organisationId)) return refused('not-found')
    const kept = cues.map(({ start, end, text }) => ({
      start: toMillis(start),
      end: toMillis(end),
      text: tidyText(text),
    }))
    if (!(await writeTrack(tx, { ...name, cues: kept, readChangedAt: version, at }))) return refused('edited-meanwhile')
    return done({ changedAt: at })
  })
}

export function removeTrack(db: Db, actor: Actor, name: TrackName, at: Date): Promise<Outcome<null, 'not-found'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<null, 'not-found'>> => {
    const held = await holdMedia(tx, name.mediaId)
    if (held === undefined || !canKeepMediaOf(actor, held.organisationId)) return refused('not-found')
    if (!(await deleteTrack(tx, name))) return refused('not-found')
    const detail = { kind: name.kind, language: name.language }
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'media.track-removed',
      subjectKind: 'media',
      subjectId: name.mediaId,
      detail,
      at,
    })
    return done(null)
  })
}
