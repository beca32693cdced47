import { sql } from 'kysely'
import { studyWindow, termsOf } from '~/domains/catalogue'
import type { CohortId, CourseId, LessonId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Enrolment } from '../model'

function enrolments(db: Db, personId: PersonId) {
  return db
    .selectFrom('enrolment')
    .innerJoin('course', 'course.course_id', 'enrolment.course_id')
    .leftJoin('cohort', 'cohort.cohort_id', 'enrolment.cohort_id')
    .select([
      'enrolment_id as enrolmentId',
      'round',
      'enrolled_at as enrolledAt',
      'enrolment.course_id as courseId',
      'kept_revision as keptRevision',
      'course.terms',
      'cohort.cohort_id as cohortId',
      'cohort.starts_on as startsOn',
      'cohort.deadline_on as deadlineOn',
    ])
    .where('person_id', '=', personId)
    .orderBy('round', 'desc')
    .limit(1)
}

type Row = Awaited<ReturnType<ReturnType<typeof enrolments>['executeTakeFirstOrThrow']>>

function enrolmentOf({ courseId, terms, cohortId, startsOn, deadlineOn, ...row }: Row): Enrolment {
  const cohort = cohortId === null ? null : { startsOn, deadlineOn }
  const window = studyWindow(termsOf(terms).schedule, cohort, row.round)
  return { ...row, courseId: courseId as CourseId, window }
}

/** The enrolment of the present round, by the address of the course. */
export async function findEnrolmentAt(db: Db, personId: PersonId, courseSlug: string): Promise<Enrolment | undefined> {
  const row = await enrolments(db, personId).where('course.slug', '=', courseSlug).executeTakeFirst()
  return row && enrolmentOf(row)
}

/** The enrolment of the present round. */
export async function findEnrolment(db: Db, personId: PersonId, courseId: CourseId): Promise<Enrolment | undefined> {
  const row = await enrolments(db, personId).where('enrolment.course_id', '=', courseId).executeTakeFirst()
  return row && enrolmentOf(row)
}

/** As findEnrolment, and holds the row until the transaction ends: whoever finishes in this course waits in line. */
export async function lockEnrolment(tx: Tx, personId: PersonId, courseId: CourseId): Promise<Enrolment | undefined> {
  const row = await enrolments(tx, personId)
    .where('enrolment.course_id', '=', courseId)
    .forUpdate('enrolment')
    .executeTakeFirst()
  return row && enrolmentOf(row)
}

/** Enrols in the first round of an active course; false when the person is enrolled already or there is no such course. */
export async function insertEnrolment(
  db: Db,
  personId: PersonId,
  courseId: CourseId,
  now: Date,
  cohortId: CohortId | null = null,
): Promise<boolean> {
  const inserted = await sql`
    insert into enrolment (person_id, course_id, round, enrolled_at, known_revision, cohort_id)
    select ${personId}, course_id, 1, ${now}, revision, ${cohortId} from course where course_id = ${courseId} and retired_at is null
    on conflict (person_id, course_id, round) do nothing`.execute(db)
  return inserted.numAffectedRows === 1n
}

/** Begins another round of an active course; false when it has been begun already. */
export async function insertRound(
  tx: Tx,
  {
    personId,
    courseId,
    round,
    cohortId,
    now,
  }: { personId: PersonId; courseId: CourseId; round: number; cohortId: CohortId | null; now: Date },
): Promise<boolean> {
  const inserted = await sql`
    insert into enrolment (person_id, course_id, round, enrolled_at, known_revision, cohort_id)
    select ${personId}, course_id, ${round}, ${now}, revision, ${cohortId} from course
    where course_id = ${courseId} and retired_at is null
    on conflict (person_id, course_id, round) do nothing`.execute(tx)
  return inserted.numAffectedRows === 1n
}

/** Remembers that the lesson was opened, so that the person can go on there. */
export async function recordVisit(db: Db, personId: PersonId, lessonId: LessonId, now: Date): Promise<void> {
  await db
    .insertInto('lesson_visit')
    .values({ person_id: personId, lesson_id: lessonId, visited_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id']).doUpdateSet({ visited_at: now }))
    .execute()
}
