import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { canLead } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import { type AttendanceMeeting, CHECK_IN_OPENS_MINUTES, cameAtCheckIn, checkInWindow } from '~/domains/learning'
import {
  bookAtTheDoor,
  checkInTicket,
  findAttendanceMeeting,
  findCheckInSecret,
  findMark,
  findOpenPersonByEmail,
  isCheckInCode,
  isCheckInTicket,
  listOpenMeetings,
  mayBeAdded,
  recordMarks,
  wrongCodeLimit,
} from '~/domains/learning/index.server'
import { findBookingBlock } from '~/domains/participation/index.server'
import { localDay } from '~/shared/dates'
import type { MeetingId, OccasionId, PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'

export type CheckInRefusal =
  | 'no-such-meeting'
  | 'cancelled'
  | 'too-early'
  | 'over'
  | 'confirmed'
  | 'wrong-code'
  | 'too-many'
  | 'full'
  | 'ask-leader'
  | 'aid-form-missing'

/**
 * A participant checks in at a meeting with the code on the leader's screen, or with the ticket that a code gave a
 * moment ago. Who has no booking gets one while there is room. Checking in again changes nothing.
 */
export async function checkIn(
  db: Db,
  pool: pg.Pool,
  actor: Actor,
  given: { meetingId: MeetingId; code: string; ticket: string | undefined; now: Date },
): Promise<Outcome<{ created: boolean }, CheckInRefusal>> {
  const { meetingId, now } = given
  const meeting = await findAttendanceMeeting(db, meetingId)
  const secret = await findCheckInSecret(db, meetingId)
  if (meeting === undefined || secret === undefined) return refused('no-such-meeting')
  if ((await findMark(db, meetingId, actor.personId))?.present === true) return done({ created: false })
  if (meeting.state === 'installt') return refused('cancelled')
  const state = checkInWindow(meeting.meeting, now)
  if (state !== 'open') return refused(state)
  if (given.ticket === undefined || !isCheckInTicket(secret, given.ticket, now)) {
    const limit = wrongCodeLimit(pool)
    if (await limit.isReached(actor.personId)) return refused('too-many')
    if (!isCheckInCode(secret, given.code, now)) {
      await limit.count(actor.personId)
      return refused('wrong-code')
    }
  }
  return db
    .transaction()
    .execute(async (tx) => {
      const booked = await bookPresent(tx, actor, meeting, { personId: actor.personId, byLeader: false, now })
      if (!booked.ok) return booked
      const cameAt = cameAtCheckIn(meeting.meeting, now)
      const marked = await recordMarks(tx, actor, meetingId, [
        { markId: randomUUID(), personId: actor.personId, present: true, cameAt, leftAt: null, method: 'qr', at: now },
      ])
      if (!marked.ok) throw new RolledBack(marked.refusal === 'confirmed' ? 'confirmed' : 'no-such-meeting')
      return done({ created: true })
    })
    .catch(refusalOf)
}

export type AddRefusal = 'no-such-meeting' | 'not-allowed' | 'unknown' | 'cancelled' | 'confirmed' | 'aid-form-missing'

/**
 * The leader adds somebody who came without a place: by e-mail, or chosen by name. Books them, also when the occasion is
 * full, and marks them as present. Protected persons are not found by e-mail; they check in themselves.
 */
export async function addToList(
  db: Db,
  actor: Actor,
  wish: { meetingId: MeetingId; markId: string; now: Date } & ({ email: string } | { personId: PersonId }),
): Promise<Outcome<null, AddRefusal>> {
  const { meetingId, now } = wish
  const meeting = await findAttendanceMeeting(db, meetingId)
  if (meeting === undefined) return refused('no-such-meeting')
  if (!canLead(actor, meeting)) return refused('not-allowed')
  const personId = 'email' in wish ? await findOpenPersonByEmail(db, wish.email) : wish.personId
  const adding = { ...meeting, startsAt: meeting.meeting.startsAt }
  if (personId === undefined) return refused('unknown')
  if (!('email' in wish) && !(await mayBeAdded(db, adding, personId))) return refused('unknown')
  return db
    .transaction()
    .execute(async (tx) => {
      const booked = await bookPresent(tx, actor, meeting, { personId, byLeader: true, now })
      if (!booked.ok) return refused(booked.refusal === 'aid-form-missing' ? 'aid-form-missing' : 'cancelled')
      const marked = await recordMarks(tx, actor, meetingId, [
        { markId: wish.markId, personId, present: true, cameAt: null, leftAt: null, method: 'ledare', at: now },
      ])
      if (!marked.ok) throw new RolledBack(marked.refusal === 'confirmed' ? 'confirmed' : 'no-such-meeting')
      return done(null)
    })
    .catch(refusalOf)
}

async function bookPresent(
  tx: Tx,
  actor: Actor,
  meeting: AttendanceMeeting,
  { personId, byLeader, now }: { personId: PersonId; byLeader: boolean; now: Date },
): Promise<Outcome<null, 'cancelled' | 'full' | 'ask-leader' | 'aid-form-missing'>> {
  if (meeting.projectId !== null) {
    const on = localDay(meeting.meeting.startsAt)
    const block = await findBookingBlock(tx, { personId, projectId: meeting.projectId, on })
    if (block !== undefined) return refused(block)
  }
  const outcome = await bookAtTheDoor(tx, {
    occasionId: meeting.occasionId,
    personId,
    at: now,
    decidedBy: actor.personId,
    byLeader,
  })
  return outcome === 'booked' || outcome === 'was-booked' ? done(null) : refused(outcome)
}

/** Ends a transaction without its writes, with a refusal as the answer. */
class RolledBack extends Error {
  constructor(readonly refusal: 'confirmed' | 'no-such-meeting') {
    super(refusal)
  }
}

function refusalOf(error: unknown): { ok: false; refusal: 'confirmed' | 'no-such-meeting' } {
  if (error instanceof RolledBack) return refused(error.refusal)
  throw error
}

/**
 * What somebody sees who opens a meeting's check-in: its time, whether they are checked in, and whether the code that
 * they came with holds. A code that holds gives a ticket. Wrong codes are counted for `asker`.
 */
export async function openCheckIn(
  db: Db,
  pool: pg.Pool,
  given: {
    meetingId: MeetingId
    code: string | null
    ticket: string | undefined
    personId: PersonId | undefined
    asker: string
    now: Date
  },
): Promise<OpenedCheckIn | undefined> {
  const { meetingId, now } = given
  const found = await findAttendanceMeeting(db, meetingId)
  const secret = await findCheckInSecret(db, meetingId)
  if (found === undefined || secret === undefined) return undefined
  const mark = given.personId === undefined ? undefined : await findMark(db, meetingId, given.personId)
  const state = found.state === 'installt' ? 'cancelled' : checkInWindow(found.meeting, now)
  const shown = {
    meetingId,
    occasionId: found.occasionId,
    slug: found.slug,
    title: found.title,
    startsAt: found.meeting.startsAt,
    endsAt: found.meeting.endsAt,
    place: found.meeting.place,
    opensAt: new Date(found.meeting.startsAt.getTime() - CHECK_IN_OPENS_MINUTES * 60_000),
    checkedIn: mark?.present === true ? { at: mark.recordedAt, cameAt: mark.cameAt } : null,
    open: state === 'open',
  }
  if (state !== 'open' || shown.checkedIn !== null)
    return { ...shown, proven: false, refusal: state === 'open' || shown.checkedIn !== null ? undefined : state }
  const kept = given.ticket !== undefined && isCheckInTicket(secret, given.ticket, now)
  if (given.code === null || kept) return { ...shown, proven: kept }
  const limit = wrongCodeLimit(pool)
  if (await limit.isReached(given.asker)) return { ...shown, proven: false, refusal: 'too-many' }
  if (isCheckInCode(secret, given.code, now)) return { ...shown, proven: true, newTicket: checkInTicket(secret, now) }
  await limit.count(given.asker)
  return { ...shown, proven: false, refusal: 'wrong-code' }
}

/** The meeting whose screen shows this code now; wrong ones are counted. */
export async function findMeetingByCode(
  db: Db,
  pool: pg.Pool,
  actor: Actor,
  { code, now }: { code: string; now: Date },
): Promise<Outcome<MeetingId, 'wrong-code' | 'too-many'>> {
  const limit = wrongCodeLimit(pool)
  if (await limit.isReached(actor.personId)) return refused('too-many')
  const open = await listOpenMeetings(db, now)
  const meeting = open.find(({ secret }) => isCheckInCode(secret, code, now))
  if (meeting !== undefined) return done(meeting.meetingId)
  await limit.count(actor.personId)
  return refused('wrong-code')
}

export interface OpenedCheckIn {
  meetingId: MeetingId
  occasionId: OccasionId
  slug: string
  title: string
  startsAt: Date
  endsAt: Date
  place: string | null
  opensAt: Date
  checkedIn: { at: Date; cameAt: Date | null } | null
  open: boolean
  /** A right code has been shown: it is enough to confirm. */
  proven: boolean
  newTicket?: string
  refusal?: CheckInRefusal | undefined
}
