import { type Database, openEmbeddedDatabase, openServerDatabase } from '~db/client'
import type { Db } from '~db/schema'
import { env } from './env.server'

/** Kept on globalThis so that reloaded modules in development share the one database of the process. */
const holder = globalThis as typeof globalThis & { portalDatabase?: Database }

/** Opens the database of the settings, once per process. Throws DataDirInUse when another process has it. */
export async function openDatabase(): Promise<Database> {
  const { databaseUrl, dataDir } = env()
  holder.portalDatabase ??=
    databaseUrl === undefined ? await openEmbeddedDatabase(dataDir) : openServerDatabase(databaseUrl)
  return holder.portalDatabase
}

/** The opened database: `openDatabase` has run at start. */
export function database(): Database {
  if (holder.portalDatabase === undefined) throw new Error('The database is not open yet')
  return holder.portalDatabase
}

/** The pool that routes hand to domains and journeys. */
export function db(): Db {
  return database().kysely
}

export async function closeDatabase(): Promise<void> {
  await holder.portalDatabase?.close()
  delete holder.portalDatabase
}
