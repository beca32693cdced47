import { inject } from 'vitest'
import type { Db } from '~db/schema'
import { type Database, openEmbeddedDatabase, openServerDatabase } from '~db/client'
import { migrateToLatest } from '~db/migrate'

const shared = globalThis as { portalTestDatabase?: Promise<Database> }

async function open(): Promise<Database> {
  const serverUrl = inject('serverDatabaseUrl')
  // One connection serves the embedded engine: a query outside the open transaction waits, and fails after three seconds.
  const database =
    serverUrl === ''
      ? await openEmbeddedDatabase(undefined, { waitForConnectionMs: 3_000 })
      : openServerDatabase(serverUrl)
  await migrateToLatest(database.kysely)
  return database
}

/** The migrated database of this test run: PGlite in memory, or a server's when TEST_ENGINE=server. Shared by all files. */
export async function testDatabase(): Promise<Db> {
  return (await openedDatabase()).kysely
}

/** The same database with its engine and pool, for tests of locking and of the engines themselves. */
export function openedDatabase(): Promise<Database> {
  return (shared.portalTestDatabase ??= open())
}
