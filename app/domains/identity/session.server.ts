import { Lucia, TimeSpan } from 'lucia'
import type { Db } from '~db/schema'
import type { PersonId } from '~/shared/ids'
import type { Actor } from './model'
import { findActorBySession } from './store.server'
import { hashSessionId, sessionAdapter } from './store/session.server'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia
    DatabaseSessionAttributes: { user_agent: string }
  }
}

const lifetime = new TimeSpan(14, 'd')
const halfLifeMs = lifetime.milliseconds() / 2

/** Sessions of 14 days that are prolonged while used. Cookies are httpOnly, SameSite=Lax and, with https, Secure. */
export function sessionsOf(db: Db, options: { secure: boolean }) {
  const adapter = sessionAdapter(db)
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: lifetime,
    sessionCookie: {
      name: 'portal_session',
      attributes: { secure: options.secure, sameSite: 'lax', path: '/' },
    },
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
      const session = await lucia.createSession(personId, {
        user_agent: userAgent,
      })
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
