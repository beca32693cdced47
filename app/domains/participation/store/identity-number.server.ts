import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { IdentityNumber } from '../rules/identity-number'

export interface MaskedNumber {
  identityNumberId: string
  kind: 'personnummer' | 'samordningsnummer'
  masked: string
  validFrom: Date
  isCurrent: boolean
}

/** A person's numbers as they may be shown, the newest first: masked. */
export async function listMaskedNumbers(db: Db, personId: PersonId): Promise<MaskedNumber[]> {
  const rows = await db
    .selectFrom('identity_number')
    .where('person_id', '=', personId)
    .select(['identity_number_id', 'kind', 'masked', 'valid_from', 'replaced_by'])
    .orderBy((expression) => expression('replaced_by', 'is not', null))
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    identityNumberId: row.identity_number_id,
    kind: row.kind,
    masked: row.masked,
    validFrom: row.valid_from,
    isCurrent: row.replaced_by === null,
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

/** Writes a number and lets it replace the current one; undefined when the number is already there. */
export async function insertNumber(
  tx: Tx,
  personId: PersonId,
  number: IdentityNumber,
  sealed: { ciphertext: Buffer; keyVersion: number; lookup: Buffer },
  at: Date,
): Promise<string | undefined> {
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
