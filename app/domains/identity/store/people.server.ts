import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Role } from '../model'
import type { AuditEvent } from '../store.server'

export interface NewPerson {
  personId: PersonId
  givenName: string
  familyName: string
  email: string
}

/** Makes people without accounts, all in one statement. Throws on an e-mail that is taken. */
export async function insertPeople(tx: Tx, people: readonly NewPerson[], at: Date): Promise<void> {
  if (people.length === 0) return
  await sql`insert into person (person_id, given_name, family_name, email, created_at)
    select "personId", "givenName", "familyName", email, ${at}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as x("personId" uuid, "givenName" text, "familyName" text, email text)`.execute(tx)
}

/** Removes people to whom nothing refers any more. Throws when something does. */
export async function removePeople(tx: Tx, personIds: readonly PersonId[]): Promise<void> {
  if (personIds.length === 0) return
  await tx.deleteFrom('person').where('person_id', 'in', personIds).execute()
}

/** Writes many lines of the append-only audit log in one statement. */
export async function recordAudits(tx: Tx, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return
  const lines = events.map(({ at, detail, reason, ...event }) => ({
    ...event,
    reason: reason ?? null,
    detail: detail ?? {},
    at: at.toISOString(),
  }))
  await sql`insert into audit_event (actor_id, action, subject_kind, subject_id, reason, detail, happened_at)
    select "actorId", action, "subjectKind", "subjectId", reason, detail, at
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x("actorId" uuid, action text, "subjectKind" text,
      "subjectId" text, reason text, detail jsonb, at timestamptz)`.execute(tx)
}

interface ForeignKey {
  table: string
  column: string
}

/**
 * Which of these rows other tables refer to, and from which table: every foreign key of the database is asked, so a
 * table that comes later is not forgotten. `key` is the primary key of `target`.
 */
export async function listReferences(
  db: Db,
  target: 'person' | 'participation',
  ids: readonly string[],
  ignoring: readonly string[],
): Promise<{ id: string; table: string }[]> {
  if (ids.length === 0) return []
  const { rows: keys } = await sql<ForeignKey>`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = ${target}::regclass and array_length(c.conkey, 1) = 1`.execute(db)
  const asked = keys.filter(({ table }) => !ignoring.includes(table))
  if (asked.length === 0) return []
  const parts = asked.map(
    ({ table, column }) =>
      sql`select ${sql.ref(column)} as id, ${table}::text as table from ${sql.table(table)} where ${sql.ref(column)} = any(${[...ids]}::uuid[])`,
  )
  const { rows } = await sql<{ id: string; table: string }>`select distinct id, "table" from (${sql.join(
    parts,
    sql` union all `,
  )}) as found(id, "table")`.execute(db)
  return rows
}

/** Those who hold the role for the organisation, or for the whole portal, and may sign in. */
export async function listRoleHolders(
  db: Db,
  role: Role,
  organisationId: OrganisationId | null,
  at: Date,
): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.person_id', 'role_grant.person_id')
    .where('role', '=', role)
    .where((eb) =>
      organisationId === null
        ? eb('organisation_id', 'is', null)
        : eb.or([eb('organisation_id', 'is', null), eb('organisation_id', '=', organisationId)]),
    )
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', at)]))
    .where('person.merged_into', 'is', null)
    .where('person.erased_at', 'is', null)
    .select('role_grant.person_id')
    .distinct()
    .orderBy('role_grant.person_id')
    .execute()
  return rows.map(({ person_id }) => person_id as PersonId)
}
