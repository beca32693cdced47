import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { IdentityNumber } from '../rules/identity-number'
import { holdCurrentVersion } from './identity-key.server'

export interface MaskedNumber {
  identityNumberId: string
  kind: 'personnummer' | 'samordningsnummer'
  masked: string
  validFrom: Date
  isCurrent: boolean
  /** The number that took this one's place, masked. */
  replacedBy: { kind: 'personnummer' | 'samordningsnummer'; masked: string; at: Date } | null
}

/** A person's numbers as they may be shown, the newest first: masked. */
export async function listMaskedNumbers(db: Db, personId: PersonId): Promise<MaskedNumber[]> {
  const rows = await db
    .selectFrom('identity_number')
    .leftJoin('identity_number as next', 'next.identity_number_id', 'identity_number.replaced_by')
    .where('identity_number.person_id', '=', personId)
    .select([
      'identity_number.identity_number_id',
      'identity_number.kind',
      'identity_number.masked',
      'identity_number.valid_from',
      'identity_number.replaced_by',
      'next.kind as next_kind',
      'next.masked as next_masked',
      'next.valid_from as next_from',
    ])
    .orderBy((expression) => expression('identity_number.replaced_by', 'is not', null))
    .orderBy('identity_number.valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    identityNumberId: row.identity_number_id,
    kind: row.kind,
    masked: row.masked,
    validFrom: row.valid_from,
    isCurrent: row.replaced_by === null,
    replacedBy:
      row.next_kind === null || row.next_masked === null || row.next_from === null
        ? null
        : { kind: row.next_kind, masked: row.next_masked, at: row.next_from },
  }))
}

export async function findSealedNumber(
  db: Db,
  personId: PersonId,
  identityNumberId: string,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('identity_number')
    .where('person_id', '=', personId)
    .where('identity_number_id', '=', identityNumberId)
    .select('ciphertext')
    .executeTakeFirst()
  return row?.ciphertext
}

/** Who has the number of this hash. */
export async function findHolder(db: Db, lookup: Buffer): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('identity_number')
    .where('lookup_hash', '=', lookup)
    .select('person_id')
    .executeTakeFirst()
  return row === undefined ? undefined : (row.person_id as PersonId)
}

/** This process works with a key that has been rotated away; it must be started again with the new one. */
export class IdentityKeyReplaced extends Error {
  override name = 'IdentityKeyReplaced'

  constructor() {
    super('The key of the identity numbers has been changed: start the portal again with the new IDENTITY_KEY')
  }
}

/**
 * Writes a number and lets it replace the current one; undefined when the number is already there.
 * Throws IdentityKeyReplaced when another key than the one that sealed it is in force.
 */
export async function insertNumber(
  tx: Tx,
  personId: PersonId,
  number: IdentityNumber,
  sealed: { ciphertext: Buffer; keyVersion: number; lookup: Buffer },
  at: Date,
): Promise<string | undefined> {
  const current = await holdCurrentVersion(tx)
  if (current !== undefined && current !== sealed.keyVersion) throw new IdentityKeyReplaced()
  const row = await tx
    .insertInto('identity_number')
    .values({
      person_id: personId,
      kind: number.kind,
      ciphertext: sealed.ciphertext,
      key_version: sealed.keyVersion,
      lookup_hash: sealed.lookup,
      masked: number.masked,
      birth_year: number.birthYear,
      gender: number.gender,
      valid_from: at,
      replaced_by: null,
    })
    .onConflict((conflict) => conflict.column('lookup_hash').doNothing())
    .returning('identity_number_id')
    .executeTakeFirst()
  if (row === undefined) return undefined
  await tx
    .updateTable('identity_number')
    .set({ replaced_by: row.identity_number_id })
    .where('person_id', '=', personId)
    .where('replaced_by', 'is', null)
    .where('identity_number_id', '<>', row.identity_number_id)
    .execute()
  return row.identity_number_id
}
