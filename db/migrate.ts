import { type Kysely, type MigrationResult, Migrator } from 'kysely'
import { migrations } from './migrations'
import type { Schema } from './schema'

/** Brings the database to the newest migration, under a lock on a server. Returns the names that ran. Throws the first error. */
export async function migrateToLatest(db: Kysely<Schema>): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).map((result: MigrationResult) => result.migrationName)
}

/** Names of migrations that have not run yet. */
export async function pendingMigrations(db: Kysely<Schema>): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  })
  return (await migrator.getMigrations())
    .filter((migration) => migration.executedAt === undefined)
    .map(({ name }) => name)
}
