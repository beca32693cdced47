import type { Db } from '~db/schema'
import { listSealedNumbers } from '../store/own.server'
import type { Vault } from '../vault.server'

/** A person's own identity numbers in full, the oldest first. The caller has asked for the password again. */
export async function openOwnNumbers(db: Db, vault: Vault, personIds: readonly string[]): Promise<string[]> {
  const sealed = await listSealedNumbers(db, personIds)
  return sealed.map(({ personId, ciphertext }) => {
    const digits = vault.open(ciphertext, personId)
    return `${digits.slice(0, 8)}-${digits.slice(8)}`
  })
}
