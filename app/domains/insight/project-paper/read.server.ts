import type { ParticipantScope } from '~/domains/participation'
import {
  findProjectAims,
  findProjectFacts,
  listBatches,
  listGoals,
  listMonthsWithTime,
  listProjectMonths,
  reconciledMonths,
  type Vault,
} from '~/domains/participation/index.server'
import type { Db } from '~db/schema'
import { indicatorsPageOf } from '../indicators/page'
import { readPeriod } from '../indicators/period'
import { readIndicators } from '../indicators/read.server'

/** Everything that the summary of a project tells; undefined beyond the scope. */
export async function readProjectSummary(
  db: Db,
  scope: ParticipantScope,
  vault: Pick<Vault, 'open'>,
  diarienr: string,
) {
  const found = await readIndicators(db, scope, vault, diarienr)
  const facts = found && (await findProjectFacts(db, diarienr))
  if (found === undefined || facts === undefined) return undefined
  const { project } = found
  const { projectId } = project
  const months = await listMonthsWithTime(db, projectId)
  const [aims, goals, totals, overviews, batches] = await Promise.all([
    findProjectAims(db, projectId),
    listGoals(db, scope, projectId),
    reconciledMonths(db, projectId, months),
    listProjectMonths(db, projectId),
    listBatches(db, projectId),
  ])
  const whole = readPeriod(new URLSearchParams(), project)
  const indicators = indicatorsPageOf(project, found.facts, whole, 'EECO01')
  const states = new Map(overviews.map(({ month, state }) => [month, state]))
  return {
    facts,
    aims,
    goals,
    indicators,
    months: totals.map((month) => ({ ...month, state: states.get(month.month) ?? ('oppen' as const) })),
    batches,
  }
}

export type ProjectSummary = NonNullable<Awaited<ReturnType<typeof readProjectSummary>>>
