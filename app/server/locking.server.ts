import { gatherStatistics } from '~db/statistics'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { listGoingLocks, lockNextPart } from '~/domains/participation/index.server'
import { logFault } from './log.server'

let running: Promise<void> | undefined
let ending = false

async function lockOn(): Promise<void> {
  for (;;) {
    const [going] = await listGoingLocks(db())
    if (going === undefined || ending) return
    const outcome = await lockNextPart(db(), { ...going, at: now() })
    if (outcome.ok && !outcome.value.going) await gatherStatistics(db())
    // Others get their turn between two parts.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/**
 * Locks the rest of every month that is being locked, a part at a time, whether anybody looks or not. A second call
 * joins the first; another process that does the same takes parts of its own. What is interrupted is gone on with at
 * the next start, by the hour, or by the button of the month's page. When a month is whole the planner is told of its
 * many new rows, so that the file can be made at once. A fault is logged, never thrown.
 */
export function keepLocking(): Promise<void> {
  running ??= lockOn()
    .catch((error: unknown) => logFault(error, 'locking'))
    .finally(() => (running = undefined))
  return running
}

/** Takes no further part; resolves when the one under way is done. */
export async function endLocking(): Promise<void> {
  ending = true
  await running
}
