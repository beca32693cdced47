import { type RawBuilder, sql } from 'kysely'
import type { RichDocument } from '~/shared/editor/document'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type {
  Audience,
  Course,
  CourseCard,
  CourseCompetence,
  CourseForCompletion,
  Lesson,
  LessonSummary,
  SchoolForm,
  Source,
  Theme,
} from '../model'
import { type CourseFilter, type CourseSort, type Facets, facetsOf, matches, noFilter, sortCourses } from '../rules'
import { termsOf } from '../terms/model'
import { lessonAsRead } from './lesson-row'
import { mediaAddress } from './media-address'
import { findRevisionForCompletion, findRevisionLesson } from './revision.server'

/** Active lessons of the course in the outer query, in order. */
const lessonsOfCourse = sql<LessonSummary[]>`coalesce((
  select jsonb_agg(jsonb_build_object('lessonId', l.lesson_id, 'slug', l.slug, 'title', l.title, 'kind', l.kind,
    'minutes', l.minutes, 'position', l.position, 'module', l.module,
    'titles', (select jsonb_object_agg(each.key, each.value ->> 'title') from jsonb_each(l.translations) each)) order by l.position)
  from lesson l where l.course_id = course.course_id and l.retired_at is null), '[]'::jsonb)`

const pathsOfCourse = sql<Course['learningPaths']>`coalesce((
  select jsonb_agg(jsonb_build_object('slug', p.slug, 'title', p.title) order by p.title) from learning_path p
  where p.retired_at is null and p.published_at is not null and exists (select from jsonb_array_elements(p.parts) as stretch (part)
    where part -> 'courses' @> to_jsonb(course.slug))), '[]'::jsonb)`

const competencesOfCourse = sql<CourseCompetence[]>`coalesce((
  select jsonb_agg(jsonb_build_object('code', c.competence_code, 'level', c.level, 'weight', c.weight) order by c.competence_code)
  from course_competence c where c.course_id = course.course_id), '[]'::jsonb)`

/**
 * The course with its outcomes, competences and active lessons, as a completion needs it; retired courses too. With
 * `kept` it is as it was in that version.
 */
export async function findCourseForCompletion(
  db: Db,
  courseId: string,
  kept: number | null = null,
): Promise<CourseForCompletion | undefined> {
  if (kept !== null) return findRevisionForCompletion(db, courseId, kept)
  const row = await db
    .selectFrom('course')
    .select([
      'course_id',
      'slug',
      'revision',
      'title',
      'level',
      'assessed',
      'nominal_minutes as nominalMinutes',
      'outcomes',
      'terms',
      'language',
      'translations',
      competencesOfCourse.as('competences'),
      lessonsOfCourse.as('lessons'),
    ])
    .where('course_id', '=', courseId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { course_id, terms, translations, ...course } = row
  const inOthers = translations as CourseForCompletion['translations']
  return { ...course, terms: termsOf(terms), translations: inOthers, courseId: course_id as CourseId }
}

/** Who looks, and on what day: null is a visitor. */
export interface Viewer {
  personId: PersonId | null
  /** Stockholm day. */
  today: string
}

/** Whether the course of the outer query may be seen by somebody: the one rule, which the database holds. */
export function openTo({ personId, today }: Viewer) {
  return sql<boolean>`course_open_to(course.terms, course.course_id, ${personId}::uuid, ${today}::date)`
}

/** As findCourse, when the viewer may see it. */
export function findOpenCourse(db: Db, slug: string, viewer: Viewer): Promise<Course | undefined> {
  return findOneCourse(db, slug, openTo(viewer))
}

/** One course with its lessons, or undefined. A retired course is found too, for those who finished it. */
export function findCourse(db: Db, slug: string): Promise<Course | undefined> {
  return findOneCourse(db, slug)
}

async function findOneCourse(db: Db, slug: string, isOpen?: RawBuilder<boolean>): Promise<Course | undefined> {
  const row = await db
    .selectFrom('course')
    .$if(isOpen !== undefined, (query) => query.where(isOpen ?? sql<boolean>`true`))
    .select([
      'course_id',
      'slug',
      'revision',
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
      'nominal_minutes',
      'cover_path',
      'cover_alt',
      'licence',
      'sources',
      'terms',
      'published_at',
      'retired_at',
      pathsOfCourse.as('learningPaths'),
      'translations',
      competencesOfCourse.as('competences'),
      lessonsOfCourse.as('lessons'),
    ])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    courseId: row.course_id as CourseId,
    slug: row.slug,
    revision: row.revision,
    title: row.title,
    summary: row.summary,
    description: row.description as RichDocument,
    language: row.language,
    level: row.level,
    form: row.form,
    themes: row.themes as Theme[],
    audiences: row.audiences as Audience[],
    schoolForms: row.school_forms as SchoolForm[],
    outcomes: row.outcomes,
    assessed: row.assessed,
    nominalMinutes: row.nominal_minutes,
    coverPath: mediaAddress(row.cover_path),
    coverAlt: row.cover_alt,
    licence: row.licence,
    sources: row.sources as Source[],
    terms: termsOf(row.terms),
    learningPaths: row.learningPaths,
    publishedAt: row.published_at,
    retiredAt: row.retired_at,
    translations: row.translations as Course['translations'],
    competences: row.competences,
    lessons: row.lessons,
  }
}

/**
 * Published courses that the viewer may see and that fit the choices, sorted, with every facet's counts: one query. The whole list is counted in
 * memory, since a catalogue holds hundreds of courses at most.
 */
export async function listCourses(
  db: Db,
  viewer: Viewer,
  filter: CourseFilter = noFilter,
  sort: CourseSort = 'title',
): Promise<{ courses: CourseCard[]; facets: Facets; total: number }> {
  const rows = await db
    .selectFrom('course')
    .select([
      'course_id',
      'slug',
      'title',
      'summary',
      'level',
      'nominal_minutes',
      'themes',
      'audiences',
      'cover_path',
      'cover_alt',
      'published_at',
      competencesOfCourse.as('competences'),
      sql<number>`(select count(*)::int from lesson l where l.course_id = course.course_id and l.retired_at is null)`.as(
        'lesson_count',
      ),
    ])
    .where('retired_at', 'is', null)
    .where(openTo(viewer))
    .execute()
  const all = rows.map((row): CourseCard => ({
    courseId: row.course_id as CourseId,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    level: row.level,
    nominalMinutes: row.nominal_minutes,
    themes: row.themes as Theme[],
    audiences: row.audiences as Audience[],
    competences: row.competences,
    lessonCount: row.lesson_count,
    coverPath: mediaAddress(row.cover_path),
    coverAlt: row.cover_alt,
    publishedAt: row.published_at,
  }))
  return {
    courses: sortCourses(
      all.filter((course) => matches(course, filter)),
      sort,
    ),
    facets: facetsOf(all, filter),
    total: all.length,
  }
}

/**
 * One active lesson with its text, questions (right answers included: server only) and the list of lessons around it.
 * With `kept` it is as it was in that version of the course; with `viewer` only when the course is open to the viewer.
 */
export async function findLesson(
  db: Db,
  courseSlug: string,
  lessonSlug: string,
  kept: number | null = null,
  viewer?: Viewer,
): Promise<Lesson | undefined> {
  if (kept !== null) return findRevisionLesson(db, courseSlug, lessonSlug, kept)
  const row = await db
    .selectFrom('lesson')
    .innerJoin('course', 'course.course_id', 'lesson.course_id')
    .select([
      'lesson.lesson_id',
      'lesson.slug',
      'lesson.title',
      'lesson.kind',
      'lesson.minutes',
      'lesson.position',
      'lesson.module',
      'lesson.body',
      'lesson.lecture_id',
      'lesson.pass',
      'lesson.questions',
      'lesson.quiz_settings',
      'lesson.reflection',
      'lesson.assignment',
      'lesson.translations',
      'course.course_id',
      'course.slug as course_slug',
      'course.title as course_title',
      'course.language as course_language',
      'course.translations as course_translations',
      'course.revision',
      'course.terms',
      lessonsOfCourse.as('lessons'),
    ])
    .where('course.slug', '=', courseSlug)
    .where('lesson.slug', '=', lessonSlug)
    .where('lesson.retired_at', 'is', null)
    .$if(viewer !== undefined, (query) => query.where(viewer === undefined ? sql<boolean>`true` : openTo(viewer)))
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { ...lessonAsRead(row), revision: row.revision }
}
