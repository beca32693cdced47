import { type Course, mayBegin, mayRenew, requirementsOf, studyState, studyWindow } from '~/domains/catalogue'
import type { Viewer } from '~/domains/catalogue/index.server'
import type { ShownCohort } from '~/domains/catalogue/ui/cohort-choice'
import type { ShownEntry } from '~/domains/catalogue/ui/course-entry'
import type { ShownRenewal } from '~/domains/catalogue/ui/course-renewal'
import type { ShownStudy } from '~/domains/catalogue/ui/study-days'
import { findEntryFacts } from '~/domains/competence/index.server'
import { findValidity } from '~/domains/credential/index.server'
import type { MyCourse } from '~/domains/learning'
import { listOfferedCohorts } from '~/domains/learning/index.server'
import { db } from './db.server'
import type { PersonId } from './shared/ids'

/** What a course asks of those who have not begun it; null when it asks for nothing. One query. */
export async function entryOf(course: Course, viewer: Viewer): Promise<ShownEntry | null> {
  const { courseId } = course
  const { prerequisites } = course.terms
  if (prerequisites.courses.length + prerequisites.competences.length === 0) return null
  const facts = await findEntryFacts(db(), viewer, { courseId, prerequisites })
  const courses = new Map(facts.asked.map((one) => [one.slug, one]))
  const inOffer = { ...prerequisites, courses: prerequisites.courses.filter((slug) => courses.has(slug)) }
  const requirements = requirementsOf(inOffer, facts)
  if (requirements.length === 0) return null
  return {
    rule: prerequisites.rule,
    isKnown: viewer.personId !== null,
    isAdmitted: facts.isAdmitted,
    mayBegin: mayBegin(prerequisites, requirements, facts.isAdmitted),
    requirements: requirements.map((one) => {
      if (one.kind === 'competence') return one
      const { title, isOpen } = courses.get(one.slug) ?? { title: one.slug, isOpen: false }
      // A course that the reader may not see is neither named nor led to.
      return isOpen ? { ...one, title } : { kind: 'course' as const, slug: null, title: null, met: one.met }
    }),
  }
}

/** How long what was finished counts, and whether the course may be taken again; null when there is nothing to say. */
export async function renewalOf(
  course: Course,
  mine: MyCourse,
  { personId, today }: { personId: PersonId; today: string },
): Promise<ShownRenewal | null> {
  if (mine.finishedAt === null && mine.round === 1) return null
  const validity = await findValidity(db(), personId, course.courseId)
  if (validity === undefined || validity.until === null) return null
  const { until } = validity
  return {
    until,
    hasRunOut: today > until,
    round: mine.round,
    isUnderWay: mine.finishedAt === null,
    mayRenew:
      mine.finishedAt !== null && course.retiredAt === null && mayRenew(until, today, course.terms.validity.remindDays),
  }
}

/** The cohorts in which a round of the course may be begun today. One query. */
export async function cohortsOf(course: Course, today: string): Promise<ShownCohort[]> {
  const cohorts = await listOfferedCohorts(db(), course.courseId)
  const { schedule } = course.terms
  return cohorts
    .filter((cohort) => studyState(studyWindow(schedule, cohort), today) !== 'shut')
    .map(({ seats, taken, cohortId, name, startsOn, deadlineOn }) => ({
      ...{ cohortId, name, startsOn, deadlineOn },
      seatsLeft: seats === null ? null : Math.max(0, seats - taken),
    }))
}

/** When the lessons are open to the person, or to those who begin without a cohort; null when they have no days. */
export function studyOf(course: Course, mine: MyCourse | undefined, today: string): ShownStudy | null {
  const window = mine?.window ?? studyWindow(course.terms.schedule, null)
  const { startsOn, deadlineOn } = window
  const cohortName = mine?.cohortName ?? null
  if (startsOn === null && deadlineOn === null && cohortName === null) return null
  return {
    state: studyState(window, today),
    startsOn,
    deadlineOn,
    cohortName,
    isFinished: (mine?.finishedAt ?? null) !== null,
  }
}
