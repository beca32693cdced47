import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { CohortId, CourseId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { LeaderScope } from './used-up.server'

/** How many take a course in a cohort; merged and erased people do not count. */
export async function countMembers(db: Db, cohortId: CohortId): Promise<number> {
  const row = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.person_id', 'enrolment.person_id')
    .where('cohort_id', '=', cohortId)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .select((eb) => eb.fn.count<number>('enrolment.person_id').distinct().as('members'))
    .executeTakeFirstOrThrow()
  return Number(row.members)
}

/** How many take the course in each of its cohorts. */
export async function countSeatsTaken(db: Db, courseId: CourseId): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ cohortId: string; taken: number }>`
    select cohort_id as "cohortId", count(distinct person_id)::int as taken
    from enrolment join person using (person_id)
    where course_id = ${courseId} and cohort_id is not null and merged_into is null and erased_at is null
    group by cohort_id`.execute(db)
  return new Map(rows.map(({ cohortId, taken }) => [cohortId, taken]))
}

/** A cohort that takes people, with the seats that are taken; days are ISO days. */
export interface OfferedCohort {
  cohortId: CohortId
  name: string
  startsOn: string | null
  deadlineOn: string | null
  seats: number | null
  taken: number
}

/** The cohorts of a course that are not closed, the first to start first. One query. */
export async function listOfferedCohorts(db: Db, courseId: CourseId): Promise<OfferedCohort[]> {
  const { rows } = await sql<OfferedCohort>`
    select cohort.cohort_id as "cohortId", cohort.name, cohort.starts_on::text as "startsOn",
      cohort.deadline_on::text as "deadlineOn", cohort.seats, count(distinct person.person_id)::int as taken
    from cohort
    left join enrolment on enrolment.cohort_id = cohort.cohort_id
    left join person on person.person_id = enrolment.person_id and person.merged_into is null and person.erased_at is null
    where cohort.course_id = ${courseId} and cohort.closed_at is null
    group by cohort.cohort_id
    order by cohort.starts_on nulls first, cohort.name`.execute(db)
  return rows
}

/** How far somebody in a cohort has come; nothing of what was answered. */
export interface CohortMember {
  personId: PersonId
  name: string
  done: number
  total: number
  finishedAt: Date | null
}

/** Those in a cohort whom the reader may see by name, people with protected personal data by alias. One query. */
export async function listMembers(db: Db, cohortId: CohortId, scope: LeaderScope): Promise<CohortMember[]> {
  const { rows } = await sql<CohortMember>`
    select enrolment.person_id as "personId", ${shownNameSql()} as name, count(part.lesson_id)::int as total,
      count(done.completion_id)::int as done, max(finish.finished_at) as "finishedAt"
    from enrolment
    join person on person.person_id = enrolment.person_id
    left join lateral (
      select lesson_id from lesson where enrolment.kept_revision is null and lesson.course_id = enrolment.course_id
        and lesson.retired_at is null
      union all
      select lesson_id from course_revision_lesson kept where kept.course_id = enrolment.course_id
        and kept.revision = enrolment.kept_revision
    ) part on true
    left join completion done on done.person_id = enrolment.person_id and done.item_kind = 'lesson'
      and done.item_id = part.lesson_id and done.round = enrolment.round
    left join completion finish on finish.person_id = enrolment.person_id and finish.item_kind = 'course'
      and finish.item_id = enrolment.course_id and finish.round = enrolment.round
    where enrolment.cohort_id = ${cohortId} and person.merged_into is null and person.erased_at is null
      and (${scope.everywhere}::boolean or exists (select from employment where employment.person_id = enrolment.person_id
        and employment.organisation_id = any (${scope.organisationIds}::uuid[])))
    group by enrolment.enrolment_id, person.person_id
    order by 2, enrolment.person_id`.execute(db)
  return rows
}

/** Somebody who has not finished a course with a last day. */
export interface DeadlineAhead {
  personId: PersonId
  enrolmentId: string
  courseSlug: string
  courseTitle: string
  round: number
  terms: unknown
  inCohort: boolean
  startsOn: string | null
  deadlineOn: string | null
}

/** Those in the middle of a course that has a last day from today on, of its own or of their cohort. */
export async function listDeadlinesAhead(db: Db, today: string): Promise<DeadlineAhead[]> {
  const { rows } = await sql<DeadlineAhead>`
    select enrolment.person_id as "personId", enrolment.enrolment_id as "enrolmentId", course.slug as "courseSlug",
      course.title as "courseTitle", enrolment.round, course.terms, cohort.cohort_id is not null as "inCohort",
      cohort.starts_on::text as "startsOn", cohort.deadline_on::text as "deadlineOn"
    from enrolment
    join course on course.course_id = enrolment.course_id and course.retired_at is null
    join person on person.person_id = enrolment.person_id
    left join cohort on cohort.cohort_id = enrolment.cohort_id
    where coalesce(cohort.deadline_on, (course.terms -> 'schedule' ->> 'deadlineOn')::date) >= ${today}::date
      and person.merged_into is null and person.erased_at is null
      and not exists (select from completion done where done.person_id = enrolment.person_id
        and done.item_kind = 'course' and done.item_id = enrolment.course_id and done.round = enrolment.round)
      and not exists (select from enrolment later where later.person_id = enrolment.person_id
        and later.course_id = enrolment.course_id and later.round > enrolment.round)
    order by enrolment.enrolment_id`.execute(db)
  return rows
}
