import type { Db } from '~db/schema'
import { insertFirstKey, listKeys, listSealedNumbers } from '../store/identity-key.server'
import { openVault, type Vault } from '../vault.server'
import { dropWaitingKey, readOrMakeKey, readWaitingKey, takeWaitingKey } from './key-file.server'

const wrongKey =
  'Nyckeln öppnar inte identitetsnumren i databasen. Sätt IDENTITY_KEY till den nyckel som används ' +
  '(efter ett nyckelbyte den nya), eller lägg tillbaka identity.key i DATA_DIR ur en säkerhetskopia.'

function opens(vault: Vault, row: { ciphertext: Buffer; personId: string }): boolean {
  try {
    vault.open(row.ciphertext, row.personId)
    return true
  } catch {
    return false
  }
}

/** The version under which the database knows a key; undefined for a retired or foreign one. Takes note of the first key. */
async function versionOf(db: Db, key: string, at: Date): Promise<number | undefined> {
  const vault = openVault(key)
  const known = await listKeys(db)
  if (known.length === 0) {
    const [sample] = await listSealedNumbers(db, undefined, 1)
    if (sample !== undefined && !opens(vault, sample)) return undefined
    await insertFirstKey(db, vault.fingerprint, at)
    return versionOf(db, key, at)
  }
  return known.find((one) => !one.retired && one.fingerprint.equals(vault.fingerprint))?.keyVersion
}

/**
 * The vault on the key of the settings or of the data folder. A rotation that was interrupted after the database had
 * taken the new key is brought to its end here. Throws a plain sentence when the key is not the database's.
 */
export async function openIdentityVault(
  db: Db,
  settings: { identityKey: string | undefined; dataDir: string; at: Date },
): Promise<Vault> {
  const { identityKey, dataDir, at } = settings
  const key = identityKey ?? readOrMakeKey(dataDir)
  const version = await versionOf(db, key, at)
  const waiting = readWaitingKey(dataDir)
  if (identityKey !== undefined || waiting === undefined) {
    if (version === undefined) throw new Error(wrongKey)
    return openVault(key, version)
  }
  if (version !== undefined) {
    dropWaitingKey(dataDir)
    return openVault(key, version)
  }
  const next = await versionOf(db, waiting, at)
  if (next === undefined) throw new Error(wrongKey)
  takeWaitingKey(dataDir)
  return openVault(waiting, next)
}
