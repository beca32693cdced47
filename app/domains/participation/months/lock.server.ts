import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { countReady, listReady, lockReady, markLaterMonths, unlockMonths } from '../store/months-lock.server'
import { findProjectMonth } from '../store/months-sign.server'
import { queueReexports } from '../store/report-queue.server'
import { holdLedgers, holdMonthLedgers, listOf } from '../store/months-sums.server'
import { holdProjectMonth, setProjectMonth } from '../store/months-write.server'
import { canLockMonths } from './policy'

/** Up to this many persons a month is locked in one transaction; a bigger one in parts of this size. */
const PART = 5_000

export interface LockRequest {
  projectId: ProjectId
  month: string
  /** How many the page said would be left out; the tick of the office. */
  leftOut: number
  acknowledged: boolean
  at: Date
}

export type LockRefusal = 'not-allowed' | 'already-locked' | 'nobody-ready' | 'not-acknowledged' | 'more-left-out'
export interface Locked {
  locked: number
  /** Told when the whole month is locked. */
  leftOut: number
  generation: number
  /** A big month that is being locked in parts: `lockNextPart` takes the next part until it is not. */
  going: boolean
}

/**
 * Locks a project's month: freezes the figures of everybody who has signed (and is attested where that is wanted) under
 * the next generation. Whoever is not ready is left out, which the office has acknowledged; when more are left out than
 * it saw, nothing is locked. A month of more than 5 000 persons is only begun: `lockNextPart` does the rest.
 */
export async function lockMonth(db: Db, actor: Actor, request: LockRequest): Promise<Outcome<Locked, LockRefusal>> {
  if (!canLockMonths(actor)) return refused('not-allowed')
  const { projectId, month, at } = request
  return db.transaction().execute(async (tx) => {
    const before = await holdProjectMonth(tx, projectId, month, at)
    if (before.state !== 'oppen') return refused('already-locked')
    const rough = await countReady(tx, projectId, month)
    const big = rough.ready > PART
    if (!big) await holdMonthLedgers(tx, projectId, month)
    const { ready, leftOut } = big ? rough : await countReady(tx, projectId, month)
    if (ready === 0) return refused('nobody-ready')
    if (leftOut > 0 && !request.acknowledged) return refused('not-acknowledged')
    if (leftOut > request.leftOut) return refused('more-left-out')
    const generation = before.generation + 1
    const common = { generation, mustResend: before.mustResend, at, by: actor.personId }
    if (big) {
      await setProjectMonth(tx, projectId, month, { ...common, state: 'laser', lockingTotal: ready, lockedCount: 0 })
      return done({ locked: 0, leftOut, generation, going: true })
    }
    await setProjectMonth(tx, projectId, month, { ...common, state: 'last', lockingTotal: null, lockedCount: 0 })
    const locked = await lockReady(tx, { projectId, month, generation, by: actor.personId, at })
    await audit(tx, actor.personId, projectId, month, { generation, locked, leftOut }, at)
    return done({ locked, leftOut, generation, going: false })
  })
}

/**
 * Takes the next part of a big month that is being locked; harmless when another process takes it too, and the way to
 * go on after an interruption. `going` is false when the whole month is locked.
 */
export async function lockNextPart(
  db: Db,
  request: { projectId: ProjectId; month: string; by: PersonId; at: Date },
): Promise<Outcome<Locked, 'not-going'>> {
  const { projectId, month, by, at } = request
  return db.transaction().execute(async (tx) => {
    const { state, generation, mustResend } = await holdProjectMonth(tx, projectId, month, at)
    if (state !== 'laser') return refused('not-going')
    const { lockingTotal, lockedCount } = await findProjectMonth(tx, projectId, month)
    const persons = await listReady(tx, projectId, month, PART)
    await holdLedgers(tx, persons)
    const locked = await lockReady(tx, { projectId, month, generation, by, at }, listOf(persons))
    const sum = lockedCount + locked
    const going = persons.length === PART && locked > 0
    await setProjectMonth(tx, projectId, month, {
      ...{ generation, mustResend, at, by },
      state: going ? 'laser' : 'last',
      lockingTotal: going ? lockingTotal : null,
      lockedCount: sum,
    })
    if (going) return done({ locked: sum, leftOut: 0, generation, going })
    const { leftOut } = await countReady(tx, projectId, month)
    await audit(tx, by, projectId, month, { generation, locked: sum, leftOut }, at)
    return done({ locked: sum, leftOut, generation, going })
  })
}

async function audit(
  tx: Tx,
  actorId: PersonId,
  projectId: ProjectId,
  month: string,
  detail: Record<string, number>,
  at: Date,
): Promise<void> {
  const subject = { subjectKind: 'project-month', subjectId: `${projectId}/${month}` }
  await recordAudit(tx, { actorId, action: 'month.locked', ...subject, detail, at })
}

export type ReopenRefusal = 'not-allowed' | 'not-locked' | 'reason'

/**
 * Opens a locked month again, with a reason of at least ten characters. People whose lines are as they signed them
 * stand as before the lock; the others sign again. Every later month that has been locked is marked `must_resend`
 * (the fund's register is chronological), and what has been exported from this month on is queued anew. The figures
 * of the generation stay as history.
 */
export async function reopenMonth(
  db: Db,
  actor: Actor,
  request: { projectId: ProjectId; month: string; reason: string; at: Date },
): Promise<Outcome<{ opened: number; mustResend: string[] }, ReopenRefusal>> {
  if (!canLockMonths(actor)) return refused('not-allowed')
  const { projectId, month, at } = request
  const reason = request.reason.trim()
  if (reason.length < 10) return refused('reason')
  return db.transaction().execute(async (tx) => {
    const { state, generation } = await holdProjectMonth(tx, projectId, month, at)
    if (state !== 'last') return refused('not-locked')
    await holdMonthLedgers(tx, projectId, month)
    const opened = await unlockMonths(tx, { projectId, month, by: actor.personId, reason, at })
    await setProjectMonth(tx, projectId, month, { state: 'oppen', generation, at, by: actor.personId })
    const mustResend = await markLaterMonths(tx, projectId, month)
    await queueReexports(tx, projectId, month, at, actor.personId)
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'month.reopened',
      subjectKind: 'project-month',
      subjectId: `${projectId}/${month}`,
      reason,
      detail: { generation, opened: opened.length, mustResend },
      at,
    })
    return done({ opened: opened.length, mustResend })
  })
}
