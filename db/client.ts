import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Transaction, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { claimDataDir } from './claim'
import type { Schema } from './schema'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)

export interface Database {
  kysely: Kysely<Schema>
  pool: pg.Pool
  engine: 'embedded' | 'server'
  /** The version of the database that answers, `18.6`; rejects when none does. */
  ping: () => Promise<string>
  /** Ends the pool and, for the embedded engine, closes the database and gives its folder back. */
  close: () => Promise<void>
}

function build(pool: pg.Pool, engine: Database['engine'], after: () => Promise<void>): Database {
  pool.on('error', () => {
    // An idle connection was lost; the pool opens a new one for the next query, which reports a lasting fault.
  })
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  let closing: Promise<void> | undefined
  return {
    kysely,
    pool,
    engine,
    ping: async () =>
      String((await pool.query<{ server_version: string }>('show server_version')).rows[0]?.server_version),
    close: () => (closing ??= kysely.destroy().then(after)),
  }
}

/**
 * Connects to a PostgreSQL server. `maxConnections` is per process. Statements are not compiled (`jit`): with a large
 * month the compiling takes several times as long as the answer. `options` in the address has its say instead.
 */
export function openServerDatabase(url: string, maxConnections = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    application_name: 'westum-larportal',
    options: '-c jit=off',
  })
  return build(pool, 'server', async () => {})
}

/**
 * Opens the embedded PostgreSQL (PGlite). `dataDir` undefined keeps it in memory.
 * It has one connection: inside a transaction every query must go through the transaction, or it times out.
 * Throws DataDirInUse when another process has the folder.
 */
export async function openEmbeddedDatabase(
  dataDir: string | undefined,
  options: { waitForConnectionMs?: number } = {},
): Promise<Database> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm')
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres')
  const release = dataDir === undefined ? async () => {} : await claimDataDir(dataDir)
  try {
    const folder = dataDir === undefined ? undefined : path.join(dataDir, 'database')
    if (folder !== undefined) mkdirSync(folder, { recursive: true })
    const lite = await PGlite.create({
      ...(folder === undefined ? {} : { dataDir: folder }),
      extensions: { pg_trgm },
    })
    const pool = new pg.Pool({
      ...createPgConfig(lite),
      max: 1,
      connectionTimeoutMillis: options.waitForConnectionMs ?? 30_000,
    } as pg.PoolConfig)
    return build(pool, 'embedded', async () => {
      await lite.close()
      await release()
    })
  } catch (error) {
    await release()
    throw error
  }
}

export { sql }
export type { Transaction }
