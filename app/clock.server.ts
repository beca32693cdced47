import type { Db } from '~db/schema'
import { keepSetting } from '~db/setting'
import { env } from './env.server'

let offsetMs = 0

const settingName = 'demonstration_clock_offset_ms'

/**
 * In demonstration mode the portal's clock starts on the demonstration day, inside the project period, and runs on
 * from there: the distance to the real clock is stored, so that a restart never turns time back.
 * Elsewhere the clock is the real one.
 */
export async function setClock(db: Db, realNow: Date): Promise<void> {
  const { demo, demoDate } = env()
  if (!demo || demoDate === undefined) {
    offsetMs = 0
    return
  }
  const openedAt = new Date(`${demoDate}T08:00:00Z`)
  offsetMs = Number(await keepSetting(db, settingName, openedAt.getTime() - realNow.getTime()))
}

/** The portal's time. Handed to rules and commands as a value. */
export function now(): Date {
  return new Date(Date.now() + offsetMs)
}

export function isDemonstrationClock(): boolean {
  return offsetMs !== 0
}
