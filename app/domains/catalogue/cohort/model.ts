import type { CohortId, CourseId, PersonId } from '~/shared/ids'

/** A group that takes a course together. Days are ISO days; null follows the course, and seats without a bound are null. */
export interface Cohort {
  cohortId: CohortId
  courseId: CourseId
  name: string
  startsOn: string | null
  deadlineOn: string | null
  seats: number | null
  leader: { personId: PersonId; name: string } | null
  isClosed: boolean
}

/** What the makers of a course decide of a cohort. */
export interface CohortPlan {
  name: string
  startsOn: string | null
  deadlineOn: string | null
  seats: number | null
  leaderId: PersonId | null
}
