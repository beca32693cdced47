import type { Db } from '~db/schema'
import { migrateToLatest } from '~db/migrate'
import { importContent, problemLine } from '~db/seed/content'
import { seedDemonstration, seedMonths } from '~db/seed/demo'
import { gatherStatistics } from '~db/statistics'
import { now, setClock } from '~/clock.server'
import { openDatabase } from '~/db.server'
import { hashPassword } from '~/domains/identity/index.server'
import { keepTemplateFile, type Vault } from '~/domains/participation/index.server'
import { env } from '~/env.server'
import { sessions } from '~/session.server'
import { openKeptVault } from '~/vault.server'
import { log } from './log.server'

async function bringContent(kysely: Db, contentDir: string): Promise<void> {
  const report = await importContent(kysely, { contentDir, now: now() })
  for (const problem of report.problems) log.warn({ problem: problemLine(problem) }, 'content')
  for (const problem of await keepTemplateFile(kysely, contentDir, now())) {
    log.warn({ problem: problemLine(problem) }, 'report template')
  }
  const { created, updated, retired, untouched } = report
  if (created.length + updated.length + retired.length > 0) {
    log.info({ created: created.length, updated, retired, untouched }, 'content imported')
  }
}

async function bringDemonstration(kysely: Db, vault: Vault, contentDir: string): Promise<void> {
  const { demo, demoPassword } = env()
  if (!demo) return
  const seeded = await seedDemonstration(kysely, {
    password: demoPassword,
    hashPassword,
    vault,
    now: now(),
  })
  if (seeded) log.info('demonstration seeded')
  await seedMonths(kysely, { vault, contentDir })
}

/** Opens the database and brings it to today's tables, content and, in demonstration mode, people. */
export async function prepare(contentDir: string): Promise<void> {
  const { kysely, engine } = await openDatabase()
  const ran = await migrateToLatest(kysely)
  if (ran.length > 0) log.info({ migrations: ran }, 'migrated')
  await setClock(kysely, new Date())
  const vault = await openKeptVault(kysely)
  await bringContent(kysely, contentDir)
  await bringDemonstration(kysely, vault, contentDir)
  if (engine === 'embedded') await gatherStatistics(kysely)
  await sessions().endExpired()
}
