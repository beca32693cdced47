import { migrateToLatest } from '~db/migrate'
import { importContent } from '~db/seed/content'
import { seedDemonstration } from '~db/seed/demo'
import { now, setClock } from '~/clock.server'
import { openDatabase } from '~/db.server'
import { sessions } from '~/session.server'
import { env } from '~/env.server'
import { log } from './log.server'

/** Opens the database and brings it to today's tables, content and, in demonstration mode, people. */
export async function prepare(contentDir: string): Promise<void> {
  const { kysely } = await openDatabase()
  const ran = await migrateToLatest(kysely)
  if (ran.length > 0) log.info({ migrations: ran }, 'migrated')
  await setClock(kysely, new Date())
  const report = await importContent(kysely, { contentDir, now: now() })
  for (const problem of report.problems) log.warn(problem, 'content')
  if (env().demo) await seedDemonstration(kysely, { now: now(), password: env().demoPassword })
  await sessions().endExpired()
}
