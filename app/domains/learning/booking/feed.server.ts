import { createHash, randomBytes } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { PersonId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import type { Db } from '~db/schema'
import { type FeedMeeting, findFeedOwner, saveFeed } from '../store/calendar-feed.server'

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Makes the person's secret calendar address anew; the answer is the only time that the secret is seen. */
export async function makeFeed(db: Db, personId: PersonId, at: Date): Promise<{ token: string }> {
  const token = randomBytes(32).toString('base64url')
  await saveFeed(db, personId, hashOf(token), at)
  return { token }
}

/** Whose calendar a secret address opens; undefined when it is no longer in use. */
export async function findFeedOwnerByToken(db: Db, token: string) {
  return /^[\w-]{43}$/.test(token) ? findFeedOwner(db, hashOf(token)) : undefined
}

/**
 * Meetings as an iCalendar file, in UTC, without alarms and without names of people. `withPlace` false leaves out place
 * and link: a calendar that a program fetches for a protected person tells nobody where they are.
 */
export function calendarFile(
  meetings: readonly FeedMeeting[],
  { name, origin, withPlace, now }: { name: string; origin: string; withPlace: boolean; now: Date },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Westum', product: 'larportal', language: 'SV' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const meeting of meetings) {
    const place = [meeting.place, meeting.onlineUrl].filter((one) => one !== null).join(', ')
    calendar.createEvent({
      id: `${meeting.meetingId}@westum-larportal`,
      start: meeting.startsAt,
      end: meeting.endsAt,
      stamp: now,
      lastModified: meeting.changedAt,
      summary: meeting.meetingTitle === null ? meeting.title : `${meeting.title}: ${meeting.meetingTitle}`,
      description: meeting.summary,
      url: `${origin}${paths.activity(meeting.slug)}`,
      status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(withPlace && place !== '' ? { location: place } : {}),
    })
  }
  return calendar.toString()
}

/** How an iCalendar file is sent; `filename` makes the browser save it. */
export function calendarHeaders(filename?: string): HeadersInit {
  return {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
    ...(filename === undefined ? {} : { 'Content-Disposition': `attachment; filename="${filename}"` }),
  }
}
