import { createHash } from 'node:crypto'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import type { Db } from '~db/schema'

/** Only the hash of a session id is stored, so a copy of the database signs nobody in. */
export function hashSessionId(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

function toSession(
  sessionId: string,
  row: { person_id: string; expires_at: Date; user_agent: string },
): DatabaseSession {
  return {
    id: sessionId,
    userId: row.person_id,
    expiresAt: row.expires_at,
    attributes: { user_agent: row.user_agent },
  }
}

/** Keeps Lucia's sessions in the session table. */
export function sessionAdapter(db: Db): Adapter {
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
