import type { CourseId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { CourseProgress, MyCourse } from './model'
import { courseProgress } from './rules'
import { listLearnerCourses } from './store/progress.server'

/** One course as the person stands to it; undefined when not enrolled. One query. */
export async function findLearnerCourse(
  db: Db,
  personId: PersonId,
  course: CourseId | { courseSlug: string },
): Promise<MyCourse | undefined> {
  const only = typeof course === 'string' ? { courseId: course } : course
  const [found] = await listLearnerCourses(db, personId, only)
  return found && { ...found, ...courseProgress(found.lessons) }
}

/** The person's courses, the latest opened first. One query. */
export async function listMyCourses(db: Db, personId: PersonId): Promise<MyCourse[]> {
  const courses = await listLearnerCourses(db, personId)
  return courses
    .map((course) => ({ ...course, ...courseProgress(course.lessons) }))
    .sort((a, b) => Number(b.lastVisitedAt ?? b.enrolledAt) - Number(a.lastVisitedAt ?? a.enrolledAt))
}

/** How far the person has come in each course. One query. */
export async function listProgress(
  db: Db,
  personId: PersonId,
): Promise<(Pick<CourseProgress, 'done' | 'total' | 'percent'> & { courseId: CourseId; finishedAt: Date | null })[]> {
  const courses = await listLearnerCourses(db, personId)
  return courses.map(({ courseId, finishedAt, lessons }) => {
    const { done, total, percent } = courseProgress(lessons)
    return { courseId, finishedAt, done, total, percent }
  })
}
