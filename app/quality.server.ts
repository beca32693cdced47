import { findProtection } from '~/domains/identity/index.server'
import type { PersonId } from '~/shared/ids'
import type { Quality } from '~/shared/video'
import { db } from './db.server'
import { env } from './env.server'

/**
 * What a player needs to report the quality of playing; undefined without a key of Mux Data, and for a person with
 * protected data, of whom nothing leaves the portal. `personId` is undefined for a visitor.
 */
export async function qualityFor(personId: PersonId | undefined): Promise<Quality | undefined> {
  const { envKey, beaconDomain } = env().mux
  if (envKey === undefined) return undefined
  if (personId !== undefined && (await findProtection(db(), personId)) !== 'none') return undefined
  return { envKey, beaconDomain }
}
