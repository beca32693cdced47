import { sql } from 'kysely'
import type { RichDocument } from '~/shared/editor/document'
import type { LectureId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import type { Db } from '~db/schema'
import type { Audience, Cue, Lecture, LectureCard, Slide, Source, Theme } from '../model'
import type { Question } from '../questions/model'
import { mediaAddress } from './media-address'

const cardColumns = [
  'lecture.lecture_id',
  'lecture.slug',
  'lecture.title',
  'lecture.summary',
  'lecture.minutes',
  'lecture.duration_seconds',
  'lecture.themes',
  'lecture.audiences',
  'lecture.competence_codes',
  'lecture.poster_path',
  'lecture.recorded_on',
  'lecture.speaker',
] as const

interface CardRow {
  lecture_id: string
  slug: string
  title: string
  summary: string
  minutes: number
  duration_seconds: number
  themes: string[]
  audiences: string[]
  competence_codes: string[]
  poster_path: string
  recorded_on: string
  speaker: string
}

function toCard(row: CardRow): LectureCard {
  return {
    lectureId: row.lecture_id as LectureId,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    minutes: row.minutes,
    durationSeconds: row.duration_seconds,
    themes: row.themes as Theme[],
    audiences: row.audiences as Audience[],
    competenceCodes: row.competence_codes,
    posterPath: mediaAddress(row.poster_path),
    recordedOn: row.recorded_on,
    speaker: row.speaker,
  }
}

/** Active lectures by title, in Swedish order. */
export async function listLectures(db: Db): Promise<LectureCard[]> {
  const rows = await db.selectFrom('lecture').select(cardColumns).where('retired_at', 'is', null).execute()
  return rows.map(toCard).sort((a, b) => a.title.localeCompare(b.title, 'sv'))
}

interface TrackName {
  kind: 'captions' | 'descriptions'
  language: string
}
const trackAddress = (slug: string, { kind, language }: TrackName) => paths.lectureTrack(slug, kind, language, 'vtt')

async function findWhere(db: Db, column: 'slug' | 'lecture_id', value: string): Promise<Lecture | undefined> {
  const row = await db
    .selectFrom('lecture')
    .select(cardColumns)
    .select([
      'lecture.description',
      'lecture.language',
      'lecture.voice_note',
      'lecture.licence',
      'lecture.sources',
      'lecture.check_pass',
      'lecture.check_questions',
      'lecture.video_path',
      'lecture.mux_playback_id',
      'lecture.captions_path',
      'lecture.stream_path',
      sql<
        TrackName[]
      >`coalesce((select jsonb_agg(jsonb_build_object('kind', t ->> 'kind', 'language', t ->> 'language'))
        from jsonb_array_elements(lecture.tracks) t), '[]'::jsonb)`.as('tracks'),
      'lecture.chapters',
      'lecture.slides',
      'lecture.transcript',
      sql<Lecture['courses']>`coalesce((
        select jsonb_agg(jsonb_build_object('slug', c.slug, 'title', c.title, 'lessonSlug', l.slug) order by c.title)
        from lesson l join course c on c.course_id = l.course_id
        where l.lecture_id = lecture.lecture_id and l.retired_at is null and c.retired_at is null
          and course_open_to(c.terms, c.course_id, null, current_date)), '[]'::jsonb)`.as('courses'),
    ])
    .where(`lecture.${column}`, '=', value)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const own: TrackName = { kind: 'captions', language: row.language }
  const tracks = row.tracks.map((track) => ({ ...track, url: trackAddress(row.slug, track) }))
  const captionsPath = tracks.length === 0 ? mediaAddress(row.captions_path) : trackAddress(row.slug, own)
  return {
    ...toCard(row),
    description: row.description as RichDocument,
    language: row.language,
    voiceNote: row.voice_note,
    licence: row.licence,
    sources: row.sources as Source[],
    check: { pass: row.check_pass, questions: row.check_questions as Question[] },
    videoPath: mediaAddress(row.video_path),
    muxPlaybackId: row.mux_playback_id,
    streamPath: mediaAddress(row.stream_path),
    captionsPath,
    tracks: tracks.length === 0 ? [{ ...own, url: captionsPath }] : tracks,
    chapters: row.chapters as Cue[],
    slides: (row.slides as Slide[]).map((slide) => ({ ...slide, path: mediaAddress(slide.path) })),
    transcript: row.transcript as Cue[],
    courses: row.courses,
  }
}

/** One lecture with its check questions (right answers included: server only), transcript and courses. */
export function findLecture(db: Db, slug: string): Promise<Lecture | undefined> {
  return findWhere(db, 'slug', slug)
}

export function findLectureById(db: Db, lectureId: string): Promise<Lecture | undefined> {
  return findWhere(db, 'lecture_id', lectureId)
}

/** The cues of one published text of an active lecture, with its title. */
export async function findPublishedTrack(
  db: Db,
  wish: { slug: string; kind: string; language: string },
): Promise<{ title: string; cues: Cue[] } | undefined> {
  const row = await db
    .selectFrom('lecture')
    .where('slug', '=', wish.slug)
    .select([
      'title',
      'language',
      'transcript',
      'chapters',
      sql<Cue[] | null>`(select t -> 'cues' from jsonb_array_elements(tracks) t
        where t ->> 'kind' = ${wish.kind} and t ->> 'language' = ${wish.language} limit 1)`.as('cues'),
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.cues !== null) return { title: row.title, cues: row.cues }
  if (wish.language !== row.language) return undefined
  if (wish.kind === 'chapters') return { title: row.title, cues: row.chapters as Cue[] }
  return wish.kind === 'captions' ? { title: row.title, cues: row.transcript as Cue[] } : undefined
}
