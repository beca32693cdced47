import { sessions } from '~/session.server'
import type { PersonId } from '~/shared/ids'
import { openedDatabase } from './database'

const portal = globalThis as typeof globalThis & { portalDatabase?: unknown }

async function useTestDatabase(): Promise<void> {
  portal.portalDatabase = await openedDatabase()
}

/** A request of somebody signed in; gives an account without a usable password to those who have none. With `form` it is a submitted form. */
export async function requestOf(personId: PersonId, address: string, form?: Record<string, string>): Promise<Request> {
  await useTestDatabase()
  await (
    await openedDatabase()
  ).kysely
    .insertInto('account')
    .values({ person_id: personId, password_hash: 'none' })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
  const cookie = (await sessions().start(personId, 'test', null)).split(';')[0] ?? ''
  const url = new URL(address, 'http://portal.example')
  if (form === undefined) return new Request(url, { headers: { cookie } })
  return new Request(url, { method: 'POST', headers: { cookie }, body: new URLSearchParams(form) })
}
