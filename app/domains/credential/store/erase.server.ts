import { sql } from 'kysely'
import type { Tx } from '~db/schema'

/** Takes away the certificates of people who are marked as erased; the database refuses those of others. */
export async function eraseCertificates(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`select delete_certificates_of(${[...personIds]}::uuid[])`.execute(tx)
}
