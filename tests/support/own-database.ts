import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openEmbeddedDatabase, openServerDatabase } from '~db/client'
import { migrateToLatest } from '~db/migrate'

/** A migrated database that no other test shares, on the engine of the run; `close` removes it. */
export async function ownDatabase(): Promise<Database> {
  const serverUrl = inject('serverDatabaseUrl')
  if (serverUrl === '') {
    const database = await openEmbeddedDatabase(undefined, { waitForConnectionMs: 3_000 })
    await migrateToLatest(database.kysely)
    return database
  }
  const name = `portal_own_${randomBytes(6).toString('hex')}`
  await run(serverUrl, `create database ${name} encoding 'UTF8' template template0`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = openServerDatabase(url.href)
  await migrateToLatest(database.kysely)
  return {
    ...database,
    close: async () => {
      await database.close()
      await run(serverUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
