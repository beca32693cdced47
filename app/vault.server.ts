import { openIdentityVault, openVault, readOrMakeKey, type Vault } from '~/domains/participation/index.server'
import type { Db } from '~db/schema'
import { now } from './clock.server'
import { env } from './env.server'

let opened: Vault | undefined

/** Opens the vault of identity numbers at start. Throws a plain sentence when the key is not the database's. */
export async function openKeptVault(db: Db): Promise<Vault> {
  const { identityKey, dataDir } = env()
  opened = await openIdentityVault(db, { identityKey, dataDir, at: now() })
  return opened
}

/** The vault of identity numbers, on the key of the settings or of the data folder. */
export function identityVault(): Vault {
  const { identityKey, dataDir } = env()
  opened ??= openVault(identityKey ?? readOrMakeKey(dataDir))
  return opened
}
