import { mayBegin, type Prerequisites, requirementsOf } from '~/domains/catalogue'
import { findOpenCourse, listAskedCourses } from '~/domains/catalogue/index.server'
import { findEntryFacts } from '~/domains/competence/index.server'
import type { Actor } from '~/domains/identity'
import type { Enrolment } from '~/domains/learning'
import { enrol, findEnrolmentAt } from '~/domains/learning/index.server'
import { localDay } from '~/shared/dates'
import type { CourseId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'

export type EnrolRefusal = 'no-such-course' | 'prerequisites'

/**
 * Somebody begins a course: an active one that is open to the person, whose prerequisites are met where they are
 * required. Whoever is in the course already stays so.
 */
export function enrolInCourse(
  db: Db,
  actor: Actor,
  { courseSlug, now }: { courseSlug: string; now: Date },
): Promise<Outcome<Enrolment & { created: boolean }, EnrolRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<Enrolment & { created: boolean }, EnrolRefusal>> => {
    const { personId } = actor
    const present = await findEnrolmentAt(tx, personId, courseSlug)
    if (present !== undefined) return done({ ...present, created: false })
    const viewer = { personId, today: localDay(now) }
    const course = await findOpenCourse(tx, courseSlug, viewer)
    if (course === undefined || course.retiredAt !== null) return refused('no-such-course')
    const { courseId } = course
    if (!(await meetsPrerequisites(tx, viewer, { courseId, prerequisites: course.terms.prerequisites }))) {
      return refused('prerequisites')
    }
    return enrol(tx, { personId, courseId, now })
  })
}

/** Courses that have left the offer are not asked for: nobody could finish them any more. */
async function meetsPrerequisites(
  tx: Tx,
  viewer: { personId: Actor['personId']; today: string },
  course: { courseId: CourseId; prerequisites: Prerequisites },
): Promise<boolean> {
  const { prerequisites } = course
  if (prerequisites.rule === 'rekommenderas') return true
  const asked = await listAskedCourses(tx, prerequisites.courses, viewer)
  const facts = await findEntryFacts(tx, viewer.personId, course)
  const courses = asked.map(({ slug }) => slug)
  return mayBegin(prerequisites, requirementsOf({ ...prerequisites, courses }, facts), facts.isAdmitted)
}
