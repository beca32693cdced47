import { reminderStep, studyWindow, termsOf } from '~/domains/catalogue'
import { listRunningOut } from '~/domains/credential/index.server'
import { listDeadlinesAhead } from '~/domains/learning/index.server'
import type { NewNotice } from '~/domains/notice'
import { enqueueNotices } from '~/domains/notice/index.server'
import { localDay } from '~/shared/dates'
import type { Db } from '~db/schema'
import { eventId } from './booking-notices.server'

/**
 * Reminds of courses that are about to run out, each round once, and of last days, once in time and once the day before,
 * however often and by however many processes this is run. Whoever is done is not reminded.
 */
export async function remindCourses(db: Db, now: Date): Promise<{ reminded: number }> {
  const today = localDay(now)
  const notices = [...(await endings(db, today, now)), ...(await deadlines(db, today, now))]
  for (let from = 0; from < notices.length; from += 500) await enqueueNotices(db, notices.slice(from, from + 500))
  return { reminded: notices.length }
}

async function endings(db: Db, today: string, createdAt: Date): Promise<NewNotice[]> {
  return (await listRunningOut(db, today)).map(({ personId, completionId, ...payload }) => ({
    personId,
    kind: 'course-running-out',
    sourceId: eventId('course-running-out', completionId),
    payload,
    createdAt,
  }))
}

async function deadlines(db: Db, today: string, createdAt: Date): Promise<NewNotice[]> {
  return (await listDeadlinesAhead(db, today)).flatMap((one): NewNotice[] => {
    const { personId, enrolmentId, courseSlug, courseTitle, round } = one
    const { schedule } = termsOf(one.terms)
    const { startsOn, deadlineOn } = studyWindow(schedule, one.inCohort ? one : null, round)
    const step = reminderStep(deadlineOn, schedule.remindDays, today)
    if (step === undefined || deadlineOn === null || (startsOn !== null && today < startsOn)) return []
    const sourceId = eventId('course-deadline', enrolmentId, deadlineOn, step)
    return [
      {
        personId,
        kind: 'course-deadline',
        sourceId,
        payload: { courseSlug, courseTitle, deadlineOn, round },
        createdAt,
      },
    ]
  })
}
