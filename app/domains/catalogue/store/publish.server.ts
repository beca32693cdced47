import { type ExpressionBuilder, type OnConflictDatabase, type OnConflictTables, sql } from 'kysely'
import type { RichDocument } from '~/shared/editor/document'
import type { CourseId, LessonId, PersonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db, Schema, Tx } from '~db/schema'
import type { LessonParts } from '../authoring/lesson-settings'
import type { CourseSettings } from '../authoring/settings'
import type { LessonKind, TranslatedLesson } from '../model'
import { sealOfLesson } from './draft.server'

/** A lesson as it is to be published, in its place. */
export interface PublishedLesson extends LessonParts {
  lessonId: LessonId
  slug: string
  module: string | null
  kind: LessonKind
  title: string
  minutes: number
  body: RichDocument
  translations: Partial<Record<Language, TranslatedLesson>>
}

/** What a lesson that is written holds; without an id its address says which lesson of the course it is. */
type WrittenLesson = Omit<PublishedLesson, 'lessonId'> & { lessonId?: LessonId }

/** What a version changed, lesson by lesson, and in the editor's words. */
export interface RevisionChanges {
  note: string
  added: string[]
  removed: string[]
  changed: string[]
}

/** The newest version of a course, held until the transaction ends; undefined before the first. */
export async function lockCourse(tx: Tx, courseId: CourseId): Promise<{ revision: number } | undefined> {
  return tx.selectFrom('course').where('course_id', '=', courseId).select('revision').forUpdate().executeTakeFirst()
}

/** Whether another course has the address. */
export async function isSlugTaken(db: Db, slug: string, courseId: CourseId): Promise<boolean> {
  const other = await db
    .selectFrom('course')
    .where('slug', '=', slug)
    .where('course_id', '<>', courseId)
    .select('course_id')
    .executeTakeFirst()
  return other !== undefined
}

/** The active lessons of a course as they are: their titles and what tells one state from another. */
export async function listSeals(
  db: Db,
  courseId: CourseId,
): Promise<{ lessonId: string; title: string; seal: string }[]> {
  return db
    .selectFrom('lesson as l')
    .where('l.course_id', '=', courseId)
    .where('l.retired_at', 'is', null)
    .select(['l.lesson_id as lessonId', 'l.title', sealOfLesson.as('seal')])
    .orderBy('l.position')
    .execute()
}

/** Keeps the active lessons of the course as they are in one of its versions, for ever. Done before, it does nothing. */
export async function keepLessons(tx: Tx, courseId: CourseId, revision: number): Promise<void> {
  await sql`
    insert into course_revision_lesson (course_id, revision, lesson_id, slug, position, module, kind, title, minutes,
      body, lecture_id, pass, questions, quiz_settings, reflection, assignment, translations)
    select course_id, ${revision}, lesson_id, slug, position, module, kind, title, minutes, body, lecture_id, pass,
      questions, quiz_settings, reflection, assignment, translations
    from lesson where course_id = ${courseId} and retired_at is null
    on conflict do nothing`.execute(tx)
}

/** The columns of a published course, whoever publishes it. */
export function courseColumns(settings: CourseSettings, derived: { nominalMinutes: number; searchText: string }) {
  return {
    title: settings.title,
    summary: settings.summary,
    description: JSON.stringify(settings.description),
    language: settings.language,
    level: settings.level,
    form: settings.form,
    themes: settings.themes,
    audiences: settings.audiences,
    school_forms: settings.schoolForms,
    outcomes: settings.outcomes,
    assessed: settings.assessed,
    nominal_minutes: derived.nominalMinutes,
    cover_path: settings.coverPath,
    cover_alt: settings.coverAlt,
    licence: settings.licence,
    sources: JSON.stringify(settings.sources),
    search_text: derived.searchText,
    translations: JSON.stringify(settings.translations),
    terms: JSON.stringify(settings.terms),
    retired_at: null,
  }
}

/** Writes the course and its lessons as they are to be read from now on. Lessons that left are retired, never deleted. */
export async function writeCourse(
  tx: Tx,
  course: {
    courseId: CourseId
    slug: string
    revision: number
    settings: CourseSettings
    nominalMinutes: number
    searchText: string
    lessons: readonly PublishedLesson[]
    now: Date
  },
): Promise<void> {
  const { courseId, settings, now } = course
  const changes = { ...courseColumns(settings, course), revision: course.revision, edited_at: now }
  await tx
    .insertInto('course')
    .values({ ...changes, course_id: courseId, slug: course.slug, content_hash: '', published_at: now })
    .onConflict((conflict) => conflict.column('course_id').doUpdateSet(changes))
    .execute()
  await writeCompetences(tx, courseId, settings.competences)
  await writeLessons(tx, courseId, course.lessons, now)
}

export async function writeCompetences(
  tx: Tx,
  courseId: CourseId,
  competences: CourseSettings['competences'],
): Promise<void> {
  await tx.deleteFrom('course_competence').where('course_id', '=', courseId).execute()
  await tx
    .insertInto('course_competence')
    .values(
      competences.map(({ code, level, weight }) => ({ course_id: courseId, competence_code: code, level, weight })),
    )
    .execute()
}

type Excluded = ExpressionBuilder<OnConflictDatabase<Schema, 'lesson'>, OnConflictTables<'lesson'>>

const asGiven = (eb: Excluded) => ({
  position: eb.ref('excluded.position'),
  module: eb.ref('excluded.module'),
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
})

/** Writes the lessons of a course in their order; those that are not among them are retired. */
export async function writeLessons(
  tx: Tx,
  courseId: CourseId,
  lessons: readonly WrittenLesson[],
  now: Date,
): Promise<void> {
  const isKnown = lessons.every(({ lessonId }) => lessonId !== undefined)
  await tx
    .insertInto('lesson')
    .values(
      lessons.map((lesson, index) => ({
        ...(lesson.lessonId === undefined ? {} : { lesson_id: lesson.lessonId }),
        course_id: courseId,
        slug: lesson.slug,
        position: index + 1,
        module: lesson.module,
        kind: lesson.kind,
        title: lesson.title,
        minutes: lesson.minutes,
        body: JSON.stringify(lesson.body),
        lecture_id: lesson.lectureId,
        pass: lesson.pass,
        questions: JSON.stringify(lesson.questions),
        quiz_settings: lesson.kind === 'quiz' ? JSON.stringify(lesson.quiz) : null,
        reflection: lesson.reflection === null ? null : JSON.stringify(lesson.reflection),
        assignment: lesson.assignment === null ? null : JSON.stringify(lesson.assignment),
        translations: JSON.stringify(lesson.translations),
        retired_at: null,
      })),
    )
    .onConflict((conflict) =>
      isKnown
        ? conflict.column('lesson_id').doUpdateSet(asGiven)
        : conflict.columns(['course_id', 'slug']).doUpdateSet(asGiven),
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

/** Writes the immutable record of a version. */
export async function insertRevision(
  tx: Tx,
  made: {
    courseId: CourseId
    revision: number
    document: Record<string, unknown>
    changes: RevisionChanges
    by: PersonId
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('course_revision')
    .values({
      course_id: made.courseId,
      revision: made.revision,
      document: JSON.stringify(made.document),
      changes: JSON.stringify(made.changes),
      published_by: made.by,
      published_at: made.at,
    })
    .execute()
}

/** Takes a published course out of the catalogue; from then on the files do not change it. */
export async function retireCourse(tx: Tx, courseId: CourseId, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('course')
    .set({ retired_at: at, edited_at: at })
    .where('course_id', '=', courseId)
    .where('retired_at', 'is', null)
    .returning('course_id')
    .executeTakeFirst()
  return row !== undefined
}
