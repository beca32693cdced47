import { recordAudit } from '~/domains/identity/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import {
  insertNextKey,
  listKeys,
  listSealedImports,
  listSealedNumbers,
  lockNumbers,
  replaceImportSeal,
  replaceSeals,
  type SealedRow,
} from '../store/identity-key.server'
import { openVault, type Vault } from '../vault.server'

const BATCH = 500

export type RotationRefusal = 'same-key' | 'unknown-key'

export interface Rotation {
  keyVersion: number
  /** How many numbers the new key seals; zero when it had been taken before. */
  numbers: number
  /** False when the database already held the new key: the repeat of a rotation that was interrupted. */
  changed: boolean
}

/**
 * Seals every identity number with a new key and hashes its look-up anew, in one transaction: all or none. Each number
 * is read back and opened with the new key before anything stands. Repeating it changes nothing.
 * Refuses the key that is already in use as the new one, and an old key that is not the database's.
 */
export async function rotateIdentityKey(
  db: Db,
  keys: { current: string; next: string; at: Date },
): Promise<Outcome<Rotation, RotationRefusal>> {
  const old = openVault(keys.current)
  const candidate = openVault(keys.next)
  return db.transaction().execute(async (tx) => {
    await lockNumbers(tx)
    const known = await listKeys(tx)
    const inForce = known.find((key) => !key.retired)
    if (inForce?.fingerprint.equals(candidate.fingerprint)) {
      if (old.fingerprint.equals(candidate.fingerprint)) return refused('same-key')
      return done({ keyVersion: inForce.keyVersion, numbers: 0, changed: false })
    }
    if (inForce !== undefined && !inForce.fingerprint.equals(old.fingerprint)) return refused('unknown-key')
    if (old.fingerprint.equals(candidate.fingerprint)) return refused('same-key')
    const keyVersion = Math.max(1, ...known.map((key) => key.keyVersion)) + 1
    const vault = openVault(keys.next, keyVersion)
    await insertNextKey(tx, vault, keys.at)
    const numbers = await sealAnew(tx, old, vault)
    await sealImportsAnew(tx, old, vault)
    await recordAudit(tx, {
      actorId: null,
      action: 'identity-key.rotated',
      subjectKind: 'identity-key',
      subjectId: String(keyVersion),
      detail: { numbers },
      at: keys.at,
    })
    return done({ keyVersion, numbers, changed: true })
  })
}

async function sealAnew(tx: Tx, old: Vault, vault: Vault): Promise<number> {
  let count = 0
  let after: string | undefined
  for (;;) {
    const rows = await listSealedNumbers(tx, after, BATCH)
    const last = rows.at(-1)
    if (last === undefined) return count
    const digits = new Map(rows.map((row) => [row.identityNumberId, opened(old, row)]))
    const next = rows.map((row) => {
      const plain = digits.get(row.identityNumberId) ?? ''
      return { ...row, ciphertext: vault.seal(plain, row.personId), lookup: vault.lookup(plain) }
    })
    await replaceSeals(tx, next, vault.keyVersion)
    for (const row of await listSealedNumbers(tx, after, BATCH)) {
      const plain = opened(vault, row)
      if (plain !== digits.get(row.identityNumberId) || !row.lookup.equals(vault.lookup(plain))) {
        throw new Error(`Identitetsnummer ${row.identityNumberId} gick inte att försegla om. Inget är ändrat.`)
      }
    }
    count += rows.length
    after = last.identityNumberId
  }
}

function opened(vault: Vault, row: SealedRow): string {
  try {
    return vault.open(row.ciphertext, row.personId)
  } catch {
    throw new Error(
      `Identitetsnummer ${row.identityNumberId} går inte att öppna med nyckeln. Inget är ändrat. ` +
        'Kontrollera att IDENTITY_KEY är den nyckel som portalen använder, eller återställ databasen ur en säkerhetskopia.',
    )
  }
}

/** A preview that the old key cannot open is given up: its file is read in again. */
async function sealImportsAnew(tx: Tx, old: Vault, vault: Vault): Promise<void> {
  for (const { importId, sealedRows } of await listSealedImports(tx)) {
    await replaceImportSeal(tx, importId, resealed(old, vault, sealedRows, importId))
  }
}

function resealed(old: Vault, vault: Vault, sealed: Buffer, boundTo: string): Buffer | undefined {
  try {
    return vault.seal(old.open(sealed, boundTo), boundTo)
  } catch {
    return undefined
  }
}
