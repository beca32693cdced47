import { sql } from 'kysely'
import { z } from 'zod'
import type { CourseId } from '~/shared/ids'
import { languages } from '~/shared/language'
import type { Db } from '~db/schema'
import type { CourseForCompletion, Lesson, LessonSummary } from '../model'
import { courseTerms } from '../terms/model'
import { lessonAsRead } from './lesson-row'
import type { RevisionChanges } from './publish.server'

/** What a completion needs of a version's record; records of the files and of the editors have it alike. */
const recorded = z.object({
  title: z.string(),
  level: z.number(),
  assessed: z.boolean(),
  nominalMinutes: z.number(),
  outcomes: z.array(z.string()),
  competences: z.array(z.object({ code: z.string(), level: z.number(), weight: z.number() })),
  terms: courseTerms.prefault({}),
  language: z.string().default('sv'),
  translations: z
    .partialRecord(z.enum(languages), z.object({ title: z.string(), outcomes: z.array(z.string()) }))
    .default({}),
})

const keptLessons = sql<LessonSummary[]>`coalesce((
  select jsonb_agg(jsonb_build_object('lessonId', l.lesson_id, 'slug', l.slug, 'title', l.title, 'kind', l.kind,
    'minutes', l.minutes, 'position', l.position, 'module', l.module,
    'titles', (select jsonb_object_agg(each.key, each.value ->> 'title') from jsonb_each(l.translations) each)) order by l.position)
  from course_revision_lesson l
  where l.course_id = course_revision.course_id and l.revision = course_revision.revision), '[]'::jsonb)`

/** A course as it was in one version, for those who keep that version. */
export async function findRevisionForCompletion(
  db: Db,
  courseId: string,
  revision: number,
): Promise<CourseForCompletion | undefined> {
  const row = await db
    .selectFrom('course_revision')
    .innerJoin('course', 'course.course_id', 'course_revision.course_id')
    .where('course_revision.course_id', '=', courseId)
    .where('course_revision.revision', '=', revision)
    .select(['course.slug', 'document', keptLessons.as('lessons')])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { title, level, assessed, nominalMinutes, outcomes, competences, language, translations, terms } =
    recorded.parse(row.document)
  return {
    courseId: courseId as CourseId,
    slug: row.slug,
    revision,
    title,
    level,
    assessed,
    nominalMinutes,
    outcomes,
    competences,
    terms,
    language,
    translations,
    lessons: row.lessons,
  }
}

/** One lesson as it was in a version, also when it has left the course since. */
export async function findRevisionLesson(
  db: Db,
  courseSlug: string,
  lessonSlug: string,
  revision: number,
): Promise<Lesson | undefined> {
  const row = await db
    .selectFrom('course_revision_lesson as kept')
    .innerJoin('course', 'course.course_id', 'kept.course_id')
    .innerJoin('course_revision', (join) =>
      join
        .onRef('course_revision.course_id', '=', 'kept.course_id')
        .onRef('course_revision.revision', '=', 'kept.revision'),
    )
    .where('course.slug', '=', courseSlug)
    .where('kept.slug', '=', lessonSlug)
    .where('kept.revision', '=', revision)
    .select([
      'kept.lesson_id',
      'kept.slug',
      'kept.title',
      'kept.kind',
      'kept.minutes',
      'kept.position',
      'kept.module',
      'kept.body',
      'kept.lecture_id',
      'kept.pass',
      'kept.questions',
      'kept.quiz_settings',
      'kept.reflection',
      'kept.assignment',
      'kept.translations',
      'course.course_id',
      'course.slug as course_slug',
      'course.terms',
      sql<string>`course_revision.document ->> 'title'`.as('course_title'),
      sql<string>`coalesce(course_revision.document ->> 'language', 'sv')`.as('course_language'),
      sql<Lesson['courseTranslations']>`coalesce(course_revision.document -> 'translations', '{}'::jsonb)`.as(
        'course_translations',
      ),
      keptLessons.as('lessons'),
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { ...lessonAsRead(row), revision }
}

export interface RevisionNews extends RevisionChanges {
  revision: number
  publishedAt: Date
}

/** What versions newer than one have changed, the newest first; versions of the files say nothing. */
export async function listRevisionNews(db: Db, courseId: CourseId, since: number): Promise<RevisionNews[]> {
  const rows = await db
    .selectFrom('course_revision')
    .where('course_id', '=', courseId)
    .where('revision', '>', since)
    .where('changes', 'is not', null)
    .select(['revision', 'changes', 'published_at'])
    .orderBy('revision', 'desc')
    .limit(5)
    .execute()
  return rows.map((row) => ({
    ...(row.changes as RevisionChanges),
    revision: row.revision,
    publishedAt: row.published_at,
  }))
}
