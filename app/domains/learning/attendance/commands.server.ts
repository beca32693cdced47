import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Actor } from '~/domains/identity'
import type { MeetingId, PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { isParticipant, listMarkable } from '../store/attendance-list.server'
import { areMarksWritten, holdMeeting, insertMarks, type NewMark } from '../store/attendance-mark.server'
import { upsertProduct } from '../store/attendance-product.server'
import type { AttendanceMeeting, AttendanceMethod, Presence } from './model'

export interface MarkWish extends Presence {
  markId: string
  personId: PersonId
  method: AttendanceMethod
  at: Date
  note?: string | null
}
export type MarkRefusal = 'confirmed' | 'no-such-meeting' | 'not-listed'

/**
 * Writes marks of one meeting; a mark sent again changes nothing. Refuses when the meeting is confirmed (then time is
 * put right in the ledger) and for people who are not on its list.
 */
export async function recordMarks(
  tx: Tx,
  actor: Pick<Actor, 'personId'>,
  meetingId: MeetingId,
  wishes: readonly MarkWish[],
): Promise<Outcome<{ written: number }, MarkRefusal>> {
  const meeting = await holdMeeting(tx, meetingId)
  if (meeting === undefined) return refused('no-such-meeting')
  if (wishes.length === 0) return done({ written: 0 })
  const ids = wishes.map(({ markId }) => markId)
  if (await areMarksWritten(tx, meetingId, ids)) return done({ written: 0 })
  if (meeting.confirmed) return refused('confirmed')
  const people = wishes.map(({ personId }) => personId)
  const listed = await listMarkable(tx, { meetingId, occasionId: meeting.occasionId }, people)
  if (people.some((personId) => !listed.has(personId))) return refused('not-listed')
  const marks: NewMark[] = wishes.map(({ at, ...wish }) => ({
    ...wish,
    meetingId,
    recordedBy: actor.personId,
    recordedAt: at,
  }))
  return done({ written: await insertMarks(tx, marks) })
}

/** The same for one mark, in a transaction of its own. */
export function recordMark(
  db: Db,
  actor: Pick<Actor, 'personId'>,
  meetingId: MeetingId,
  wish: MarkWish,
): Promise<Outcome<{ written: number }, MarkRefusal>> {
  return db.transaction().execute((tx) => recordMarks(tx, actor, meetingId, [wish]))
}

export type HandInRefusal = 'not-asked' | 'not-booked' | 'empty' | 'too-long' | 'accepted'

/** The longest product in characters. */
export const LONGEST_PRODUCT = 20_000

/** A participant hands in their product, or a new wording of it until it is accepted. */
export async function handInProduct(
  db: Db,
  actor: Pick<Actor, 'personId'>,
  given: { occasion: Pick<AttendanceMeeting, 'occasionId' | 'productPrompt'>; wording: string; at: Date },
): Promise<Outcome<null, HandInRefusal>> {
  const { occasion, at } = given
  const wording = given.wording.trim()
  if (occasion.productPrompt === null) return refused('not-asked')
  if (wording === '') return refused('empty')
  if (wording.length > LONGEST_PRODUCT) return refused('too-long')
  if (!(await isParticipant(db, occasion.occasionId, actor.personId))) return refused('not-booked')
  const product = { occasionId: occasion.occasionId, personId: actor.personId, wording, handedInAt: at }
  return (await upsertProduct(db, product)) ? done(null) : refused('accepted')
}

/** Counts wrong codes: eight in a quarter of an hour for each person, shared by all processes. */
export function wrongCodeLimit(pool: pg.Pool) {
  const limit = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: 'check-in',
    points: 8,
    duration: 15 * 60,
  })
  return {
    async isReached(key: string): Promise<boolean> {
      const state = await limit.get(key)
      return state !== null && state.consumedPoints >= 8
    },
    async count(key: string): Promise<void> {
      await limit.consume(key).catch((error: unknown) => {
        if (!(error instanceof RateLimiterRes)) throw error
      })
    },
  }
}
