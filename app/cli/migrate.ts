import { closeDatabase, openDatabase } from '~/db.server'
import { migrateToLatest } from '~db/migrate'
import { runCommand } from './run-command'

/** `npm run db:migrate`: brings the tables of the settings' database to the newest migration. */
await runCommand(async () => {
  const { kysely } = await openDatabase()
  const ran = await migrateToLatest(kysely)
  console.log(ran.length === 0 ? 'Tabellerna är redan aktuella.' : `Körda migreringar: ${ran.join(', ')}`)
  await closeDatabase()
})
