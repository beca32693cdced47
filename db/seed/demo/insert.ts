import { sql } from 'kysely'
import type { Schema, Tx } from '~db/schema'

const rowsInOneStatement = 4_000

/**
 * Inserts many rows with few statements: the rows travel as one JSON parameter, so neither the number of parameters
 * nor that of columns matters. Values are as JSON holds them: dates in ISO form, bytes as `\x…`, jsonb as it is.
 */
export async function insertMany<T extends keyof Schema & string>(
  tx: Tx,
  table: T,
  columns: readonly (keyof Schema[T] & string)[],
  rows: readonly Partial<Record<keyof Schema[T] & string, unknown>>[],
): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += rowsInOneStatement) {
    const part = JSON.stringify(rows.slice(from, from + rowsInOneStatement))
    await sql`insert into ${sql.table(table)} (${list})
      select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb)`.execute(tx)
  }
}

/** Bytes as PostgreSQL reads them from text. */
export function hexBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`
}
