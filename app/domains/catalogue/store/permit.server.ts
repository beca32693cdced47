import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Permit, PermitKind } from '../terms/permit'

/** Lets somebody in by name; whoever was let in before and taken back is let in again. False when it stands already. */
export async function givePermit(
  tx: Tx,
  permit: { courseId: CourseId; personId: PersonId; kind: PermitKind; reason: string; by: PersonId; at: Date },
): Promise<boolean> {
  const row = await sql`
    insert into course_permit (course_id, person_id, kind, reason, given_by, given_at)
    values (${permit.courseId}, ${permit.personId}, ${permit.kind}, ${permit.reason}, ${permit.by}, ${permit.at})
    on conflict (course_id, person_id, kind) do update
      set reason = excluded.reason, given_by = excluded.given_by, given_at = excluded.given_at, revoked_at = null
      where course_permit.revoked_at is not null
    returning course_permit_id`.execute(tx)
  return row.rows.length > 0
}

/** Takes a permit of the course back; answers whose it was. */
export async function revokePermit(
  tx: Tx,
  courseId: CourseId,
  permitId: string,
  at: Date,
): Promise<{ personId: PersonId; kind: PermitKind } | undefined> {
  const row = await tx
    .updateTable('course_permit')
    .set({ revoked_at: at })
    .where('course_id', '=', courseId)
    .where('course_permit_id', '=', permitId)
    .where('revoked_at', 'is', null)
    .returning(['person_id', 'kind'])
    .executeTakeFirst()
  return row && { personId: row.person_id as PersonId, kind: row.kind }
}

/** Everybody who is let in by name, the latest first; a person with protected personal data by alias. */
export async function listPermits(db: Db, courseId: CourseId): Promise<Permit[]> {
  return db
    .selectFrom('course_permit')
    .innerJoin('person', 'person.person_id', 'course_permit.person_id')
    .where('course_id', '=', courseId)
    .where('revoked_at', 'is', null)
    .select(['course_permit_id as permitId', 'kind', 'reason', 'given_at as givenAt', shownNameSql().as('name')])
    .orderBy('given_at', 'desc')
    .limit(500)
    .execute()
}

/** An account by its e-mail address; nobody whose personal data are protected, since the answer would tell. */
export async function findAccountByEmail(db: Db, email: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.person_id')
    .where(sql`lower(email)`, '=', email.trim().toLowerCase())
    .where('protection', '=', 'none')
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .where('disabled_at', 'is', null)
    .select('person.person_id')
    .executeTakeFirst()
  return row?.person_id as PersonId | undefined
}

/** What one person was let in to, another is; a permit that both have stays as it is. */
export async function movePermits(tx: Tx, ids: { from: PersonId; to: PersonId }): Promise<void> {
  await sql`delete from course_permit own using course_permit mine
    where own.person_id = ${ids.to} and own.revoked_at is not null and mine.person_id = ${ids.from}
      and mine.revoked_at is null and mine.course_id = own.course_id and mine.kind = own.kind`.execute(tx)
  await sql`update course_permit set person_id = ${ids.to} where person_id = ${ids.from}
    and not exists (select from course_permit own where own.person_id = ${ids.to}
      and own.course_id = course_permit.course_id and own.kind = course_permit.kind)`.execute(tx)
  await tx.deleteFrom('course_permit').where('person_id', '=', ids.from).execute()
}

export async function erasePermits(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('course_permit')
    .where('person_id', 'in', [...personIds])
    .execute()
}
