import { redirect } from '@remix-run/node'
import type { Actor } from '~/domains/identity'
import { hashSessionId, sessionsOf } from '~/domains/identity/index.server'
import { paths } from '~/shared/paths'
import { db } from './db.server'
import { env } from './env.server'

type Sessions = ReturnType<typeof sessionsOf>
let opened: { for: unknown; sessions: Sessions } | undefined

export function sessions(): Sessions {
  const pool = db()
  if (opened?.for !== pool) {
    opened = {
      for: pool,
      sessions: sessionsOf(pool, {
        secure: env().publicUrl?.startsWith('https:') ?? false,
      }),
    }
  }
  return opened.sessions
}

/** Each request is asked once, however many loaders of the page want to know. */
const actors = new WeakMap<AbortSignal, Promise<Actor | undefined>>()

export function sessionIdOf(request: Request): string | null {
  return sessions().readId(request.headers.get('cookie'))
}

export function currentSessionHash(request: Request): string | undefined {
  const id = sessionIdOf(request)
  return id === null ? undefined : hashSessionId(id)
}

/** The signed-in person, or undefined for a visitor. */
export function optionalActor(request: Request): Promise<Actor | undefined> {
  const id = sessionIdOf(request)
  if (id === null) return Promise.resolve(undefined)
  const known = actors.get(request.signal)
  if (known !== undefined) return known
  const found = sessions().findActor(id)
  actors.set(request.signal, found)
  return found
}

/** The signed-in person. A visitor is sent to sign in and comes back to the same address. */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await optionalActor(request)
  if (actor !== undefined) return actor
  const url = new URL(request.url)
  throw redirect(paths.signIn(request.method === 'GET' ? url.pathname + url.search : undefined))
}
