import type { NewNotice } from '~/domains/notice'
import { enqueueNotices } from '~/domains/notice/index.server'
import { attestReminderStep, reminderStep } from '~/domains/participation'
import {
  listUnattested,
  listUnfinishedMonths,
  listUnsigned,
  type UnfinishedMonth,
} from '~/domains/participation/index.server'
import { localDay } from '~/shared/dates'
import type { Db } from '~db/schema'
import { eventId } from './booking-notices.server'

const DAY = 86_400_000
/** No reminder is sent for months that ended longer ago than the longest time for reporting and its grace. */
const LONGEST = 150

/**
 * Reminds participants of past months that they have not signed, and principals and coordinators of signed months that
 * wait for them, on the days that follow from the project's time for reporting. Whoever is done is not reminded, and
 * nobody is reminded twice at the same step, however often and by however many processes this is run.
 */
export async function remindMonths(db: Db, now: Date): Promise<{ reminded: number }> {
  const today = localDay(now)
  const oldest = localDay(new Date(now.getTime() - LONGEST * DAY)).slice(0, 7)
  const months = await listUnfinishedMonths(db, oldest)
  const notices = [...(await signNotices(db, months, today, now)), ...(await attestNotices(db, months, today, now))]
  for (let from = 0; from < notices.length; from += 500) await enqueueNotices(db, notices.slice(from, from + 500))
  return { reminded: notices.length }
}

type Step = (month: string, reportDueDays: number, today: string) => number | undefined

/** The months that have come to a step, each with it. */
function stepped(months: readonly UnfinishedMonth[], today: string, stepOf: Step) {
  return new Map(
    months.flatMap((one) => {
      const step = stepOf(one.month, one.reportDueDays, today)
      return step === undefined ? [] : [[`${one.projectId} ${one.month}`, { ...one, step }] as const]
    }),
  )
}

async function signNotices(db: Db, months: readonly UnfinishedMonth[], today: string, at: Date): Promise<NewNotice[]> {
  const due = stepped(months, today, reminderStep)
  return (await listUnsigned(db, [...due.values()])).flatMap(({ personMonthId, personId, projectId, month }) => {
    const one = due.get(`${projectId} ${month}`)
    if (one === undefined) return []
    const payload = { diarienr: one.diarienr, projectName: one.projectName, month }
    const sourceId = eventId('month-to-sign', personMonthId, String(one.step))
    return [{ personId, kind: 'month-to-sign', sourceId, payload, createdAt: at }]
  })
}

async function attestNotices(
  db: Db,
  months: readonly UnfinishedMonth[],
  today: string,
  at: Date,
): Promise<NewNotice[]> {
  const due = stepped(months, today, attestReminderStep)
  return (await listUnattested(db, [...due.values()], at)).flatMap(({ personId, projectId, month, count }) => {
    const one = due.get(`${projectId} ${month}`)
    if (one === undefined) return []
    const payload = { diarienr: one.diarienr, projectName: one.projectName, month, count }
    const sourceId = eventId('months-to-attest', personId, projectId, month, String(one.step))
    return [{ personId, kind: 'months-to-attest', sourceId, payload, createdAt: at }]
  })
}
