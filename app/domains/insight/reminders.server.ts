import type { Actor } from '~/domains/identity'
import type { NoticeEntry } from '~/domains/notice'
import { attestScope, signableMonths } from '~/domains/participation'
import { countWork, listOwnMonths } from '~/domains/participation/index.server'
import { localDay } from '~/shared/dates'
import type { Db } from '~db/schema'
import { type Reminder, reminderNeeds, remindersOf } from './rules/reminders'

/** What the actor's notices remind of and still waits. Asks the database only when a notice is about months. */
export async function listReminders(
  db: Db,
  actor: Actor,
  notices: readonly NoticeEntry[],
  now: Date,
): Promise<Reminder[]> {
  const needs = reminderNeeds(notices)
  const [own, work] = await Promise.all([
    needs.own ? listOwnMonths(db, actor.personId) : [],
    needs.work ? countWork(db, attestScope(actor), actor.personId) : [],
  ])
  return remindersOf(notices, { own: signableMonths(own, localDay(now)), work }, now)
}
