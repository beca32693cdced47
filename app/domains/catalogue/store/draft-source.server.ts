import { sql } from 'kysely'
import type { RichDocument } from '~/shared/editor/document'
import type { CourseId, LessonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db } from '~db/schema'
import type { LessonParts } from '../authoring/lesson-settings'
import { courseSettings, type CourseSettings } from '../authoring/settings'
import type { LessonKind, TranslatedLesson } from '../model'
import { sealOfLesson } from './draft.server'
import { lessonOfRow } from './lesson-row'

/** A lesson as it is published, with everything that a draft of it needs. */
export interface SourceLesson extends LessonParts {
  lessonId: LessonId
  courseTitle: string
  language: Language
  revision: number
  seal: string
  slug: string
  module: string | null
  kind: LessonKind
  title: string
  minutes: number
  body: RichDocument
  translations: Partial<Record<Language, TranslatedLesson>>
}

const languageOf = (text: string): Language => (text === 'en' ? 'en' : 'sv')

function sources(db: Db) {
  return db
    .selectFrom('lesson as l')
    .innerJoin('course', 'course.course_id', 'l.course_id')
    .where('l.retired_at', 'is', null)
    .select([
      'l.lesson_id',
      'l.slug',
      'l.module',
      'l.kind',
      'l.title',
      'l.minutes',
      'l.body',
      'l.lecture_id',
      'l.pass',
      'l.questions',
      'l.quiz_settings',
      'l.reflection',
      'l.assignment',
      'l.translations',
      'course.title as courseTitle',
      'course.language',
      'course.revision',
      sealOfLesson.as('seal'),
    ])
}

function sourceOf(row: Awaited<ReturnType<ReturnType<typeof sources>['executeTakeFirstOrThrow']>>): SourceLesson {
  return {
    ...lessonOfRow(row),
    courseTitle: row.courseTitle,
    language: languageOf(row.language),
    revision: row.revision,
    seal: row.seal,
  }
}

/** One published lesson of a course that is open to learners. */
export async function findSourceLesson(db: Db, lessonId: LessonId): Promise<SourceLesson | undefined> {
  const row = await sources(db)
    .where('l.lesson_id', '=', lessonId)
    .where('course.retired_at', 'is', null)
    .executeTakeFirst()
  return row && sourceOf(row)
}

export interface SourceChoice {
  lessonId: LessonId
  title: string
  kind: LessonKind
  courseTitle: string
}

/** Published lessons of other courses, by course and place. */
export async function listSourceLessons(db: Db, courseId: CourseId): Promise<SourceChoice[]> {
  const rows = await db
    .selectFrom('lesson')
    .innerJoin('course', 'course.course_id', 'lesson.course_id')
    .where('lesson.retired_at', 'is', null)
    .where('course.retired_at', 'is', null)
    .where('course.course_id', '<>', courseId)
    .select(['lesson_id', 'lesson.title', 'kind', 'course.title as courseTitle'])
    .orderBy('course.title')
    .orderBy('position')
    .limit(1000)
    .execute()
  return rows.map(({ lesson_id, ...row }) => ({ ...row, lessonId: lesson_id as LessonId }))
}

/** A published course as the start of a draft. */
export async function findPublished(
  db: Db,
  slug: string,
): Promise<
  | { courseId: CourseId; revision: number; isOpen: boolean; settings: CourseSettings; lessons: SourceLesson[] }
  | undefined
> {
  const row = await db
    .selectFrom('course')
    .where('slug', '=', slug)
    .select([
      'course_id',
      'revision',
      'retired_at',
      'title',
      'summary',
      'description',
      'language',
      'level',
      'form',
      'themes',
      'audiences',
      'school_forms',
      'outcomes',
      'assessed',
      'cover_path',
      'cover_alt',
      'licence',
      'sources',
      'translations',
      'terms',
      sql<CourseSettings['competences']>`coalesce((select jsonb_agg(jsonb_build_object('code', c.competence_code,
        'level', c.level, 'weight', c.weight::float8) order by c.competence_code)
        from course_competence c where c.course_id = course.course_id), '[]'::jsonb)`.as('competences'),
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const lessons = await sources(db).where('l.course_id', '=', row.course_id).orderBy('l.position').execute()
  return {
    courseId: row.course_id as CourseId,
    revision: row.revision,
    isOpen: row.retired_at === null,
    settings: courseSettings.parse({
      ...row,
      language: languageOf(row.language),
      form: row.form === 'kurs' ? 'kurs' : 'kort-kurs',
      schoolForms: row.school_forms,
      coverPath: row.cover_path,
      coverAlt: row.cover_alt,
    }),
    lessons: lessons.map(sourceOf),
  }
}
