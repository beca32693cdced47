import { canLead } from '~/domains/catalogue'
import { lockOccasion } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { type AttendanceMeeting, type ConfirmedLine, confirmedLine, presentSpan } from '~/domains/learning'
import {
  findAttendanceMeeting,
  insertConfirmation,
  isConfirmed,
  listAttendance,
  lockMeeting,
} from '~/domains/learning/index.server'
import { creditAttendance } from '~/domains/participation/index.server'
import type { MeetingId, PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { completeActivity } from './complete-activity.server'

export interface ConfirmedMeeting {
  /** False when the meeting was confirmed before; nothing is then written. */
  created: boolean
  present: number
  /** Those who finished the whole occasion by this step. */
  finished: PersonId[]
}

/**
 * The leader confirms who was at a meeting. In one transaction the list is frozen with its seal, the time goes to the
 * ledger, and with the last meeting of the occasion come completion, evidence, certificate and notice for each who meets
 * the rule. Once, in whatever order and however often it is asked for; marks that arrive meanwhile are either in the
 * list or refused.
 */
export function confirmMeeting(
  db: Db,
  actor: Actor,
  { meetingId, now }: { meetingId: MeetingId; now: Date },
): Promise<Outcome<ConfirmedMeeting, 'no-such-meeting' | 'not-allowed' | 'cancelled' | 'not-over'>> {
  return db.transaction().execute(async (tx) => {
    const known = await findAttendanceMeeting(tx, meetingId)
    if (known === undefined) return refused('no-such-meeting')
    if (!canLead(actor, known)) return refused('not-allowed')
    await lockOccasion(tx, known.occasionId)
    await lockMeeting(tx, meetingId)
    const meeting = await findAttendanceMeeting(tx, meetingId)
    if (meeting === undefined) return refused('no-such-meeting')
    if (await isConfirmed(tx, meetingId)) return done({ created: false, present: 0, finished: [] })
    if (meeting.state === 'installt') return refused('cancelled')
    if (meeting.meeting.endsAt > now) return refused('not-over')
    const people = await listAttendance(tx, { ...meeting.meeting, occasionId: meeting.occasionId })
    const lines = people
      .filter((person) => person.mark !== null || person.booking === 'bokad')
      .map(({ personId, mark }) => confirmedLine(meeting.meeting, personId, mark))
    await insertConfirmation(tx, { meetingId, confirmedBy: actor.personId, confirmedAt: now, lines })
    await creditLines(tx, actor, meeting, lines, now)
    const finished = await completeActivity(tx, meeting, now)
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'meeting.confirmed',
      subjectKind: 'meeting',
      subjectId: meetingId,
      detail: { present: lines.filter((line) => line.minutes > 0).length, lines: lines.length },
      at: now,
    })
    return done({ created: true, present: lines.filter((line) => line.minutes > 0).length, finished })
  })
}

/** People come in one order everywhere, so that two confirmations with the same people never wait for each other. */
async function creditLines(
  tx: Tx,
  actor: Actor,
  { meeting, ...occasion }: AttendanceMeeting,
  lines: readonly ConfirmedLine[],
  now: Date,
): Promise<void> {
  const title = meeting.title === null ? occasion.title : `${occasion.title}: ${meeting.title}`
  for (const line of lines.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))) {
    const span = presentSpan(meeting, {
      present: line.present,
      cameAt: line.cameAt === null ? null : new Date(line.cameAt),
      leftAt: line.leftAt === null ? null : new Date(line.leftAt),
    })
    if (span === undefined || line.minutes === 0 || line.markId === null) continue
    await creditAttendance(tx, {
      personId: line.personId,
      projectId: occasion.projectId,
      items: [{ sourceId: line.markId, title, timeType: occasion.timeType, ...span, minutes: line.minutes }],
      recordedBy: actor.personId,
      recordedAt: now,
    })
  }
}
