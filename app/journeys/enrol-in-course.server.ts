import { type Course, mayBegin, requirementsOf, studyState, studyWindow } from '~/domains/catalogue'
import { findOpenCourse, lockCohort, type Viewer } from '~/domains/catalogue/index.server'
import { findEntryFacts } from '~/domains/competence/index.server'
import type { Actor } from '~/domains/identity'
import type { Enrolment } from '~/domains/learning'
import { countMembers, enrol, findEnrolmentAt } from '~/domains/learning/index.server'
import { localDay } from '~/shared/dates'
import { type CohortId, isUuid } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'

/** Why nobody begins in a cohort, or without one. */
export type SeatRefusal = 'cohort-needed' | 'no-such-cohort' | 'full' | 'shut'
export type EnrolRefusal = 'no-such-course' | 'prerequisites' | SeatRefusal

/**
 * Somebody begins a course: an active one that is open to the person, whose prerequisites are met where they are
 * required, alone or in a cohort with a seat left. Whoever is in the course already stays so.
 */
export function enrolInCourse(
  db: Db,
  actor: Actor,
  { courseSlug, cohortId = null, now }: { courseSlug: string; cohortId?: string | null; now: Date },
): Promise<Outcome<Enrolment & { created: boolean }, EnrolRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<Enrolment & { created: boolean }, EnrolRefusal>> => {
    const { personId } = actor
    const present = await findEnrolmentAt(tx, personId, courseSlug)
    if (present !== undefined) return done({ ...present, created: false })
    const viewer = { personId, today: localDay(now) }
    const course = await findOpenCourse(tx, courseSlug, viewer)
    if (course === undefined || course.retiredAt !== null) return refused('no-such-course')
    if (!(await meetsPrerequisites(tx, viewer, course))) return refused('prerequisites')
    const seat = await takeSeat(tx, course, { cohortId, round: 1, today: viewer.today })
    if (!seat.ok) return seat
    return enrol(tx, { personId, courseId: course.courseId, cohortId: seat.value, now })
  })
}

/** Courses that have left the offer are not asked for: nobody could finish them any more. */
async function meetsPrerequisites(tx: Tx, viewer: Viewer, { courseId, terms }: Course): Promise<boolean> {
  const { prerequisites } = terms
  if (prerequisites.rule === 'rekommenderas') return true
  const facts = await findEntryFacts(tx, viewer, { courseId, prerequisites })
  const courses = facts.asked.map(({ slug }) => slug)
  return mayBegin(prerequisites, requirementsOf({ ...prerequisites, courses }, facts), facts.isAdmitted)
}

/**
 * The cohort in which a round is begun, null for none. A cohort is held until the transaction ends, so that of two who
 * want its last seat one gets it.
 */
export async function takeSeat(
  tx: Tx,
  { courseId, terms }: Pick<Course, 'courseId' | 'terms'>,
  { cohortId, round, today }: { cohortId: string | null; round: number; today: string },
): Promise<Outcome<CohortId | null, SeatRefusal>> {
  const { schedule } = terms
  const shut = (cohort: { startsOn: string | null; deadlineOn: string | null } | null) =>
    studyState(studyWindow(schedule, cohort, round), today) === 'shut'
  if (cohortId === null) {
    if (schedule.cohortsOnly) return refused('cohort-needed')
    return shut(null) ? refused('shut') : done(null)
  }
  const cohort = isUuid(cohortId) ? await lockCohort(tx, cohortId) : undefined
  if (cohort === undefined || cohort.courseId !== courseId || cohort.isClosed) return refused('no-such-cohort')
  if (shut(cohort)) return refused('shut')
  if (cohort.seats !== null && (await countMembers(tx, cohort.cohortId)) >= cohort.seats) return refused('full')
  return done(cohort.cohortId)
}
