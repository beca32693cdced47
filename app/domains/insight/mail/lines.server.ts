import type { Actor } from '~/domains/identity'
import { listMyCourses } from '~/domains/learning/index.server'
import type { NoticeEntry } from '~/domains/notice'
import type { Translate } from '~/i18n/translate'
import type { Db } from '~db/schema'
import { listReminders } from '../reminders.server'
import { assignmentNewsOf } from '../rules/assignment-news'
import { bookingNewsOf } from '../rules/booking-news'
import { certificateNewsOf } from '../rules/certificate-news'
import { courseNewsOf } from '../rules/course-news'
import { discussionNewsOf } from '../rules/discussion-news'
import {
  tellAssignment,
  tellBooking,
  tellCertificate,
  tellCourse,
  tellDiscussion,
  tellReminder,
  type ToldLine,
} from '../rules/told'
import { paths } from '~/shared/paths'

/**
 * What the start page would tell of these notices at this moment, as lines: what is done, has started or is called off
 * since is not told. Empty when nothing of it is of interest any more.
 */
export async function listMailLines(
  db: Db,
  actor: Actor,
  notices: readonly NoticeEntry[],
  t: Translate<'home'>,
  now: Date,
): Promise<ToldLine[]> {
  const [reminders, courses] = await Promise.all([
    listReminders(db, actor, notices, now),
    notices.some(({ kind }) => kind.startsWith('course-')) ? listMyCourses(db, actor.personId) : [],
  ])
  const isDenied = notices.some(({ kind }) => kind === 'erasure-denied')
  return [
    ...reminders.map((one) => tellReminder(one, t, actor.language)),
    ...bookingNewsOf(notices, now).map((one) => tellBooking(one, t)),
    ...courseNewsOf(notices, now, courses).map((one) => tellCourse(one, t)),
    ...assignmentNewsOf(notices, now).map((one) => tellAssignment(one, t)),
    ...discussionNewsOf(notices, now).map((one) => tellDiscussion(one, t)),
    ...certificateNewsOf(notices).map((one) => tellCertificate(one, t)),
    ...(isDenied ? [{ text: t('noticeErasureDenied'), to: paths.ownData() }] : []),
  ]
}
