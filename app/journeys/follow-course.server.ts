import { findCourseForCompletion } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { findEnrolmentAt, followNewest, knowRevision, lockEnrolment } from '~/domains/learning/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { completeCourse } from './complete-course.server'

/**
 * Somebody who keeps an earlier version of a course goes over to the newest. Whoever has finished every lesson of it
 * already has then finished the course.
 */
export function followCourse(
  db: Db,
  actor: Actor,
  { courseSlug, now }: { courseSlug: string; now: Date },
): Promise<Outcome<{ courseFinished: boolean }, 'not-enrolled'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ courseFinished: boolean }, 'not-enrolled'>> => {
    const { personId } = actor
    const enrolled = await findEnrolmentAt(tx, personId, courseSlug)
    const held = enrolled && (await lockEnrolment(tx, personId, enrolled.courseId))
    const course = held && (await findCourseForCompletion(tx, held.courseId))
    if (held === undefined || course === undefined) return refused('not-enrolled')
    const { courseId, round } = held
    await knowRevision(tx, personId, courseId, course.revision)
    if (!(await followNewest(tx, personId, courseId, round))) return done({ courseFinished: false })
    return done({ courseFinished: await completeCourse(tx, actor, { course, round, now }) })
  })
}
