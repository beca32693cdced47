import { findMeeting } from '~/domains/catalogue/index.server'
import type { MeetingId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { AttendanceMeeting } from '../attendance/model'
import { CHECK_IN_OPENS_MINUTES } from '../attendance/rules'

/** A meeting with the occasion that it belongs to; undefined without such a meeting. */
export async function findAttendanceMeeting(db: Db, meetingId: MeetingId): Promise<AttendanceMeeting | undefined> {
  const found = await findMeeting(db, meetingId)
  return found && { ...found.occasion, meeting: found.meeting }
}

/** The secret from which a meeting's codes are made; it never leaves the server. */
export async function findCheckInSecret(db: Db, meetingId: MeetingId): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('meeting')
    .where('meeting_id', '=', meetingId)
    .select('check_in_secret')
    .executeTakeFirst()
  return row && Buffer.from(row.check_in_secret)
}

/** Meetings at which one can check in now, with their secrets; for a code typed without an address. */
export async function listOpenMeetings(db: Db, at: Date): Promise<{ meetingId: MeetingId; secret: Buffer }[]> {
  const opens = new Date(at.getTime() + CHECK_IN_OPENS_MINUTES * 60_000)
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('occasion', 'occasion.occasion_id', 'meeting.occasion_id')
    .where('occasion.state', '<>', 'installt')
    .where('meeting.starts_at', '<=', opens)
    .where('meeting.ends_at', '>=', at)
    .select(['meeting.meeting_id as meetingId', 'meeting.check_in_secret as secret'])
    .execute()
  return rows.map((row) => ({ meetingId: row.meetingId as MeetingId, secret: Buffer.from(row.secret) }))
}
