import { type Course, mayBegin, mayRenew, requirementsOf } from '~/domains/catalogue'
import { listAskedCourses, type Viewer } from '~/domains/catalogue/index.server'
import type { ShownEntry } from '~/domains/catalogue/ui/course-entry'
import type { ShownRenewal } from '~/domains/catalogue/ui/course-renewal'
import { findEntryFacts } from '~/domains/competence/index.server'
import { findValidity } from '~/domains/credential/index.server'
import type { MyCourse } from '~/domains/learning'
import { db } from './db.server'
import type { PersonId } from './shared/ids'

const nothingDone = { finished: new Set<string>(), levels: new Map<string, number>(), isAdmitted: false }

/** What a course asks of those who have not begun it; null when it asks for nothing. At most two queries. */
export async function entryOf(course: Course, viewer: Viewer): Promise<ShownEntry | null> {
  const { courseId } = course
  const { prerequisites } = course.terms
  if (prerequisites.courses.length + prerequisites.competences.length === 0) return null
  const { personId } = viewer
  const [asked, facts] = await Promise.all([
    listAskedCourses(db(), prerequisites.courses, viewer),
    personId === null ? nothingDone : findEntryFacts(db(), personId, { courseId, prerequisites }),
  ])
  const courses = new Map(asked.map((one) => [one.slug, one]))
  const inOffer = { ...prerequisites, courses: prerequisites.courses.filter((slug) => courses.has(slug)) }
  const requirements = requirementsOf(inOffer, facts)
  if (requirements.length === 0) return null
  return {
    rule: prerequisites.rule,
    isKnown: personId !== null,
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
