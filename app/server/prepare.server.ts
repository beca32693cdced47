import { migrateToLatest } from '~db/migrate'
import { setClock } from '~/clock.server'
import { openDatabase } from '~/db.server'
import { sessions } from '~/session.server'
import { log } from './log.server'

/** Opens the database and brings it to today's tables, content and, in demonstration mode, people. */
export async function prepare(_contentDir: string): Promise<void> {
  const { kysely } = await openDatabase()
  const ran = await migrateToLatest(kysely)
  if (ran.length > 0) log.info({ migrations: ran }, 'migrated')
  await setClock(kysely, new Date())
  await sessions().endExpired()
}
