import type { MeetingId, OccasionId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { AttendanceMethod, Mark, Presence } from '../attendance/model'

export interface NewMark extends Presence {
  /** Made where the mark is made, so that the same mark sent twice is one. */
  markId: string
  meetingId: MeetingId
  personId: PersonId
  method: AttendanceMethod
  recordedBy: PersonId
  recordedAt: Date
  note?: string | null
}

/**
 * Holds the meeting while a mark is written, so that a confirmation waits; answers whether it is confirmed already.
 * Undefined without such a meeting.
 */
export async function holdMeeting(
  tx: Tx,
  meetingId: MeetingId,
): Promise<{ occasionId: OccasionId; confirmed: boolean } | undefined> {
  const meeting = await tx
    .selectFrom('meeting')
    .where('meeting_id', '=', meetingId)
    .select('occasion_id')
    .forShare()
    .executeTakeFirst()
  if (meeting === undefined) return undefined
  return { occasionId: meeting.occasion_id as OccasionId, confirmed: await isConfirmed(tx, meetingId) }
}

/** Takes a meeting for oneself; the occasion is locked before it. */
export async function lockMeeting(tx: Tx, meetingId: MeetingId): Promise<void> {
  await tx.selectFrom('meeting').where('meeting_id', '=', meetingId).select('meeting_id').forUpdate().execute()
}

export async function isConfirmed(db: Db, meetingId: MeetingId): Promise<boolean> {
  const row = await db
    .selectFrom('meeting_confirmation')
    .where('meeting_id', '=', meetingId)
    .select('meeting_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether all of these marks have been written before. */
export async function areMarksWritten(db: Db, meetingId: MeetingId, markIds: readonly string[]): Promise<boolean> {
  const rows = await db
    .selectFrom('attendance_mark')
    .where('meeting_id', '=', meetingId)
    .where('attendance_mark_id', 'in', [...markIds])
    .select('attendance_mark_id')
    .execute()
  return rows.length === new Set(markIds).size
}

/** Writes marks; those that are there already, by their ids, are left as they are. Answers how many were written. */
export async function insertMarks(tx: Tx, marks: readonly NewMark[]): Promise<number> {
  if (marks.length === 0) return 0
  const rows = await tx
    .insertInto('attendance_mark')
    .values(
      marks.map((mark) => ({
        attendance_mark_id: mark.markId,
        meeting_id: mark.meetingId,
        person_id: mark.personId,
        present: mark.present,
        came_at: mark.cameAt,
        left_at: mark.leftAt,
        method: mark.method,
        recorded_by: mark.recordedBy,
        recorded_at: mark.recordedAt,
        note: mark.note ?? null,
      })),
    )
    .onConflict((conflict) => conflict.column('attendance_mark_id').doNothing())
    .returning('attendance_mark_id')
    .execute()
  return rows.length
}

const markColumns = [
  'attendance_mark_id as markId',
  'meeting_id as meetingId',
  'person_id as personId',
  'present',
  'came_at as cameAt',
  'left_at as leftAt',
  'method',
  'recorded_at as recordedAt',
] as const

/** The newest mark of each person at these meetings. */
export async function listMarks(db: Db, meetingIds: readonly MeetingId[]): Promise<Mark[]> {
  if (meetingIds.length === 0) return []
  const rows = await db
    .selectFrom('attendance')
    .where('meeting_id', 'in', [...meetingIds])
    .select(markColumns)
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({ ...row, meetingId: row.meetingId as MeetingId, personId: row.personId as PersonId }))
}

/** What holds of one person at one meeting; undefined without a mark. */
export async function findMark(db: Db, meetingId: MeetingId, personId: PersonId): Promise<Mark | undefined> {
  const row = await db
    .selectFrom('attendance')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .select(markColumns)
    .executeTakeFirst()
  return row && { ...row, meetingId: row.meetingId as MeetingId, personId: row.personId as PersonId }
}
