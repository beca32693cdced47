import { sql } from 'kysely'
import type { RichDocument } from '~/shared/editor/document'
import type { Language } from '~/shared/language'
import type { Db, Tx } from '~db/schema'
import type { Assignment } from '../assignment/model'
import type {
  CourseCompetence,
  Cue,
  LessonKind,
  Reflection,
  Slide,
  Source,
  CourseTranslation,
  TranslatedLesson,
} from '../model'
import type { PublishedTrack } from './media/lecture-draft.server'
import type { Question, QuizSettings } from '../questions/model'
import type { CourseTerms } from '../terms/model'

export interface LessonImport {
  slug: string
  position: number
  kind: LessonKind
  title: string
  minutes: number
  body: RichDocument
  lectureSlug: string | null
  pass: number | null
  questions: Question[]
  /** Null is asked plainly. */
  quiz: QuizSettings | null
  reflection: Reflection | null
  assignment: Assignment | null
  /** The lesson in other languages, where its folder has it. */
  translations: Partial<Record<Language, TranslatedLesson>>
}
export interface CourseImport {
  slug: string
  title: string
  summary: string
  description: RichDocument
  language: string
  level: number
  form: string
  themes: string[]
  audiences: string[]
  schoolForms: string[]
  outcomes: string[]
  competences: CourseCompetence[]
  assessed: boolean
  nominalMinutes: number
  coverPath: string | null
  coverAlt: string | null
  licence: string
  sources: Source[]
  terms: CourseTerms
  searchText: string
  translations: Partial<Record<Language, CourseTranslation>>
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
  chapters: Cue[]
  slides: Slide[]
  /** Captions and audio description, for a lecture that has the latter. */
  tracks: PublishedTrack[]
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

/** Writes a lecture from its files; one that was retired is active again. */
export async function upsertLecture(tx: Tx, lecture: LectureImport): Promise<void> {
  const values = {
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
    tracks: JSON.stringify(lecture.tracks),
    transcript: JSON.stringify(lecture.transcript),
    transcript_text: lecture.transcriptText,
    content_hash: lecture.contentHash,
    retired_at: null,
  }
  const { slug: _slug, ...changes } = values
  await tx
    .insertInto('lecture')
    .values(values)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(changes))
    .execute()
}

async function upsertLessons(tx: Tx, courseId: string, lessons: LessonImport[], now: Date): Promise<void> {
  const lectureSlugs = lessons.flatMap(({ lectureSlug }) => (lectureSlug === null ? [] : [lectureSlug]))
  const lectures =
    lectureSlugs.length === 0
      ? []
      : await tx.selectFrom('lecture').select(['lecture_id', 'slug']).where('slug', 'in', lectureSlugs).execute()
  const lectureIds = new Map(lectures.map((row) => [row.slug, row.lecture_id]))
  await tx
    .insertInto('lesson')
    .values(
      lessons.map((lesson) => ({
        course_id: courseId,
        slug: lesson.slug,
        position: lesson.position,
        kind: lesson.kind,
        title: lesson.title,
        minutes: lesson.minutes,
        body: JSON.stringify(lesson.body),
        lecture_id: lesson.lectureSlug === null ? null : (lectureIds.get(lesson.lectureSlug) ?? null),
        pass: lesson.pass,
        questions: JSON.stringify(lesson.questions),
        quiz_settings: lesson.quiz === null ? null : JSON.stringify(lesson.quiz),
        reflection: lesson.reflection === null ? null : JSON.stringify(lesson.reflection),
        assignment: lesson.assignment === null ? null : JSON.stringify(lesson.assignment),
        translations: JSON.stringify(lesson.translations),
        retired_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['course_id', 'slug']).doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        kind: eb.ref('excluded.kind'),
        title: eb.ref('excluded.title'),
        minutes: eb.ref('excluded.minutes'),
        body: sql<string>`excluded.body`,
        lecture_id: eb.ref('excluded.lecture_id'),
        pass: eb.ref('excluded.pass'),
        questions: sql<string>`excluded.questions`,
        quiz_settings: sql<string | null>`excluded.quiz_settings`,
        reflection: sql<string | null>`excluded.reflection`,
        assignment: sql<string | null>`excluded.assignment`,
        translations: sql<string>`excluded.translations`,
        retired_at: null,
      })),
    )
    .execute()
  await tx
    .updateTable('lesson')
    .set({ retired_at: now })
    .where('course_id', '=', courseId)
    .where(
      'slug',
      'not in',
      lessons.map(({ slug }) => slug),
    )
    .where('retired_at', 'is', null)
    .execute()
}

/**
 * Writes a course from its files with a new revision and its immutable snapshot. Lessons that left the course are
 * retired, never deleted. The course's lectures must be written before.
 */
export async function upsertCourse(tx: Tx, course: CourseImport, now: Date): Promise<void> {
  const changes = {
    title: course.title,
    summary: course.summary,
    description: JSON.stringify(course.description),
    language: course.language,
    level: course.level,
    form: course.form,
    themes: course.themes,
    audiences: course.audiences,
    school_forms: course.schoolForms,
    outcomes: course.outcomes,
    assessed: course.assessed,
    nominal_minutes: course.nominalMinutes,
    cover_path: course.coverPath,
    cover_alt: course.coverAlt,
    licence: course.licence,
    sources: JSON.stringify(course.sources),
    search_text: course.searchText,
    terms: JSON.stringify(course.terms),
    translations: JSON.stringify(course.translations),
    content_hash: course.contentHash,
    retired_at: null,
  }
  const row = await tx
    .insertInto('course')
    .values({ ...changes, slug: course.slug, published_at: now })
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet({ ...changes, revision: sql<number>`course.revision + 1` }),
    )
    .returning(['course_id', 'revision'])
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('course_competence').where('course_id', '=', row.course_id).execute()
  await tx
    .insertInto('course_competence')
    .values(
      course.competences.map(({ code, level, weight }) => ({
        course_id: row.course_id,
        competence_code: code,
        level,
        weight,
      })),
    )
    .execute()
  await upsertLessons(tx, row.course_id, course.lessons, now)
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
