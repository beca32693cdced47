import { now, setClock } from '~/clock.server'
import { closeDatabase, openDatabase } from '~/db.server'
import { commonKinds, countAll, projectKinds, readinessOf } from '~/domains/participation'
import {
  deleteProjectEvidence,
  findProjectStanding,
  listHeldPeople,
  listProjects,
  listRetentionRules,
} from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { countCommon, deleteCommon } from '~/journeys/retain.server'
import { localDay } from '~/shared/dates'
import { migrateToLatest } from '~db/migrate'
import { runCommand } from './run-command'

const t = translator('sv')('retention')

function tell(heading: string, counts: Partial<Record<string, number>>): void {
  console.log(heading)
  for (const kind of [...projectKinds, ...commonKinds]) {
    const count = counts[kind] ?? 0
    if (count > 0) console.log(`  ${t(`kinds.${kind}`)}: ${count}`)
  }
}

/**
 * `npm run retention`: says for every project what is kept, until when and what would go today. With `-- --apply` the
 * same rows are deleted, batch by batch and with a line in the log for each; stopped halfway, it goes on next time.
 */
await runCommand(async () => {
  const apply = process.argv.includes('--apply')
  const unknown = process.argv.slice(2).filter((word) => word !== '--apply')
  if (unknown.length > 0) throw new Error(`Okänt val: ${unknown.join(' ')}. Det enda valet är --apply.`)
  const { kysely } = await openDatabase()
  await migrateToLatest(kysely)
  await setClock(kysely, new Date())
  const at = now()
  const today = localDay(at)
  console.log(
    apply ? `Gallring ${today}` : `Provräkning ${today}: inget tas bort. Lägg till -- --apply för att gallra.`,
  )
  for (const project of await listProjects(kysely)) {
    const { projectId } = project
    const standing = await findProjectStanding(kysely, projectId)
    const readiness = readinessOf(project, standing, today)
    const day = standing.keptUntil ?? ''
    console.log(`\n${project.diarienr} ${project.name}\n${t(`standing.${readiness}`, { day })}`)
    if (readiness !== 'due') continue
    if (countAll(standing.counts) === 0) console.log(t('standing.empty'))
    else if (apply) tell('Borttagna rader:', await deleteProjectEvidence(kysely, { projectId, actorId: null, at }))
    else tell('Rader som skulle tas bort:', standing.counts)
  }
  console.log(`\n${t('dry.common')}`)
  const common = await countCommon(kysely, await listRetentionRules(kysely), await listHeldPeople(kysely), today)
  if (countAll(common) === 0) console.log(t('apply.nothingCommon'))
  else if (apply) tell('Borttagna rader:', await deleteCommon(kysely, { actorId: null, at }))
  else tell('Rader som skulle tas bort:', common)
  await closeDatabase()
})
