import { mayRenew } from '~/domains/catalogue'
import { findCourse } from '~/domains/catalogue/index.server'
import { findValidity } from '~/domains/credential/index.server'
import type { Actor } from '~/domains/identity'
import { findLearnerCourse, insertRound, lockEnrolment, setWatchesAside } from '~/domains/learning/index.server'
import { localDay } from '~/shared/dates'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { type SeatRefusal, takeSeat } from './enrol-in-course.server'

export type RenewRefusal = 'no-such-course' | 'not-finished' | 'not-due' | SeatRefusal

/**
 * Somebody takes a course again because what was finished has run out or is about to: a new round with its own lessons,
 * evidence, hours and certificate. Earlier rounds stay as they are. Asked for again, the round under way is answered.
 */
export function renewCourse(
  db: Db,
  actor: Actor,
  { courseSlug, cohortId = null, now }: { courseSlug: string; cohortId?: string | null; now: Date },
): Promise<Outcome<{ round: number; created: boolean }, RenewRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ round: number; created: boolean }, RenewRefusal>> => {
    const { personId } = actor
    const course = await findCourse(tx, courseSlug)
    if (course === undefined || course.retiredAt !== null) return refused('no-such-course')
    const { courseId, terms } = course
    // Whoever finishes the course or renews it at this moment is waited for.
    if ((await lockEnrolment(tx, personId, courseId)) === undefined) return refused('not-finished')
    const mine = await findLearnerCourse(tx, personId, courseId)
    if (mine === undefined) return refused('not-finished')
    if (mine.finishedAt === null) {
      return mine.round > 1 ? done({ round: mine.round, created: false }) : refused('not-finished')
    }
    const validity = await findValidity(tx, personId, courseId)
    if (validity === undefined || !mayRenew(validity.until, localDay(now), terms.validity.remindDays)) {
      return refused('not-due')
    }
    const round = mine.round + 1
    const seat = await takeSeat(tx, course, { cohortId, round, today: localDay(now) })
    if (!seat.ok) return seat
    await setWatchesAside(tx, personId, courseId, now)
    const created = await insertRound(tx, { personId, courseId, round, cohortId: seat.value, now })
    return done({ round, created })
  })
}
