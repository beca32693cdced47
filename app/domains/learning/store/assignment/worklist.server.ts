import { sql } from 'kysely'
import type { Assignment } from '~/domains/catalogue'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { WorkFacts } from '../../assignment/standing'
import type { LeaderScope } from '../used-up.server'
import { factsOf, type FactsRow, factsSql } from './facts.server'
import { isOfScope } from './scope.server'

/** The newest version of somebody's work, as a course leader finds it. */
export interface WorkLine {
  submissionId: string
  personId: PersonId
  name: string
  courseSlug: string
  courseTitle: string
  lessonSlug: string
  lessonTitle: string
  version: number
  latestAt: Date
  assignment: Assignment
  facts: WorkFacts
}

/** More works than anybody goes through; finished ones come last, so that they never keep out one that waits. */
export const WORKLIST_PAGE = 1000

const newest = sql`not exists (select from submission later where later.lesson_id = work.lesson_id
  and later.person_id = work.person_id and later.round = work.round and later.version > work.version)`

/** Works within a course leader's reach, the longest waiting first and the finished last; of one course, or one work by any of its versions. */
export async function listWork(
  db: Db,
  scope: LeaderScope,
  { now, course, submissionId }: { now: Date; course?: string | undefined; submissionId?: string },
): Promise<WorkLine[]> {
  const ref = {
    lessonId: sql<string>`work.lesson_id`,
    personId: sql<string>`work.person_id`,
    round: sql<number>`work.round`,
  }
  const { rows } = await sql<Omit<WorkLine, 'facts'> & { facts: FactsRow }>`
    select work.submission_id as "submissionId", work.person_id as "personId", ${shownNameSql()} as name,
      course.slug as "courseSlug", course.title as "courseTitle", lesson.slug as "lessonSlug",
      lesson.title as "lessonTitle", work.version, work.submitted_at as "latestAt", lesson.assignment,
      ${factsSql(ref, now)} as facts
    from submission work
    join person on person.person_id = work.person_id
    join lesson on lesson.lesson_id = work.lesson_id
    join course on course.course_id = lesson.course_id
    where ${newest} and lesson.assignment is not null and person.erased_at is null and person.merged_into is null
      and ${isOfScope(sql`work.person_id`, scope)}
      ${course === undefined ? sql`` : sql`and course.slug = ${course}`}
      ${
        submissionId === undefined
          ? sql``
          : sql`and exists (select from submission asked where asked.submission_id = ${submissionId}::uuid
              and asked.lesson_id = work.lesson_id and asked.person_id = work.person_id and asked.round = work.round)`
      }
    order by exists (select from completion where completion.person_id = work.person_id and completion.item_kind = 'lesson'
      and completion.item_id = work.lesson_id and completion.round = work.round), work.submitted_at, work.submission_id
    limit ${WORKLIST_PAGE}`.execute(db)
  return rows.map((row) => ({ ...row, facts: factsOf(row.facts) }))
}

/** Courses that have an assignment, by title: what a course leader may narrow the list to. */
export async function listAssignmentCourses(db: Db): Promise<{ slug: string; title: string }[]> {
  const { rows } = await sql<{ slug: string; title: string }>`
    select slug, title from course where exists (select from lesson where lesson.course_id = course.course_id
      and lesson.kind = 'assignment') order by title`.execute(db)
  return rows
}
