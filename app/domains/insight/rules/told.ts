import type { Translate } from '~/i18n/translate'
import { formatDateTime, formatMonth } from '~/shared/dates'
import type { Language } from '~/shared/language'
import { paths } from '~/shared/paths'
import type { AssignmentNews } from './assignment-news'
import type { BookingNews } from './booking-news'
import type { CourseNews } from './course-news'
import type { DiscussionNews } from './discussion-news'
import type { Reminder } from './reminders'

/** A line that says what has happened or waits, with the address in the portal where it is; `more` is a reason. */
export interface ToldLine {
  text: string
  to: string
  more?: string
}

type Home = Translate<'home'>

/** What has happened to a booking. */
export function tellBooking({ event, slug, title, startsAt, reason, waits }: BookingNews, t: Home): ToldLine {
  const key = waits && (event === 'approved' || event === 'moved') ? (`${event}Waits` as const) : event
  const when = startsAt === null ? '' : ` (${formatDateTime(startsAt)})`
  const line = { text: t(`booking.${key}`, { title: `${title}${when}` }), to: paths.activity(slug) }
  return reason !== null && event === 'cancelled' ? { ...line, more: reason } : line
}

/** What has been done to a course that the person makes, reviews or takes. */
export function tellCourse({ kind, slug, title }: CourseNews, t: Home): ToldLine {
  const isMade = kind === 'course-submitted' || kind === 'course-returned' || kind === 'course-published'
  const to = isMade ? paths.draftReview(slug) : paths.course(slug)
  return { text: t(`courseNews.${kind}`, { title }), to }
}

/** What has happened with an assignment of the person's. */
export function tellAssignment({ kind, courseSlug, lessonSlug, title }: AssignmentNews, t: Home): ToldLine {
  return { text: t(`assignmentNews.${kind}`, { title }), to: paths.lesson(courseSlug, lessonSlug) }
}

/** What has been said where the person follows, or to or about them. */
export function tellDiscussion({ kind, slug, title, thread }: DiscussionNews, t: Home): ToldLine {
  const text = t(`discussion.${kind}`, { title })
  if (thread !== null) return { text, to: paths.discussionThread(slug, thread.threadId, thread.postId) }
  return { text, to: kind === 'discussion-report' ? paths.discussionReports(slug) : paths.discussion(slug) }
}

/** What waits for the person, or was done to their hours. */
export function tellReminder(reminder: Reminder, t: Home, language: Language): ToldLine {
  if (reminder.kind === 'corrected') {
    return { text: t('reminderCorrected', { title: reminder.title }), to: paths.ledgerLine(reminder.timeEntryId) }
  }
  const { kind, diarienr, projectName: project } = reminder
  const month = formatMonth(reminder.month, language)
  if (kind === 'attest') {
    const query = `?${new URLSearchParams({ projekt: diarienr, manad: reminder.month }).toString()}`
    return { text: t('reminderAttest', { count: reminder.count, month, project }), to: paths.attest(query) }
  }
  const text = t(kind === 'sign' ? 'reminderSign' : 'reminderReturned', { month, project })
  return { text, to: paths.signMonth(diarienr, reminder.month) }
}

/** A certificate that the person has got. */
export function tellCertificate({ code, title }: { code: string; title: string }, t: Home): ToldLine {
  return { text: t('noticeCertificate', { title }), to: paths.certificate(code) }
}
