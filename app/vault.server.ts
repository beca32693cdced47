import { openVault, readOrMakeKey, type Vault } from '~/domains/participation/index.server'
import { env } from './env.server'

let opened: Vault | undefined

/** The vault of identity numbers, on the key of the settings or of the data folder. */
export function identityVault(): Vault {
  const { identityKey, dataDir } = env()
  opened ??= openVault(identityKey ?? readOrMakeKey(dataDir))
  return opened
}
