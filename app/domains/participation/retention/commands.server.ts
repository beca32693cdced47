import { recordAudit } from '~/domains/identity/index.server'
import { localDay } from '~/shared/dates'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { deleteProjectBatch } from '../store/retention.server'
import type { ProjectCounts } from './model'
import { addCounts, countAll } from './rules'

const PEOPLE_AT_A_TIME = 100

/**
 * Deletes the evidence of a project that is past its last day, batch by batch: each is one transaction with its line in
 * the log, so that the work may be stopped at any moment and goes on when it is asked for again. Returns what went by
 * kind. The database checks the rule for every batch and refuses when the project is kept.
 */
export async function deleteProjectEvidence(
  db: Db,
  request: { projectId: ProjectId; actorId: PersonId | null; at: Date; most?: number },
): Promise<ProjectCounts> {
  const { projectId, actorId, at, most = PEOPLE_AT_A_TIME } = request
  let sum: ProjectCounts = {}
  for (;;) {
    const batch = await db.transaction().execute(async (tx) => {
      const { deleted, done } = await deleteProjectBatch(tx, projectId, localDay(at), most)
      const counts = Object.fromEntries(Object.entries(deleted).filter(([, count]) => count > 0))
      if (countAll(counts) > 0) {
        await recordAudit(tx, {
          actorId,
          action: 'retention.applied',
          subjectKind: 'project',
          subjectId: projectId,
          detail: { rule: 'projektunderlag', after: counts },
          at,
        })
      }
      return { counts, done }
    })
    sum = addCounts(sum, batch.counts)
    if (batch.done) return sum
  }
}
