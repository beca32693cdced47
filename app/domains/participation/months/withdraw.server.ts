import { recordAudit } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { findEntry, insertCorrection } from '../store/months-entries.server'
import { returnSigned } from '../store/months-attest.server'
import { findPersonMonth, findProjectMonth } from '../store/months-sign.server'
import { holdLedgers } from '../store/months-sums.server'
import { markMonthsChanged } from './commands.server'
import { monthOf } from './rules/calendar'

const LEAST_REASON = 10

export type WithdrawRefusal = 'not-found' | 'locked' | 'not-signed' | 'reason'

/**
 * Takes back the person's own signature (and the attestation that rests on it) while the month is open, with a reason
 * of at least ten characters. The signature stays in the chain; the month is to be signed again.
 */
export function withdrawSignature(
  db: Db,
  request: { personId: PersonId; projectId: ProjectId; month: string; reason: string; at: Date },
): Promise<Outcome<{ monthEventId: string }, WithdrawRefusal>> {
  const { personId, projectId, month, at } = request
  const reason = request.reason.trim()
  return db.transaction().execute(async (tx) => {
    await holdLedgers(tx, [personId])
    const own = await findPersonMonth(tx, projectId, personId, month)
    if (own === undefined) return refused('not-found')
    if (await isClosed(tx, projectId, personId, month)) return refused('locked')
    if (own.state !== 'signerad' && own.state !== 'attesterad') return refused('not-signed')
    if (reason.length < LEAST_REASON) return refused('reason')
    const wish = { projectId, month, personIds: [personId], method: 'egen' as const, actorId: personId, reason, at }
    const [event] = await returnSigned(tx, wish)
    if (event === undefined) return refused('not-signed')
    await recordAudit(tx, {
      actorId: personId,
      action: 'month.signature-withdrawn',
      subjectKind: 'month-event',
      subjectId: event.monthEventId,
      reason,
      detail: { projectId, month },
      at,
    })
    return done({ monthEventId: event.monthEventId })
  })
}

export type WithdrawStatementRefusal = 'not-found' | 'locked' | 'already-corrected' | 'reason'

/**
 * Takes back the person's own statement while its month is open: a contra entry with the reason. The line stays. Other
 * lines than own statements are corrected by others and answer `not-found`.
 */
export function withdrawStatement(
  db: Db,
  personId: PersonId,
  request: { timeEntryId: string; reason: string; at: Date },
): Promise<Outcome<{ diarienr: string; month: string }, WithdrawStatementRefusal>> {
  const { timeEntryId, at } = request
  const reason = request.reason.trim()
  return db.transaction().execute(async (tx) => {
    await holdLedgers(tx, [personId])
    const entry = await findEntry(tx, { everyone: true }, timeEntryId)
    if (entry?.personId !== personId || entry.sourceKind !== 'statement') return refused('not-found')
    if (entry.isCorrected) return refused('already-corrected')
    const month = monthOf(entry.workedOn)
    if (await isClosed(tx, entry.projectId, personId, month)) return refused('locked')
    if (reason.length < LEAST_REASON) return refused('reason')
    const written = await insertCorrection(tx, { entry, becomes: null, reason, by: personId, at })
    if (written === undefined) return refused('already-corrected')
    await markMonthsChanged(tx, personId, entry.projectId, [month], at)
    await recordAudit(tx, {
      actorId: personId,
      action: 'time-entry.withdrawn',
      subjectKind: 'time-entry',
      subjectId: timeEntryId,
      reason,
      detail: { written },
      at,
    })
    return done({ diarienr: entry.diarienr, month })
  })
}

async function isClosed(tx: Tx, projectId: ProjectId, personId: PersonId, month: string): Promise<boolean> {
  const standing = await findPersonMonth(tx, projectId, personId, month)
  if (standing?.state === 'last' || standing?.state === 'exporterad') return true
  return (await findProjectMonth(tx, projectId, month)).state !== 'oppen'
}
