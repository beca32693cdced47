import type { Actor } from '~/domains/identity'
import { enqueueNotices } from '~/domains/notice/index.server'
import { type AttestedKey, type BulkResult, listDiarienr, returnMonths } from '~/domains/participation/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'

/** Gives months back to the participants with a reason and tells each of them, in one transaction. */
export function returnMonthsAndTell(
  db: Db,
  actor: Actor,
  request: { keys: readonly AttestedKey[]; reason: string; at: Date },
): Promise<Outcome<BulkResult, 'nothing-chosen' | 'reason'>> {
  return db.transaction().execute(async (tx) => {
    const outcome = await returnMonths(tx, actor, request)
    if (!outcome.ok) return refused(outcome.refusal)
    const numbers = await listDiarienr(
      tx,
      outcome.value.done.map((one) => one.projectId),
    )
    await enqueueNotices(
      tx,
      outcome.value.done.map((one) => ({
        personId: one.personId,
        kind: 'month-returned',
        sourceId: one.monthEventId,
        payload: { diarienr: numbers.get(one.projectId) ?? '', month: one.month, reason: request.reason.trim() },
        createdAt: request.at,
      })),
    )
    return done(outcome.value)
  })
}
