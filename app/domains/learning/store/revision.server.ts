import { sql } from 'kysely'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'

/** Somebody in the middle of a course. */
export interface Underway {
  personId: PersonId
  givenName: string
  familyName: string
  language: 'sv' | 'en'
  round: number
  keptRevision: number | null
}

const unfinished = sql<boolean>`not exists (select from completion done where done.person_id = enrolment.person_id
  and done.item_kind = 'course' and done.item_id = enrolment.course_id and done.round = enrolment.round)
  and not exists (select from enrolment later where later.person_id = enrolment.person_id
    and later.course_id = enrolment.course_id and later.round > enrolment.round)`

/**
 * Everybody who is in the middle of the course, held until the transaction ends: whoever finishes a lesson of it waits,
 * and then finds the course as it has become.
 */
export async function lockUnderway(tx: Tx, courseId: CourseId): Promise<Underway[]> {
  const rows = await tx
    .selectFrom('enrolment')
    .innerJoin('person', 'person.person_id', 'enrolment.person_id')
    .where('course_id', '=', courseId)
    .where(unfinished)
    .select([
      'enrolment.person_id as personId',
      'given_name as givenName',
      'family_name as familyName',
      'language',
      'round',
      'kept_revision as keptRevision',
    ])
    .orderBy('enrolment_id')
    .forUpdate('enrolment')
    .execute()
  return rows.map((row) => ({ ...row, personId: row.personId as PersonId }))
}

/** How many are in the middle of the course, and how many of them keep an earlier version. */
export async function countUnderway(db: Db, courseId: CourseId): Promise<{ total: number; keeping: number }> {
  return db
    .selectFrom('enrolment')
    .where('course_id', '=', courseId)
    .where(unfinished)
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`count(*) filter (where kept_revision is not null)::int`.as('keeping'),
    ])
    .executeTakeFirstOrThrow()
}

/** Lets those in the middle of the course keep the version that they are on; those who keep an earlier one go on so. */
export async function keepUnderway(tx: Tx, courseId: CourseId, revision: number): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({ kept_revision: revision })
    .where('course_id', '=', courseId)
    .where('kept_revision', 'is', null)
    .where(unfinished)
    .execute()
}

/** Lets everybody in the middle of the course go on with the newest version. */
export async function moveUnderway(tx: Tx, courseId: CourseId): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({ kept_revision: null })
    .where('course_id', '=', courseId)
    .where('kept_revision', 'is not', null)
    .where(unfinished)
    .execute()
}

/** The person goes over to the newest version of a course; false when there is nothing to leave. */
export async function followNewest(tx: Tx, personId: PersonId, courseId: CourseId, round: number): Promise<boolean> {
  const row = await tx
    .updateTable('enrolment')
    .set({ kept_revision: null })
    .where('person_id', '=', personId)
    .where('course_id', '=', courseId)
    .where('round', '=', round)
    .where('kept_revision', 'is not', null)
    .returning('enrolment_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The person has been told what is new up to this version. */
export async function knowRevision(db: Db, personId: PersonId, courseId: CourseId, revision: number): Promise<void> {
  await db
    .updateTable('enrolment')
    .set({ known_revision: revision })
    .where('person_id', '=', personId)
    .where('course_id', '=', courseId)
    .where('known_revision', '<', revision)
    .execute()
}
