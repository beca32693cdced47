import { sql } from 'kysely'
import type { RichDocument } from '~/shared/editor/document'
import type { MediaId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { LectureTyped, ReadLecture } from '../../media/lecture-form'
import { storedLecture } from '../../media/stored-lecture'
import type { Cue, Slide } from '../../model'

export interface LectureDraft {
  typed: LectureTyped
  /** Of the lecture in the catalogue; null until it is published. */
  slug: string | null
  changedAt: Date
  /** The files of the lecture have been read in anew since the draft was made of them. */
  filesChanged: boolean
}

/** The draft of a recording's lecture. What was stored by an older form is filled up. */
export async function findLectureDraft(db: Db, mediaId: string): Promise<LectureDraft | undefined> {
  const row = await db
    .selectFrom('lecture_draft as draft')
    .leftJoin('lecture', 'lecture.slug', 'draft.slug')
    .where('draft.media_id', '=', mediaId)
    .select(['draft.fields', 'draft.slug', 'draft.changed_at as changedAt'])
    .select(
      sql<boolean>`coalesce(lecture.edited_at is null and lecture.content_hash <> draft.fields ->> 'base', false)`.as(
        'filesChanged',
      ),
    )
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { fields, ...rest } = row
  return { ...rest, typed: storedLecture(fields) }
}

/** Saves a draft; false when somebody else has saved it since `readChangedAt` (null: there was none). */
export async function writeLectureDraft(
  tx: Tx,
  draft: { mediaId: MediaId; typed: LectureTyped; readChangedAt: Date | null; at: Date },
): Promise<boolean> {
  const fields = JSON.stringify({ ...draft.typed, version: '' })
  if (draft.readChangedAt === null) {
    const made = await tx
      .insertInto('lecture_draft')
      .values({ media_id: draft.mediaId, fields, changed_at: draft.at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('media_id')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await tx
    .updateTable('lecture_draft')
    .set({
      fields: sql`${fields}::jsonb || jsonb_strip_nulls(jsonb_build_object('base', fields -> 'base'))`,
      changed_at: draft.at,
    })
    .where('media_id', '=', draft.mediaId)
    .where(sql<boolean>`date_trunc('milliseconds', changed_at) = ${draft.readChangedAt}`)
    .returning('media_id')
    .executeTakeFirst()
  return changed !== undefined
}

export interface PublishedTrack {
  kind: 'captions' | 'descriptions'
  language: string
  cues: Cue[]
}

export interface LectureToPublish extends Omit<ReadLecture, 'slides'> {
  description: RichDocument
  durationSeconds: number
  /** A file of the library, or else a film at Mux. */
  videoPath: string | null
  muxPlaybackId: string | null
  streamPath: string | null
  posterPath: string
  chapters: Cue[]
  slides: Slide[]
  transcript: Cue[]
  tracks: PublishedTrack[]
}

function columnsOf(lecture: LectureToPublish, at: Date) {
  return {
    title: lecture.title,
    summary: lecture.summary,
    description: JSON.stringify(lecture.description),
    language: lecture.language,
    speaker: lecture.speaker,
    voice_note: lecture.voiceNote,
    recorded_on: lecture.recordedOn,
    minutes: lecture.minutes,
    duration_seconds: lecture.durationSeconds,
    themes: lecture.themes,
    audiences: lecture.audiences,
    competence_codes: lecture.competences,
    licence: lecture.licence,
    sources: JSON.stringify(lecture.sources),
    check_pass: lecture.pass,
    check_questions: JSON.stringify(lecture.questions),
    video_path: lecture.videoPath,
    mux_playback_id: lecture.muxPlaybackId,
    stream_path: lecture.streamPath,
    poster_path: lecture.posterPath,
    captions_path: '',
    tracks: JSON.stringify(lecture.tracks),
    chapters: JSON.stringify(lecture.chapters),
    slides: JSON.stringify(lecture.slides),
    transcript: JSON.stringify(lecture.transcript),
    transcript_text: lecture.transcript.map(({ text }) => text).join('\n'),
    edited_at: at,
    retired_at: null,
  }
}

/** A new lecture in the catalogue under this slug; false when the slug is taken. */
export async function insertPublishedLecture(
  tx: Tx,
  given: { mediaId: MediaId; slug: string; lecture: LectureToPublish; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('lecture')
    .values({ ...columnsOf(given.lecture, given.at), slug: given.slug, content_hash: '' })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('lecture_id')
    .executeTakeFirst()
  if (row === undefined) return false
  await tx.updateTable('lecture_draft').set({ slug: given.slug }).where('media_id', '=', given.mediaId).execute()
  return true
}

/** The lecture as it is published now; one that was retired is active again. */
export async function updatePublishedLecture(tx: Tx, slug: string, lecture: LectureToPublish, at: Date): Promise<void> {
  await tx.updateTable('lecture').set(columnsOf(lecture, at)).where('slug', '=', slug).execute()
}

/** Takes a lecture out of the list. Courses that have it as a lesson keep it. */
export async function retirePublishedLecture(tx: Tx, slug: string, at: Date): Promise<void> {
  await tx.updateTable('lecture').set({ retired_at: at, edited_at: at }).where('slug', '=', slug).execute()
}
