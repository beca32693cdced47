import { checkDigitOf, parseIdentityNumber } from '~/domains/participation'
import type { Vault } from '~/domains/participation/index.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** An official test number of a day that has both serials: 238 for a woman, 239 for a man (domain rules of fixtures). */
export function numberBornOn(day: string, woman: boolean): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const nine = `${year.slice(2)}${month}${date}${woman ? '238' : '239'}`
  return `${year.slice(0, 2)}${nine}${checkDigitOf(nine)}`
}

/** Seals a number for a person; one that somebody else has is written under a lookup of this person's own. */
export async function giveNumber(db: Db, vault: Vault, personId: PersonId, number: string): Promise<void> {
  const parsed = parseIdentityNumber(number, '2025-03-24')
  if (!parsed.ok) throw new Error(`Not a number: ${parsed.refusal}`)
  const { digits, kind, masked, birthYear, gender } = parsed.value
  await db
    .insertInto('identity_number')
    .values({
      person_id: personId,
      kind,
      ciphertext: vault.seal(digits, personId),
      key_version: vault.keyVersion,
      lookup_hash: vault.lookup(`${digits}${personId}`),
      masked,
      birth_year: birthYear,
      gender,
      valid_from: new Date('2024-01-01T00:00:00Z'),
      replaced_by: null,
    })
    .execute()
}
