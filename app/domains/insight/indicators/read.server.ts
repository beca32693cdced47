import type { ParticipantScope } from '~/domains/participation'
import { findProjectByDiarienr, listBirthDays, type Vault } from '~/domains/participation/index.server'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { listHoursByMonth, listIndicatorRecords, listPartnerTargets } from '../store/indicators.server'
import type { IndicatorRecord } from './model'
import type { IndicatorFacts, PageProject } from './page'

export type IndicatorProject = PageProject & { projectId: ProjectId }

/** Figures of a whole project are for those who reach everybody, and for the office and auditors of its owner. */
async function findProject(db: Db, scope: ParticipantScope, diarienr: string): Promise<IndicatorProject | undefined> {
  const project = await findProjectByDiarienr(db, diarienr)
  if (project === undefined) return undefined
  return scope.everyone || scope.organisationIds.includes(project.ownerId) ? project : undefined
}

/** The participant records of a project, ages opened in memory by the vault; undefined beyond the scope. Three queries. */
export async function readIndicatorRecords(
  db: Db,
  scope: ParticipantScope,
  vault: Pick<Vault, 'open'>,
  diarienr: string,
): Promise<{ project: IndicatorProject; records: IndicatorRecord[] } | undefined> {
  const project = await findProject(db, scope, diarienr)
  if (project === undefined) return undefined
  const birthDays = await listBirthDays(db, vault, project.projectId)
  return { project, records: await listIndicatorRecords(db, project.projectId, birthDays) }
}

/** Everything that the page of indicators shows; undefined beyond the scope. Five queries. */
export async function readIndicators(
  db: Db,
  scope: ParticipantScope,
  vault: Pick<Vault, 'open'>,
  diarienr: string,
): Promise<{ project: IndicatorProject; facts: IndicatorFacts } | undefined> {
  const found = await readIndicatorRecords(db, scope, vault, diarienr)
  if (found === undefined) return undefined
  const { project, records } = found
  const [hours, targets] = await Promise.all([
    listHoursByMonth(db, project.projectId),
    listPartnerTargets(db, project.projectId),
  ])
  return { project, facts: { records, hours, targets } }
}
