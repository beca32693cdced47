import { sql } from 'kysely'
import type { Db } from '~db/schema'
import type { PersonId } from '~/shared/ids'
import type { Actor, Grant } from './model'

export interface PersonName {
  personId: PersonId
  givenName: string
  familyName: string
}

/** The actor of a session with every grant in force, in one statement; undefined when the session has ended. */
export async function findActorBySession(
  db: Db,
  sessionHash: string,
  at: Date,
): Promise<{ actor: Actor; expiresAt: Date } | undefined> {
  const row = await selectActors(db, at)
    .innerJoin('session', 'session.person_id', 'person.person_id')
    .where('session.session_hash', '=', sessionHash)
    .where('session.expires_at', '>', at)
    .select('session.expires_at')
    .executeTakeFirst()
  return row && { expiresAt: row.expires_at, actor: toActor(row) }
}

/** Somebody who may sign in, with every grant in force: for what is done on their behalf while they are away. */
export async function findActor(db: Db, personId: PersonId, at: Date): Promise<Actor | undefined> {
  const row = await selectActors(db, at).where('person.person_id', '=', personId).executeTakeFirst()
  return row && toActor(row)
}

function selectActors(db: Db, at: Date) {
  return db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.person_id')
    .where('account.disabled_at', 'is', null)
    .where('person.merged_into', 'is', null)
    .select([
      'person.person_id',
      'person.given_name',
      'person.family_name',
      'person.email',
      'person.language',
      sql<Grant[]>`coalesce((select json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id))
        from role_grant g where g.person_id = person.person_id and (g.expires_at is null or g.expires_at > ${at})), '[]')`.as(
        'grants',
      ),
    ])
}

interface ActorRow {
  person_id: string
  given_name: string
  family_name: string
  email: string
  language: Actor['language']
  grants: Grant[]
}

function toActor(row: ActorRow): Actor {
  return {
    personId: row.person_id as PersonId,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    language: row.language,
    grants: row.grants,
  }
}

/** An account by e-mail, also one that nobody may sign in to any more: `state` says so. */
export async function findAccountByEmail(
  db: Db,
  email: string,
): Promise<{ personId: PersonId; passwordHash: string; state: 'open' | 'disabled' | 'merged' } | undefined> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.person_id', 'account.person_id')
    .where(sql<string>`lower(person.email)`, '=', email.trim().toLowerCase())
    .select(['account.person_id', 'account.password_hash', 'account.disabled_at', 'person.merged_into'])
    .executeTakeFirst()
  return (
    row && {
      personId: row.person_id as PersonId,
      passwordHash: row.password_hash,
      state: row.merged_into !== null ? 'merged' : row.disabled_at !== null ? 'disabled' : 'open',
    }
  )
}

export async function findPasswordHash(db: Db, personId: PersonId): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .where('person_id', '=', personId)
    .select('password_hash')
    .executeTakeFirst()
  return row?.password_hash
}

export async function updatePassword(db: Db, personId: PersonId, passwordHash: string, at: Date): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_hash: passwordHash, password_changed_at: at })
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
}

export async function updateLanguage(db: Db, personId: PersonId, language: 'sv' | 'en'): Promise<void> {
  await db.updateTable('person').set({ language }).where('person_id', '=', personId).execute()
}

export interface SessionRow {
  sessionHash: string
  createdAt: Date
  userAgent: string
}

export async function listSessions(db: Db, personId: PersonId, at: Date): Promise<SessionRow[]> {
  const rows = await db
    .selectFrom('session')
    .where('person_id', '=', personId)
    .where('expires_at', '>', at)
    .orderBy('created_at', 'desc')
    .select(['session_hash', 'created_at', 'user_agent'])
    .execute()
  return rows.map((row) => ({
    sessionHash: row.session_hash,
    createdAt: row.created_at,
    userAgent: row.user_agent,
  }))
}

export async function deleteSessionOf(db: Db, personId: PersonId, sessionHash: string): Promise<number> {
  const result = await db
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('session_hash', '=', sessionHash)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

export interface AuditEvent {
  actorId: PersonId | null
  action: string
  subjectKind: string
  subjectId: string
  reason?: string
  detail?: Record<string, unknown>
  at: Date
}

/** Writes one line of the append-only audit log. */
export async function recordAudit(db: Db, event: AuditEvent): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      actor_id: event.actorId,
      action: event.action,
      subject_kind: event.subjectKind,
      subject_id: event.subjectId,
      reason: event.reason ?? null,
      detail: JSON.stringify(event.detail ?? {}),
      happened_at: event.at,
    })
    .execute()
}

/** Makes a person with an account and one grant. Throws on an e-mail that is taken. */
export async function insertAccount(
  db: Db,
  account: {
    email: string
    givenName: string
    familyName: string
    passwordHash: string
  } & Grant,
): Promise<PersonId> {
  const person = await db
    .insertInto('person')
    .values({
      email: account.email,
      given_name: account.givenName,
      family_name: account.familyName,
      alias: null,
    })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('account')
    .values({
      person_id: person.person_id,
      password_hash: account.passwordHash,
    })
    .execute()
  await db
    .insertInto('role_grant')
    .values({
      person_id: person.person_id,
      role: account.role,
      organisation_id: account.organisationId,
    })
    .execute()
  return person.person_id as PersonId
}
