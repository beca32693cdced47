import { sql } from 'kysely'
import type { CourseId, LessonId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Enrolment } from '../model'

const columns = [
  'enrolment_id as enrolmentId',
  'round',
  'enrolled_at as enrolledAt',
  'enrolment.course_id as courseId',
  'kept_revision as keptRevision',
] as const

/** The enrolment of the present round, by the address of the course. */
export async function findEnrolmentAt(db: Db, personId: PersonId, courseSlug: string): Promise<Enrolment | undefined> {
  const row = await db
    .selectFrom('enrolment')
    .innerJoin('course', 'course.course_id', 'enrolment.course_id')
    .select(columns)
    .where('person_id', '=', personId)
    .where('course.slug', '=', courseSlug)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && enrolmentOf(row)
}

function enrolmentOf({ courseId, ...row }: Omit<Enrolment, 'courseId'> & { courseId: string }): Enrolment {
  return { ...row, courseId: courseId as CourseId }
}

/** The enrolment of the present round. */
export async function findEnrolment(db: Db, personId: PersonId, courseId: CourseId): Promise<Enrolment | undefined> {
  const row = await db
    .selectFrom('enrolment')
    .select(columns)
    .where('person_id', '=', personId)
    .where('course_id', '=', courseId)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && enrolmentOf(row)
}

/** As findEnrolment, and holds the row until the transaction ends: whoever finishes in this course waits in line. */
export async function lockEnrolment(tx: Tx, personId: PersonId, courseId: CourseId): Promise<Enrolment | undefined> {
  const row = await tx
    .selectFrom('enrolment')
    .select(columns)
    .where('person_id', '=', personId)
    .where('course_id', '=', courseId)
    .orderBy('round', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row && enrolmentOf(row)
}

/** Enrols in the first round of an active course; false when the person is enrolled already or there is no such course. */
export async function insertEnrolment(db: Db, personId: PersonId, courseId: CourseId, now: Date): Promise<boolean> {
  const inserted = await sql`
    insert into enrolment (person_id, course_id, round, enrolled_at, known_revision)
    select ${personId}, course_id, 1, ${now}, revision from course where course_id = ${courseId} and retired_at is null
    on conflict (person_id, course_id, round) do nothing`.execute(db)
  return inserted.numAffectedRows === 1n
}

/** Begins another round of an active course; false when it has been begun already. */
export async function insertRound(
  tx: Tx,
  { personId, courseId, round, now }: { personId: PersonId; courseId: CourseId; round: number; now: Date },
): Promise<boolean> {
  const inserted = await sql`
    insert into enrolment (person_id, course_id, round, enrolled_at, known_revision)
    select ${personId}, course_id, ${round}, ${now}, revision from course
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
