import { sql } from 'kysely'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db, Tx } from '~db/schema'
import type { ItemOf } from '../answer.server'

/** One at a time for everybody in the peer round of a lesson, until the transaction ends. */
export async function lockAssignment(tx: Tx, lessonId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assignment:${lessonId}`}, 0))`.execute(tx)
}

/** Holds the enrolments of these people in the order in which everybody holds them. */
export async function lockEnrolmentsOf(tx: Tx, courseId: CourseId, personIds: readonly PersonId[]): Promise<void> {
  await tx
    .selectFrom('enrolment')
    .where('course_id', '=', courseId)
    .where('person_id', 'in', [...personIds])
    .select('enrolment_id')
    .orderBy('enrolment_id')
    .forUpdate()
    .execute()
}

export interface HandedInVersion {
  submissionId: string
  version: number
  text: string
  fileIds: string[]
}

export async function findLatestVersion(
  db: Db,
  { personId, itemId, round }: ItemOf,
): Promise<HandedInVersion | undefined> {
  const row = await db
    .selectFrom('submission')
    .where('lesson_id', '=', itemId)
    .where('person_id', '=', personId)
    .where('round', '=', round)
    .orderBy('version', 'desc')
    .limit(1)
    .select(['submission_id as submissionId', 'version', 'text', 'file_ids as fileIds'])
    .executeTakeFirst()
  return row
}

/** Keeps a version for ever. */
export async function insertVersion(
  tx: Tx,
  { personId, itemId, round }: ItemOf,
  version: { version: number; text: string; fileIds: readonly string[]; at: Date },
): Promise<string> {
  const row = await tx
    .insertInto('submission')
    .values({
      lesson_id: itemId,
      person_id: personId,
      round,
      version: version.version,
      text: version.text,
      file_ids: [...version.fileIds],
      submitted_at: version.at,
    })
    .returning('submission_id')
    .executeTakeFirstOrThrow()
  return row.submission_id
}

/** What a decision needs to know of a handed in version: whose it is, where it belongs, and whether it is the newest. */
export interface SubmissionPlace {
  submissionId: string
  lessonId: string
  lessonSlug: string
  courseId: CourseId
  courseSlug: string
  personId: PersonId
  givenName: string
  familyName: string
  language: Language
  round: number
  version: number
  newestId: string
  newestVersion: number
}

/** By the id of any version; undefined when the person is gone. */
export async function findSubmissionPlace(db: Db, submissionId: string): Promise<SubmissionPlace | undefined> {
  const { rows } = await sql<SubmissionPlace>`
    select asked.submission_id as "submissionId", lesson.lesson_id as "lessonId", lesson.slug as "lessonSlug",
      course.course_id as "courseId", course.slug as "courseSlug", asked.person_id as "personId",
      person.given_name as "givenName", person.family_name as "familyName", person.language, asked.round, asked.version,
      newest.submission_id as "newestId", newest.version as "newestVersion"
    from submission asked
    join lesson on lesson.lesson_id = asked.lesson_id
    join course on course.course_id = lesson.course_id
    join person on person.person_id = asked.person_id
    join lateral (select submission_id, version from submission later where later.lesson_id = asked.lesson_id
      and later.person_id = asked.person_id and later.round = asked.round order by version desc limit 1) newest on true
    where asked.submission_id = ${submissionId}::uuid and person.erased_at is null and person.merged_into is null`.execute(
    db,
  )
  return rows[0]
}
