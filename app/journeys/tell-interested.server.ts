import type { Activity } from '~/domains/catalogue'
import { listInterested } from '~/domains/learning/index.server'
import { enqueueNotices } from '~/domains/notice/index.server'
import type { OccasionId } from '~/shared/ids'
import type { Tx } from '~db/schema'
import { bookingNotice } from './booking-notices.server'

/** Tells those who asked to know when the activity gets a date. Nobody is told of the same occasion twice. */
export async function tellInterested(
  tx: Tx,
  { activityId, slug, title }: Pick<Activity, 'activityId' | 'slug' | 'title'>,
  { occasionId, startsAt }: { occasionId: OccasionId; startsAt: Date },
  at: Date,
): Promise<void> {
  const told = { occasionId, slug, title, meetings: [], cancelReason: null }
  const notices = (await listInterested(tx, activityId)).map((personId) => {
    const person = { personId, bookingId: personId }
    const notice = bookingNotice('occasion-planned', person, told, { of: occasionId, at })
    return { ...notice, payload: { ...notice.payload, startsAt: startsAt.toISOString() } }
  })
  await enqueueNotices(tx, notices)
}
