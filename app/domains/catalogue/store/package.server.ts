import type { RichDocument } from '~/shared/editor/document'
import type { CourseId, LectureId, MediaId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Cue, Slide, Source } from '../model'
import type { Question } from '../questions/model'
import type { MediaKind } from '../media/model'
import type { LectureImport } from './import.server'
import type { PublishedTrack } from './media/lecture-draft.server'
import { filePath, posterPath } from './media-address'

/** The addresses of lectures by their ids. */
export async function listLectureSlugs(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('lecture')
    .where('lecture_id', 'in', [...new Set(ids)])
    .select(['lecture_id', 'slug'])
    .execute()
  return new Map(rows.map((row) => [row.lecture_id, row.slug]))
}

/** A lecture with everything that is known of it; paths are as stored, without the site's folder of files. */
export interface StoredLecture extends LectureImport {
  lectureId: LectureId
  isRetired: boolean
}

/** Whole lectures by address name. One that came from files with captions alone has them in a file, and no tracks. */
export async function listWholeLectures(db: Db, slugs: readonly string[]): Promise<StoredLecture[]> {
  if (slugs.length === 0) return []
  const rows = await db
    .selectFrom('lecture')
    .where('slug', 'in', [...new Set(slugs)])
    .select([
      'lecture_id',
      'slug',
      'title',
      'summary',
      'description',
      'language',
      'speaker',
      'voice_note',
      'recorded_on',
      'minutes',
      'duration_seconds',
      'themes',
      'audiences',
      'competence_codes',
      'licence',
      'sources',
      'check_pass',
      'check_questions',
      'video_path',
      'poster_path',
      'captions_path',
      'chapters',
      'slides',
      'transcript',
      'transcript_text',
      'tracks',
      'content_hash',
      'retired_at',
    ])
    .orderBy('slug')
    .execute()
  return rows.map((row) => ({
    lectureId: row.lecture_id as LectureId,
    isRetired: row.retired_at !== null,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    description: row.description as RichDocument,
    language: row.language,
    speaker: row.speaker,
    voiceNote: row.voice_note,
    recordedOn: row.recorded_on,
    minutes: row.minutes,
    durationSeconds: row.duration_seconds,
    themes: row.themes,
    audiences: row.audiences,
    competenceCodes: row.competence_codes,
    licence: row.licence,
    sources: row.sources as Source[],
    check: { pass: row.check_pass, questions: row.check_questions as Question[] },
    videoPath: row.video_path ?? '',
    posterPath: row.poster_path,
    captionsPath: row.captions_path,
    chapters: row.chapters as Cue[],
    slides: row.slides as Slide[],
    transcript: row.transcript as Cue[],
    transcriptText: row.transcript_text,
    tracks: row.tracks as PublishedTrack[],
    contentHash: row.content_hash,
  }))
}

/** A file of the library with what is known of it, for taking it along. */
export interface StoredMedia {
  mediaId: MediaId
  title: string
  language: string | null
  licence: string
  credit: string
  alt: string | null
  decorative: boolean
  fileName: string
  fileKey: string
  posterKey: string | null
}

export async function listStoredMedia(db: Db, ids: readonly string[]): Promise<StoredMedia[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('media_item')
    .where('media_id', 'in', [...new Set(ids)])
    .where('file_key', 'is not', null)
    .select([
      'media_id',
      'title',
      'language',
      'licence',
      'credit',
      'alt',
      'decorative',
      'file_name as fileName',
      'file_key',
      'poster_key as posterKey',
    ])
    .execute()
  return rows.map(({ media_id, file_key, ...row }) => ({
    ...row,
    mediaId: media_id as MediaId,
    fileKey: file_key ?? '',
  }))
}

/** A file that a package brings to the library, whole and looked through already. */
export interface MediaToKeep {
  mediaId: MediaId
  kind: MediaKind
  title: string
  language: string | null
  licence: string
  credit: string
  alt: string | null
  decorative: boolean
  fileName: string
  fileKey: string
  posterKey: string | null
  contentType: string
  bytes: number
  sha256: string
  durationSeconds: number | null
  width: number | null
  height: number | null
}

export async function insertWholeMedia(
  tx: Tx,
  items: readonly MediaToKeep[],
  { organisationId, by, at }: { organisationId: OrganisationId; by: PersonId; at: Date },
): Promise<void> {
  if (items.length === 0) return
  await tx
    .insertInto('media_item')
    .values(
      items.map((item) => ({
        media_id: item.mediaId,
        organisation_id: organisationId,
        kind: item.kind,
        title: item.title,
        language: item.language,
        licence: item.licence,
        credit: item.credit,
        alt: item.alt,
        decorative: item.decorative,
        state: 'klar' as const,
        file_name: item.fileName,
        file_key: item.fileKey,
        poster_key: item.posterKey,
        content_type: item.contentType,
        content_sha256: item.sha256,
        bytes: item.bytes,
        duration_seconds: item.durationSeconds,
        width: item.width,
        height: item.height,
        uploaded_by: by,
        created_at: at,
        changed_at: at,
      })),
    )
    .execute()
}

/** Files that packages have brought to the library of an organisation before, by the hash of their bytes. */
export async function listMediaByHash(
  db: Db,
  organisationId: OrganisationId,
  hashes: readonly string[],
): Promise<Map<string, { mediaId: MediaId; path: string; posterPath: string | null; fileName: string }>> {
  if (hashes.length === 0) return new Map()
  const rows = await db
    .selectFrom('media_item')
    .where('organisation_id', '=', organisationId)
    .where('content_sha256', 'in', [...new Set(hashes)])
    .where('state', '=', 'klar')
    .where('file_key', 'is not', null)
    .select(['media_id', 'title', 'file_key', 'poster_key', 'content_sha256', 'file_name as fileName'])
    .orderBy('created_at', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [
      row.content_sha256 ?? '',
      {
        mediaId: row.media_id as MediaId,
        fileName: row.fileName,
        path: filePath(row.media_id, row.title, row.file_key ?? ''),
        posterPath: row.poster_key === null ? null : posterPath(row.media_id, row.poster_key),
      },
    ]),
  )
}

/** Questions in use of the bank with one of the tags, that the course may draw: its own and those of every course. */
export async function listBankOf(
  db: Db,
  courseId: CourseId,
  tags: readonly string[],
): Promise<{ question: Question; tags: string[]; competences: string[] }[]> {
  if (tags.length === 0) return []
  const rows = await db
    .selectFrom('bank_question')
    .where('retired_at', 'is', null)
    .where((eb) => eb.or([eb('course_id', '=', courseId), eb('course_id', 'is', null)]))
    .select(['question', 'tags', 'competence_codes'])
    .orderBy('bank_question_id')
    .limit(5000)
    .execute()
  const wanted = new Set(tags)
  return rows
    .filter((row) => row.tags.some((tag) => wanted.has(tag)))
    .map((row) => ({ question: row.question as Question, tags: row.tags, competences: row.competence_codes }))
}
