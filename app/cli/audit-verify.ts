import { closeDatabase, openDatabase } from '~/db.server'
import { findProjectByDiarienr, verifyChain } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { pendingMigrations } from '~db/migrate'
import { runCommand } from './run-command'

/**
 * `npm run audit:verify`: hashes every row of the ledger anew and names the first one that was altered, in Swedish and
 * English. Exit code 1 on a break. With `-- 22-035-S05` only those with rows in that project. Writes nothing.
 */
await runCommand(async () => {
  const [diarienr, ...more] = process.argv.slice(2)
  if (more.length > 0) throw new Error('Ange högst ett diarienummer.')
  const { kysely } = await openDatabase()
  try {
    const pending = await pendingMigrations(kysely)
    if (pending.length > 0) throw new Error(`Migreringar saknas: ${pending.join(', ')}. Kör npm run db:migrate först.`)
    const project = diarienr === undefined ? undefined : await findProjectByDiarienr(kysely, diarienr)
    if (diarienr !== undefined && project === undefined) {
      throw new Error(translator('sv')('proof')('unknownProject', { diarienr }))
    }
    const verdict = await verifyChain(kysely, project === undefined ? {} : { projectId: project.projectId })
    for (const language of ['sv', 'en'] as const) {
      const t = translator(language)('proof')
      const { first, links, people, figures, removed, breaks } = verdict
      if (first === undefined) console.log(t('whole', { links, people, figures }))
      else {
        const { fault, ...where } = first
        console.error(t('broken', { breaks }))
        console.error(`  ${t(`faults.${fault}`, { ...where, position: where.position ?? 0 })}`)
        console.error(t('remedy'))
      }
      if (removed > 0) console.log(t('removed', { removed }))
    }
    if (!verdict.whole) process.exitCode = 1
  } finally {
    await closeDatabase()
  }
})
