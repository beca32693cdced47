import { sql } from 'kysely'
import type { Db, Tx } from '~db/schema'

export interface KnownKey {
  keyVersion: number
  fingerprint: Buffer
  retired: boolean
}

/** Every key that has sealed numbers here, the current one among them; none before the first start. */
export async function listKeys(db: Db): Promise<KnownKey[]> {
  const rows = await db
    .selectFrom('identity_key')
    .select(['key_version', 'fingerprint', 'retired_at'])
    .orderBy('key_version')
    .execute()
  return rows.map((row) => ({
    keyVersion: row.key_version,
    fingerprint: row.fingerprint,
    retired: row.retired_at !== null,
  }))
}

/** The first key of an installation; a key that is already known stands. */
export async function insertFirstKey(db: Db, fingerprint: Buffer, at: Date): Promise<void> {
  await db
    .insertInto('identity_key')
    .values({ key_version: 1, fingerprint, taken_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Lets nobody write numbers until the transaction ends. */
export async function lockNumbers(tx: Tx): Promise<void> {
  await sql`lock table identity_key, identity_number in exclusive mode`.execute(tx)
}

export async function insertNextKey(tx: Tx, key: { keyVersion: number; fingerprint: Buffer }, at: Date): Promise<void> {
  await tx.updateTable('identity_key').set({ retired_at: at }).where('retired_at', 'is', null).execute()
  await tx
    .insertInto('identity_key')
    .values({ key_version: key.keyVersion, fingerprint: key.fingerprint, taken_at: at })
    .execute()
}

/** The version of the key in force, held until the transaction ends; undefined before the first start. */
export async function holdCurrentVersion(tx: Tx): Promise<number | undefined> {
  const row = await tx
    .selectFrom('identity_key')
    .where('retired_at', 'is', null)
    .select('key_version')
    .forShare()
    .executeTakeFirst()
  return row?.key_version
}

export interface SealedRow {
  identityNumberId: string
  personId: string
  ciphertext: Buffer
  lookup: Buffer
}

/** Sealed numbers after `afterId` in the order of their ids, at most `limit`. */
export async function listSealedNumbers(db: Db, afterId: string | undefined, limit: number): Promise<SealedRow[]> {
  let rows = db
    .selectFrom('identity_number')
    .select(['identity_number_id as identityNumberId', 'person_id as personId', 'ciphertext', 'lookup_hash as lookup'])
    .orderBy('identity_number_id')
    .limit(limit)
  if (afterId !== undefined) rows = rows.where('identity_number_id', '>', afterId)
  return rows.execute()
}

/** Writes the numbers as they are sealed by another key. */
export async function replaceSeals(tx: Tx, rows: readonly SealedRow[], keyVersion: number): Promise<void> {
  const ids = rows.map((row) => row.identityNumberId)
  const seals = rows.map((row) => row.ciphertext.toString('hex'))
  const hashes = rows.map((row) => row.lookup.toString('hex'))
  await sql`
    update identity_number set ciphertext = decode(next.seal, 'hex'), lookup_hash = decode(next.hash, 'hex'),
      key_version = ${keyVersion}
    from unnest(${ids}::uuid[], ${seals}::text[], ${hashes}::text[]) as next(id, seal, hash)
    where identity_number.identity_number_id = next.id`.execute(tx)
}

/** Import previews that hold sealed rows. */
export async function listSealedImports(tx: Tx): Promise<{ importId: string; sealedRows: Buffer }[]> {
  const rows = await tx
    .selectFrom('participant_import')
    .where('sealed_rows', 'is not', null)
    .select(['import_id', 'sealed_rows'])
    .execute()
  return rows.flatMap((row) =>
    row.sealed_rows === null ? [] : [{ importId: row.import_id, sealedRows: row.sealed_rows }],
  )
}

/** Sealed rows of an import as another key seals them; undefined gives the preview up. */
export async function replaceImportSeal(tx: Tx, importId: string, sealedRows: Buffer | undefined): Promise<void> {
  await tx
    .updateTable('participant_import')
    .set(sealedRows === undefined ? { sealed_rows: null, state: 'avbruten' } : { sealed_rows: sealedRows })
    .where('import_id', '=', importId)
    .execute()
}
