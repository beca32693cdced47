import type { PersonId } from '~/shared/ids'
import { requestOf } from './signed-in'

type Run = (args: never) => unknown

/** What a route answers a signed-in person: its status, where it leads, and all that it would send, as text. */
export async function ask(run: Run, personId: PersonId, address: string, params = {}, form?: Record<string, string>) {
  const request = await requestOf(personId, address, form)
  try {
    const answer = await run({ request, params, context: {} } as never)
    if (answer instanceof Response)
      return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
    const { data, init } = (answer ?? {}) as { data?: unknown; init?: ResponseInit | null }
    return { status: init?.status ?? 200, to: null, text: JSON.stringify(data ?? answer) }
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, to: null, text: '' }
    throw thrown
  }
}
