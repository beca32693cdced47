import { type Actor, scopeOf } from '~/domains/identity'
import { canGiveAttempts } from '~/domains/catalogue'
import { recordAudit } from '~/domains/identity/index.server'
import type { CourseId } from '~/shared/ids'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { lockAttempts } from './store/attempt.server'
import { addExtraAttempt, listUsedUp } from './store/used-up.server'

/**
 * Gives one more attempt to somebody who has used all without passing. Pressing twice gives one: who has an attempt left
 * is given none.
 */
export function giveAttempt(
  db: Db,
  actor: Actor,
  { courseId, personId, lessonId, now }: { courseId: CourseId; personId: string; lessonId: string; now: Date },
): Promise<Outcome<undefined, 'not-allowed' | 'not-used-up'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<undefined, 'not-allowed' | 'not-used-up'>> => {
    if (!canGiveAttempts(actor)) return refused('not-allowed')
    await lockAttempts(tx, { personId, itemId: lessonId } as Parameters<typeof lockAttempts>[1])
    const [stuck] = await listUsedUp(tx, courseId, scopeOf(actor, 'kursansvarig'), { personId, lessonId })
    if (stuck === undefined) return refused('not-used-up')
    await addExtraAttempt(tx, stuck, now)
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'quiz.attempt-given',
      subjectKind: 'person',
      subjectId: stuck.personId,
      detail: { lessonId, round: stuck.round },
      at: now,
    })
    return done(undefined)
  })
}
