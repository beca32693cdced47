import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { documentFromMarkdown } from '~/shared/editor/markdown/reader.server'
import { checkDocument } from '~/shared/editor/schema.server'
import type { MediaId } from '~/shared/ids'
import { type Outcome, done, refused } from '~/shared/outcome'
import { type CueFinding, checkCues } from '~/shared/video/caption-check'
import { transcriptOf } from '~/shared/video/spoken'
import type { Db, Tx } from '~db/schema'
import { slugOf } from '../activity/rules'
import { filePath, posterPath, streamPath } from '../store/media-address'
import { findMedia, holdMedia } from '../store/media/item.server'
import {
  findLectureDraft,
  insertPublishedLecture,
  type LectureToPublish,
  retirePublishedLecture,
  updatePublishedLecture,
  writeLectureDraft,
} from '../store/media/lecture-draft.server'
import { findMuxFilm } from '../store/media/mux.server'
import { findPosterKey, listSlidePictures } from '../store/media/picture.server'
import { listTracks, type Track } from '../store/media/track.server'
import { type LectureFault, type LectureTyped, readLecture } from './lecture-form'
import type { MediaItem } from './model'
import { canKeepMediaOf, mediaScope } from './policy'

/** Keeps the typed form as the draft of the recording's lecture. `version`: when it was changed as it was opened. */
export function saveLectureDraft(
  db: Db,
  actor: Actor,
  mediaId: MediaId,
  { typed, version, at }: { typed: LectureTyped; version: Date | null; at: Date },
): Promise<Outcome<null, 'not-found' | 'edited-meanwhile'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<null, 'not-found' | 'edited-meanwhile'>> => {
    const held = await holdMedia(tx, mediaId)
    if (held === undefined || held.kind !== 'video' || !canKeepMediaOf(actor, held.organisationId))
      return refused('not-found')
    return (await writeLectureDraft(tx, { mediaId, typed, readChangedAt: version, at }))
      ? done(null)
      : refused('edited-meanwhile')
  })
}

const chaptersFor = (tracks: readonly Track[], language: string) =>
  tracks.find((one) => one.kind === 'chapters' && one.language === language) ??
  tracks.find((one) => one.kind === 'chapters')

/** What is said of the texts of a recording: faults of every language stop a lecture, hints do not. */
export function examineTracks(
  tracks: readonly Track[],
  durationSeconds: number | null,
): { captions: CueFinding[]; chapters: CueFinding[] } {
  const of = (kinds: readonly Track['kind'][], isSpeech: boolean) =>
    tracks
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ cues }) => checkCues(cues, { durationSeconds: durationSeconds ?? undefined, isSpeech }))
  return { captions: of(['captions', 'descriptions'], true), chapters: of(['chapters'], false) }
}

async function lectureOf(
  tx: Tx,
  item: MediaItem,
  typed: LectureTyped,
  competenceCodes: readonly string[],
): Promise<{ ok: true; lecture: LectureToPublish } | { ok: false; faults: LectureFault[] }> {
  const tracks = await listTracks(tx, item.mediaId)
  const found = examineTracks(tracks, item.durationSeconds)
  const captions = tracks.filter(({ kind, cues }) => kind === 'captions' && cues.length > 0)
  const read = readLecture(typed, {
    isReady: item.state === 'klar' && item.kind === 'video',
    durationSeconds: item.durationSeconds,
    competenceCodes,
    captionLanguages: captions.map(({ language }) => language),
    captionFindings: found.captions,
    chapterFindings: found.chapters,
  })
  if (!read.ok) return read
  const held = await holdMedia(tx, item.mediaId)
  const atMux = held?.fileKey == null ? await findMuxFilm(tx, item.mediaId) : undefined
  const playbackId = atMux?.playbackId ?? null
  if (held === undefined || item.durationSeconds === null || (held.fileKey === null && playbackId === null))
    return { ok: false, faults: ['file'] }
  const pictures = await listSlidePictures(
    tx,
    read.value.slides.map(({ mediaId }) => mediaId),
    item.organisationId,
  )
  const slides = read.value.slides.map(({ mediaId, second }) => {
    const picture = pictures.find((one) => one.mediaId === mediaId)
    return picture && { second, path: picture.path, alt: picture.alt }
  })
  if (slides.includes(undefined)) return { ok: false, faults: ['slide'] }
  const { language } = read.value
  const main = captions.find((one) => one.language === language)
  const document = checkDocument(documentFromMarkdown(typed.description).document)
  const chosen = typed.posterId === '' ? undefined : await findPosterKey(tx, typed.posterId, item.organisationId)
  const ownPoster =
    held.posterKey === null ? `fil/${item.mediaId}/omslag.svg` : posterPath(item.mediaId, held.posterKey)
  return {
    ok: true,
    lecture: {
      ...read.value,
      description: document.ok ? document.value : { type: 'doc', content: [] },
      durationSeconds: item.durationSeconds,
      videoPath: held.fileKey === null ? null : filePath(item.mediaId, read.value.title, held.fileKey),
      muxPlaybackId: playbackId,
      streamPath: held.streamKey === null ? null : streamPath(item.mediaId, held.streamKey),
      posterPath: chosen === undefined ? ownPoster : filePath(chosen.mediaId, chosen.title, chosen.fileKey),
      chapters: chaptersFor(tracks, language)?.cues ?? [],
      slides: slides.filter((one) => one !== undefined),
      transcript: transcriptOf(main?.cues ?? []),
      tracks: tracks
        .filter((one) => one.kind !== 'chapters' && one.cues.length > 0)
        .sort((a, b) => Number(b.language === language) - Number(a.language === language))
        .map(({ kind, language: spoken, cues }) => ({
          kind: kind === 'captions' ? 'captions' : 'descriptions',
          language: spoken,
          cues,
        })),
    },
  }
}

export type PublishOutcome =
  | { ok: true; slug: string }
  | { ok: false; refusal: 'not-found' }
  | { ok: false; refusal: 'not-ready'; faults: LectureFault[] }

/**
 * Publishes the draft as a lecture of the catalogue, or brings the published one up to the draft. Refused with everything
 * that is missing; captions in the lecture's language are always asked for.
 */
export async function publishLecture(
  db: Db,
  actor: Actor,
  mediaId: MediaId,
  { competenceCodes, at }: { competenceCodes: readonly string[]; at: Date },
): Promise<PublishOutcome> {
  const item = await findMedia(db, mediaScope(actor), mediaId)
  if (item === undefined) return { ok: false, refusal: 'not-found' }
  return db.transaction().execute(async (tx): Promise<PublishOutcome> => {
    await holdMedia(tx, mediaId)
    const draft = await findLectureDraft(tx, mediaId)
    if (draft === undefined) return { ok: false, refusal: 'not-found' }
    const made = await lectureOf(tx, item, draft.typed, competenceCodes)
    if (!made.ok) return { ok: false, refusal: 'not-ready', faults: made.faults }
    const slug = draft.slug ?? (await newSlug(tx, mediaId, made.lecture, at))
    if (draft.slug !== null) await updatePublishedLecture(tx, slug, made.lecture, at)
    await audit(tx, actor, 'lecture.published', mediaId, { slug, title: made.lecture.title }, at)
    return { ok: true, slug }
  })
}

async function newSlug(tx: Tx, mediaId: MediaId, lecture: LectureToPublish, at: Date): Promise<string> {
  const stem = slugOf(lecture.title) || 'forelasning'
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`
    if (await insertPublishedLecture(tx, { mediaId, slug, lecture, at })) return slug
  }
}

/** Takes the lecture out of the catalogue's list; what people have done of it stays. */
export function retireLecture(db: Db, actor: Actor, mediaId: MediaId, at: Date): Promise<Outcome<null, 'not-found'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<null, 'not-found'>> => {
    const held = await holdMedia(tx, mediaId)
    const draft = await findLectureDraft(tx, mediaId)
    if (held === undefined || !canKeepMediaOf(actor, held.organisationId) || draft?.slug == null)
      return refused('not-found')
    await retirePublishedLecture(tx, draft.slug, at)
    await audit(tx, actor, 'lecture.retired', mediaId, { slug: draft.slug }, at)
    return done(null)
  })
}

function audit(
  tx: Tx,
  actor: Actor,
  action: string,
  mediaId: MediaId,
  detail: Record<string, unknown>,
  at: Date,
): Promise<void> {
  return recordAudit(tx, { actorId: actor.personId, action, subjectKind: 'media', subjectId: mediaId, detail, at })
}
