import { sql } from 'kysely'
import type { RichDocument } from '~/shared/editor/document'
import type { CourseId, LectureId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db, Tx } from '~db/schema'
import type { CourseSettings } from '../authoring/settings'
import type { Cue, Slide, Source, TranslatedLesson } from '../model'
import type { Question } from '../questions/model'
import type { PublishedTrack } from './media/lecture-draft.server'
import { courseColumns, type PublishedLesson, writeCompetences, writeLessons } from './publish.server'

/** A lesson in another language, as its file says it. */
export interface TranslationImport extends TranslatedLesson {
  /** Of a draft: its writer has not said that it is whole. */
  isUnfinished?: boolean | undefined
}
/** A lesson as its files say it; it names its lecture by address. */
export interface LessonImport extends Omit<PublishedLesson, 'lessonId' | 'lectureId' | 'translations'> {
  position: number
  lectureSlug: string | null
  translations: Partial<Record<Language, TranslationImport>>
}
export interface ModuleImport {
  title: string
  /** Addresses of lessons, in order. */
  lessons: string[]
}
/** A course as its files say it: everything that an editor can set, and its lessons. */
export interface CourseImport extends CourseSettings {
  slug: string
  modules: ModuleImport[]
  nominalMinutes: number
  searchText: string
  lessons: LessonImport[]
  contentHash: string
}
export interface LectureImport {
  slug: string
  title: string
  summary: string
  description: RichDocument
  language: string
  speaker: string
  voiceNote: string | null
  recordedOn: string
  minutes: number
  durationSeconds: number
  themes: string[]
  audiences: string[]
  competenceCodes: string[]
  licence: string
  sources: Source[]
  check: { pass: number; questions: Question[] }
  videoPath: string
  posterPath: string
  captionsPath: string
  /** Captions and descriptions with their cues, the lecture's own language first. */
  tracks: PublishedTrack[]
  chapters: Cue[]
  slides: Slide[]
  transcript: Cue[]
  transcriptText: string
  contentHash: string
}
/** What the database knows of an item that may also be a file. */
export interface StoredItem {
  slug: string
  contentHash: string
  edited: boolean
  retired: boolean
}

export async function listStoredCourses(db: Db): Promise<StoredItem[]> {
  return await db
    .selectFrom('course')
    .select((eb) => [
      'slug',
      'content_hash as contentHash',
      eb('edited_at', 'is not', null).$castTo<boolean>().as('edited'),
      eb('retired_at', 'is not', null).$castTo<boolean>().as('retired'),
    ])
    .execute()
}

export async function listStoredLectures(db: Db): Promise<StoredItem[]> {
  return await db
    .selectFrom('lecture')
    .select((eb) => [
      'slug',
      'content_hash as contentHash',
      eb('edited_at', 'is not', null).$castTo<boolean>().as('edited'),
      eb('retired_at', 'is not', null).$castTo<boolean>().as('retired'),
    ])
    .execute()
}

function lectureColumns(lecture: LectureImport) {
  return {
    slug: lecture.slug,
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
    competence_codes: lecture.competenceCodes,
    licence: lecture.licence,
    sources: JSON.stringify(lecture.sources),
    check_pass: lecture.check.pass,
    check_questions: JSON.stringify(lecture.check.questions),
    video_path: lecture.videoPath,
    poster_path: lecture.posterPath,
    captions_path: lecture.captionsPath,
    chapters: JSON.stringify(lecture.chapters),
    slides: JSON.stringify(lecture.slides),
    transcript: JSON.stringify(lecture.transcript),
    transcript_text: lecture.transcriptText,
    content_hash: lecture.contentHash,
    retired_at: null,
  }
}

/** Writes a lecture from its files; one that was retired is active again. */
export async function upsertLecture(tx: Tx, lecture: LectureImport): Promise<void> {
  // Captions alone are served as the file that they are.
  const tracks = JSON.stringify(lecture.tracks.length > 1 ? lecture.tracks : [])
  const values = { ...lectureColumns(lecture), tracks }
  const { slug: _slug, ...changes } = values
  await tx
    .insertInto('lecture')
    .values(values)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(changes))
    .execute()
}

/** A lecture that a package brings, made in the portal from then on; undefined when the address is taken. */
export async function insertLecture(tx: Tx, lecture: LectureImport, at: Date): Promise<LectureId | undefined> {
  const row = await tx
    .insertInto('lecture')
    .values({ ...lectureColumns(lecture), tracks: JSON.stringify(lecture.tracks), edited_at: at })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('lecture_id')
    .executeTakeFirst()
  return row?.lecture_id as LectureId | undefined
}

async function lecturesBySlug(tx: Tx, slugs: readonly string[]): Promise<Map<string, LectureId>> {
  if (slugs.length === 0) return new Map()
  const rows = await tx
    .selectFrom('lecture')
    .select(['lecture_id', 'slug'])
    .where('slug', 'in', [...slugs])
    .execute()
  return new Map(rows.map((row) => [row.slug, row.lecture_id as LectureId]))
}

/**
 * Writes a course from its files with a new revision and its immutable snapshot. Lessons that left the course are
 * retired, never deleted. The course's lectures must be written before.
 */
export async function upsertCourse(tx: Tx, course: CourseImport, now: Date): Promise<void> {
  const changes = { ...courseColumns(course, course), content_hash: course.contentHash }
  const row = await tx
    .insertInto('course')
    .values({ ...changes, slug: course.slug, published_at: now })
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet({ ...changes, revision: sql<number>`course.revision + 1` }),
    )
    .returning(['course_id', 'revision'])
    .executeTakeFirstOrThrow()
  const courseId = row.course_id as CourseId
  await writeCompetences(tx, courseId, course.competences)
  const lectures = await lecturesBySlug(
    tx,
    course.lessons.flatMap(({ lectureSlug }) => lectureSlug ?? []),
  )
  const lessons = course.lessons.map(({ lectureSlug, ...lesson }) => ({
    ...lesson,
    lectureId: lectureSlug === null ? null : (lectures.get(lectureSlug) ?? null),
  }))
  await writeLessons(tx, courseId, lessons, now)
  const { contentHash: _hash, searchText: _search, ...document } = course
  await tx
    .insertInto('course_revision')
    .values({
      course_id: row.course_id,
      revision: row.revision,
      document: JSON.stringify(document),
      published_at: now,
    })
    .execute()
}

export async function retireCourses(tx: Tx, slugs: string[], now: Date): Promise<void> {
  if (slugs.length === 0) return
  await tx.updateTable('course').set({ retired_at: now }).where('slug', 'in', slugs).execute()
}

export async function retireLectures(tx: Tx, slugs: string[], now: Date): Promise<void> {
  if (slugs.length === 0) return
  await tx.updateTable('lecture').set({ retired_at: now }).where('slug', 'in', slugs).execute()
}
