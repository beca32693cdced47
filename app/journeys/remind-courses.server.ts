import { listRunningOut } from '~/domains/credential/index.server'
import type { NewNotice } from '~/domains/notice'
import { enqueueNotices } from '~/domains/notice/index.server'
import { localDay } from '~/shared/dates'
import type { Db } from '~db/schema'
import { eventId } from './booking-notices.server'

/**
 * Reminds of courses that are about to run out, each round once, however often and by however many processes this is
 * run. Whoever has finished the course anew is not reminded.
 */
export async function remindCourses(db: Db, now: Date): Promise<{ reminded: number }> {
  const notices = (await listRunningOut(db, localDay(now))).map(
    ({ personId, completionId, ...payload }): NewNotice => ({
      personId,
      kind: 'course-running-out',
      sourceId: eventId('course-running-out', completionId),
      payload,
      createdAt: now,
    }),
  )
  for (let from = 0; from < notices.length; from += 500) await enqueueNotices(db, notices.slice(from, from + 500))
  return { reminded: notices.length }
}
