import { createHash } from 'node:crypto'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import type { Db } from '~db/schema'
import type { PersonId } from '~/shared/ids'
import type { Actor } from './model'
import { findActorBySession } from './store.server'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia
    DatabaseSessionAttributes: { user_agent: string }
  }
}

/** Only the hash of a session id is stored, so a copy of the database signs nobody in. */
export function hashSessionId(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

function toSession(
  sessionId: string,
  row: { person_id: string; expires_at: Date; user_agent: string },
): DatabaseSession {
  return { id: sessionId, userId: row.person_id, expiresAt: row.expires_at, attributes: { user_agent: row.user_agent } }
}

function sessionAdapter(db: Db): Adapter {
  const columns = ['session_hash', 'person_id', 'expires_at', 'user_agent'] as const
  return {
    async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const row = await db
        .selectFrom('session')
        .select(columns)
        .where('session_hash', '=', hashSessionId(sessionId))
        .executeTakeFirst()
      return row === undefined ? [null, null] : [toSession(sessionId, row), { id: row.person_id, attributes: {} }]
    },
    async getUserSessions(personId) {
      const rows = await db.selectFrom('session').select(columns).where('person_id', '=', personId).execute()
      return rows.map((row) => toSession(row.session_hash, row))
    },
    async setSession(session) {
      await db
        .insertInto('session')
        .values({
          session_hash: hashSessionId(session.id),
          person_id: session.userId,
          expires_at: session.expiresAt,
          user_agent: session.attributes.user_agent.slice(0, 200),
        })
        .execute()
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await db
        .updateTable('session')
        .set({ expires_at: expiresAt })
        .where('session_hash', '=', hashSessionId(sessionId))
        .execute()
    },
    async deleteSession(sessionId) {
      await db.deleteFrom('session').where('session_hash', '=', hashSessionId(sessionId)).execute()
    },
    async deleteUserSessions(personId) {
      await db.deleteFrom('session').where('person_id', '=', personId).execute()
    },
    async deleteExpiredSessions() {
      await db.deleteFrom('session').where('expires_at', '<=', new Date()).execute()
    },
  }
}

const lifetime = new TimeSpan(14, 'd')
const halfLifeMs = lifetime.milliseconds() / 2

/** Sessions of 14 days that are prolonged while used. Cookies are httpOnly, SameSite=Lax and, with https, Secure. */
export function sessionsOf(db: Db, options: { secure: boolean }) {
  const adapter = sessionAdapter(db)
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: lifetime,
    sessionCookie: { name: 'portal_session', attributes: { secure: options.secure, sameSite: 'lax', path: '/' } },
  })
  return {
    readId: (cookieHeader: string | null) => lucia.readSessionCookie(cookieHeader ?? ''),
    /** One statement; a second one prolongs the session when half of its life has passed. */
    async findActor(sessionId: string): Promise<Actor | undefined> {
      const found = await findActorBySession(db, hashSessionId(sessionId), new Date())
      if (found === undefined) return undefined
      if (found.expiresAt.getTime() - Date.now() < halfLifeMs) {
        await adapter.updateSessionExpiration(sessionId, new Date(Date.now() + lifetime.milliseconds()))
      }
      return found.actor
    },
    /** Starts a new session and ends the one the browser had, so that an id never survives a sign-in. */
    async start(personId: PersonId, userAgent: string, previousId: string | null): Promise<string> {
      if (previousId !== null) await lucia.invalidateSession(previousId)
      const session = await lucia.createSession(personId, { user_agent: userAgent })
      return lucia.createSessionCookie(session.id).serialize()
    },
    async end(sessionId: string): Promise<string> {
      await lucia.invalidateSession(sessionId)
      return lucia.createBlankSessionCookie().serialize()
    },
    async endAll(personId: PersonId): Promise<string> {
      await lucia.invalidateUserSessions(personId)
      return lucia.createBlankSessionCookie().serialize()
    },
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
    endExpired: () => lucia.deleteExpiredSessions(),
  }
}
