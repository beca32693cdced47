import type { Actor } from '~/domains/identity'
import { enqueueNotice } from '~/domains/notice/index.server'
import { correctEntry, type CorrectRefusal, type CorrectRequest } from '~/domains/participation/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'

/**
 * Corrects a line of the ledger and tells the participant, in one transaction. A refusal writes nothing. Answers the
 * line that was written last.
 */
export function correctTimeAndTell(
  db: Db,
  actor: Actor,
  request: CorrectRequest,
): Promise<Outcome<{ timeEntryId: string }, CorrectRefusal>> {
  return db.transaction().execute(async (tx) => {
    const outcome = await correctEntry(tx, actor, request)
    if (!outcome.ok) return refused(outcome.refusal)
    const { personId, timeEntryId, title, month, diarienr } = outcome.value
    await enqueueNotice(tx, {
      personId,
      kind: 'time-corrected',
      sourceId: timeEntryId,
      payload: { timeEntryId, title, month, diarienr, reason: request.reason.trim() },
      createdAt: request.at,
    })
    return done({ timeEntryId })
  })
}
