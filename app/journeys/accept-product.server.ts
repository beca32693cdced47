import { canLead } from '~/domains/catalogue'
import { lockOccasion } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { setProductAccepted } from '~/domains/learning/index.server'
import type { OccasionId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { completeActivity } from './complete-activity.server'

/**
 * The leader accepts what a participant has handed in; when every meeting is confirmed and the time is enough, the
 * participant has finished the occasion by that. `seenAt` is when the version that the leader read was handed in: a
 * newer one is not accepted unread. Nobody accepts their own.
 */
export function acceptProduct(
  db: Db,
  actor: Actor,
  request: { occasionId: OccasionId; productId: string; seenAt: Date; now: Date },
): Promise<Outcome<{ finished: boolean }, 'no-such-occasion' | 'not-allowed' | 'changed' | 'own'>> {
  return db.transaction().execute(async (tx) => {
    const { occasionId, productId, seenAt, now } = request
    const occasion = await lockOccasion(tx, occasionId)
    if (occasion === undefined) return refused('no-such-occasion')
    if (!canLead(actor, occasion)) return refused('not-allowed')
    const accepted = await setProductAccepted(tx, {
      productId,
      occasionId,
      acceptedBy: actor.personId,
      acceptedAt: now,
      seenAt,
    })
    if (accepted === 'own') return refused('own')
    if (accepted === undefined) return refused('changed')
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'product.accepted',
      subjectKind: 'product',
      subjectId: productId,
      at: now,
    })
    const finished = await completeActivity(tx, occasion, now)
    return done({ finished: finished.includes(accepted.personId) })
  })
}
