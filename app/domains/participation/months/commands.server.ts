import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { attestSigned, returnSigned, signStanding } from '../store/months-attest.server'
import { holdLedgers } from '../store/months-sums.server'
import { type AttestedKey, findPersonMonth, findProjectMonth, listAttestable } from '../store/months-sign.server'
import { openChangedMonth } from '../store/months-write.server'
import type { MonthMethod } from './model'
import { attestMethod, attestScope, type AttestScope, canLockMonths } from './policy'
import { stateAfter } from './rules/state'

/**
 * Says that lines of these months may have changed: called after every write to the ledger, in its transaction. A
 * signed or attested month whose lines are no longer the signed ones is open again, with its event. Locked months stay:
 * their new time is late until the office opens them.
 */
export async function markMonthsChanged(
  tx: Tx,
  personId: PersonId,
  projectId: ProjectId,
  months: readonly string[],
  at: Date,
): Promise<void> {
  await holdLedgers(tx, [personId])
  for (const month of [...new Set(months)].toSorted()) await openChangedMonth(tx, personId, projectId, month, at)
}

export type SignRefusal = 'not-found' | 'locked' | 'already-signed' | 'changed'

/**
 * Signs the person's own month: the sums and the digest of the lines as they were shown. Refuses when the lines are no
 * longer those (`seen` is their digest), and when the month is locked.
 */
export async function signMonth(
  db: Db,
  request: { personId: PersonId; projectId: ProjectId; month: string; seen: string; at: Date },
): Promise<Outcome<{ monthEventId: string }, SignRefusal>> {
  const { personId, projectId, month, at } = request
  return db.transaction().execute(async (tx) => {
    await holdLedgers(tx, [personId])
    const own = await findPersonMonth(tx, projectId, personId, month)
    if (own === undefined) return refused('not-found')
    const { state, generation } = await findProjectMonth(tx, projectId, month)
    if (state !== 'oppen') return refused('locked')
    if (own.state === 'last' || own.state === 'exporterad') return refused('locked')
    if (own.linesSha256 !== request.seen) return refused('changed')
    const next = stateAfter(own.state, 'sign', { attestationWanted: own.attestationWanted, generation })
    if (next === undefined) return refused('already-signed')
    const [event] = await signStanding(tx, { projectId, month, actorId: personId, at })
    if (event === undefined) return refused('already-signed')
    await recordAudit(tx, {
      actorId: personId,
      action: 'month.signed',
      subjectKind: 'month-event',
      subjectId: event.monthEventId,
      detail: { projectId, month },
      at,
    })
    return done({ monthEventId: event.monthEventId })
  })
}

/** What came of a bulk act: how many were done, and why the others were left. */
export interface BulkResult {
  done: (AttestedKey & { monthEventId: string })[]
  own: number
  /** Not signed any more, changed, locked, or not within the actor's scope. */
  left: number
}

interface BulkRequest {
  keys: readonly AttestedKey[]
  reason: string | null
  at: Date
}

/**
 * Attests signed months, all in one transaction: a principal those of own employees, a coordinator those of the own
 * partner. Months of the actor are left, and so are months that are no longer as signed or need no attestation.
 */
export function attestMonths(
  db: Db,
  actor: Actor,
  request: { keys: readonly AttestedKey[]; at: Date },
): Promise<Outcome<BulkResult, 'nothing-chosen'>> {
  const bulk = { ...request, reason: null }
  return db.transaction().execute((tx) => inBulk(tx, actor, attestScope(actor), attestMethod(actor), bulk, 'attest'))
}

/** Attests as the project office where nobody else can; with a reason of at least ten characters that is kept. */
export async function attestAsOffice(
  db: Db,
  actor: Actor,
  request: { keys: readonly AttestedKey[]; reason: string; at: Date },
): Promise<Outcome<BulkResult, 'nothing-chosen' | 'not-allowed' | 'reason'>> {
  if (!canLockMonths(actor)) return refused('not-allowed')
  const reason = request.reason.trim()
  if (reason.length < 10) return refused('reason')
  const bulk = { ...request, reason }
  return db.transaction().execute((tx) => inBulk(tx, actor, everywhere, 'kontor', bulk, 'attest'))
}

const everywhere: AttestScope = { everyone: true, employers: [], partners: [] }

/**
 * Gives signed or attested months back to the participants, with a reason of at least ten characters; the office any,
 * others within their scope. The caller tells the participants by the events that are answered.
 */
export async function returnMonths(
  tx: Tx,
  actor: Actor,
  request: { keys: readonly AttestedKey[]; reason: string; at: Date },
): Promise<Outcome<BulkResult, 'nothing-chosen' | 'reason'>> {
  const reason = request.reason.trim()
  if (reason.length < 10) return refused('reason')
  const office = canLockMonths(actor)
  const scope = office ? everywhere : attestScope(actor)
  return inBulk(tx, actor, scope, office ? 'kontor' : attestMethod(actor), { ...request, reason }, 'return')
}

async function inBulk(
  tx: Tx,
  actor: Actor,
  scope: AttestScope,
  method: MonthMethod,
  request: BulkRequest,
  act: 'attest' | 'return',
): Promise<Outcome<BulkResult, 'nothing-chosen'>> {
  if (request.keys.length === 0) return refused('nothing-chosen')
  const others = request.keys.filter((key) => key.personId !== actor.personId)
  await holdLedgers(
    tx,
    others.map((key) => key.personId),
  )
  const found = await listAttestable(tx, scope, others)
  const possible = found.filter(
    ({ state, attestationWanted, locked }) =>
      !locked && stateAfter(state, act, { attestationWanted, generation: 0 }) !== undefined,
  )
  const finished: BulkResult['done'] = []
  for (const { projectId, month, personIds } of byMonth(possible)) {
    const wish = {
      projectId,
      month,
      personIds,
      method,
      actorId: actor.personId,
      reason: request.reason,
      at: request.at,
    }
    const moved = act === 'attest' ? await attestSigned(tx, wish) : await returnSigned(tx, wish)
    finished.push(...moved.map((one) => ({ ...one, projectId, month })))
  }
  if (finished.length > 0) {
    await recordAudit(tx, {
      actorId: actor.personId,
      action: act === 'attest' ? 'months.attested' : 'months.returned',
      subjectKind: 'month-events',
      subjectId: finished[0]?.monthEventId ?? '',
      ...(request.reason === null ? {} : { reason: request.reason }),
      detail: { count: finished.length, events: finished.map((one) => one.monthEventId) },
      at: request.at,
    })
  }
  const own = request.keys.length - others.length
  return done({ done: finished, own, left: others.length - finished.length })
}

function byMonth(keys: readonly AttestedKey[]) {
  const groups = new Map<string, { projectId: ProjectId; month: string; personIds: PersonId[] }>()
  for (const { projectId, month, personId } of keys) {
    const key = `${projectId} ${month}`
    const group = groups.get(key) ?? { projectId, month, personIds: [] }
    group.personIds.push(personId)
    groups.set(key, group)
  }
  return [...groups.values()]
}
