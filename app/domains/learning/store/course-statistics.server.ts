import { type RawBuilder, sql } from 'kysely'
import type { CourseId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { CourseCounts, VersionStarts } from '../course-statistics/model'

/** Those who began between two instants, each once, at their first beginning; `began` of the statement. */
const beganIn = (
  courseId: CourseId,
  { from, before }: { from: Date | null; before: Date | null },
): RawBuilder<unknown> =>
  sql`began as (
    select enrolment.person_id
    from enrolment join person on person.person_id = enrolment.person_id and person.merged_into is null
    where enrolment.course_id = ${courseId}
    group by enrolment.person_id
    having (${from}::timestamptz is null or min(enrolment.enrolled_at) >= ${from}::timestamptz)
      and (${before}::timestamptz is null or min(enrolment.enrolled_at) < ${before}::timestamptz)
  )`

/** The published versions of a course with how many began while each was the newest. One query. */
export async function listVersionStarts(db: Db, courseId: CourseId): Promise<VersionStarts[]> {
  const { rows } = await sql<VersionStarts>`
    with ${beganIn(courseId, { from: null, before: null })}, first_time as (
      select began.person_id, (select min(enrolled_at) from enrolment
        where enrolment.person_id = began.person_id and enrolment.course_id = ${courseId}) as began_at
      from began
    ), version as (
      select revision, published_at, lead(published_at) over (order by revision) as next_at,
        row_number() over (order by revision) as place
      from course_revision where course_id = ${courseId}
    )
    select version.revision, version.published_at as "publishedAt", (select count(*)::int from first_time
      where (version.place = 1 or began_at >= version.published_at)
        and (version.next_at is null or began_at < version.next_at)) as starts
    from version order by version.revision`.execute(db)
  return rows
}

type LessonRow = CourseCounts['lessons'][number]

/** How many of those who began then have begun, opened and finished the lessons, and finished the course. One query. */
export async function countCourse(
  db: Db,
  courseId: CourseId,
  within: { from: Date | null; before: Date | null },
): Promise<Omit<CourseCounts, 'lectures'>> {
  const { rows } = await sql<{ starts: number; finishes: number; lessons: LessonRow[] | null }>`
    with ${beganIn(courseId, within)}
    select (select count(*)::int from began) as starts,
      (select count(distinct done.person_id)::int from completion done join began on began.person_id = done.person_id
        where done.item_kind = 'course' and done.item_id = ${courseId}) as finishes,
      (select jsonb_agg(jsonb_build_object('slug', lesson.slug, 'title', lesson.title, 'kind', lesson.kind,
          'opened', coalesce(part.opened, 0), 'finished', coalesce(part.finished, 0)) order by lesson.position, lesson.slug)
        from lesson left join (
          select touched.lesson_id, count(*)::int as opened, count(*) filter (where touched.finished)::int as finished
          from (
            select lesson_id, person_id, bool_or(finished) as finished from (
              select visit.lesson_id, visit.person_id, false as finished
              from lesson_visit visit join began on began.person_id = visit.person_id
              join lesson of_course on of_course.lesson_id = visit.lesson_id and of_course.course_id = ${courseId}
              union all
              select done.item_id, done.person_id, true
              from completion done join began on began.person_id = done.person_id
              where done.item_kind = 'lesson' and done.course_id = ${courseId}
            ) seen group by lesson_id, person_id
          ) touched group by touched.lesson_id
        ) part on part.lesson_id = lesson.lesson_id
        where lesson.course_id = ${courseId} and lesson.retired_at is null) as lessons`.execute(db)
  const [row] = rows
  return { starts: row?.starts ?? 0, finishes: row?.finishes ?? 0, lessons: row?.lessons ?? [] }
}

/** How many of those who began then have played something of each minute of the course's lectures. One query. */
export async function countMinutes(
  db: Db,
  courseId: CourseId,
  within: { from: Date | null; before: Date | null },
): Promise<CourseCounts['lectures']> {
  const { rows } = await sql<{ slug: string; title: string; minutes: number[] }>`
    with ${beganIn(courseId, within)}, shown as (
      select lesson.slug, lesson.title, lesson.position, lecture.lecture_id,
        greatest(1, ceil(lecture.duration_seconds / 60.0)::int) as length
      from lesson join lecture on lecture.lecture_id = lesson.lecture_id
      where lesson.course_id = ${courseId} and lesson.retired_at is null and lesson.kind = 'lecture'
    )
    select shown.slug, shown.title, array(
      select (select count(*)::int from watch join began on began.person_id = watch.person_id
        where watch.lecture_id = shown.lecture_id
          and watch.watched && int4multirange(int4range(minute * 60, minute * 60 + 60)))
      from generate_series(0, shown.length - 1) minute order by minute
    ) as minutes
    from shown order by shown.position, shown.slug`.execute(db)
  return rows
}
