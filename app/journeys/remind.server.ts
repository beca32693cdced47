import { deleteOldAccessNeeds, listMeetingsAhead } from '~/domains/learning/index.server'
import { enqueueNotices } from '~/domains/notice/index.server'
import { localDay } from '~/shared/dates'
import type { Db } from '~db/schema'
import { eventId } from './booking-notices.server'

const DAY = 86_400_000

/**
 * Reminds everybody who is booked of the meetings of tomorrow (and of what is left of today), and deletes the access
 * needs whose day has come. A meeting that has been moved is reminded of anew. Run as often as one likes, by as many
 * processes: the unique key of a notice makes each reminder come once.
 */
export async function remind(db: Db, now: Date): Promise<{ reminded: number; deletedNeeds: number }> {
  const tomorrow = localDay(new Date(now.getTime() + DAY))
  const ahead = (await listMeetingsAhead(db, now, new Date(now.getTime() + 2 * DAY))).filter(
    ({ startsAt }) => localDay(startsAt) <= tomorrow,
  )
  for (let from = 0; from < ahead.length; from += 500) {
    await enqueueNotices(
      db,
      ahead.slice(from, from + 500).map((meeting) => ({
        personId: meeting.personId,
        kind: 'meeting-reminder',
        sourceId: eventId('meeting-reminder', meeting.bookingId, meeting.meetingId, meeting.startsAt.toISOString()),
        payload: {
          occasionId: meeting.occasionId,
          activitySlug: meeting.slug,
          activityTitle: meeting.title,
          startsAt: meeting.startsAt.toISOString(),
        },
        createdAt: now,
      })),
    )
  }
  return { reminded: ahead.length, deletedNeeds: await deleteOldAccessNeeds(db, localDay(now)) }
}
