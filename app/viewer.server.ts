import type { Viewer } from '~/domains/catalogue/index.server'
import { now } from './clock.server'
import { optionalActor } from './session.server'
import { localDay } from './shared/dates'

/** Who looks at a page that visitors see too, for what is open to some alone. */
export async function viewerOf(request: Request): Promise<Viewer> {
  const actor = await optionalActor(request)
  return { personId: actor?.personId ?? null, today: localDay(now()) }
}
