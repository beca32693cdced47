import { sql } from 'kysely'
import type { Db } from './schema'

/**
 * Gathers what the planner knows of the tables. A server does so by itself; the embedded engine never does, and then
 * plans the sums of a month as if the ledger were empty.
 */
export async function gatherStatistics(db: Db): Promise<void> {
  await sql`analyze`.execute(db)
}
