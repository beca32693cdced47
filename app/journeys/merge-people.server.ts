import {
  lockOccasion,
  moveCohorts,
  moveEditors,
  moveLeaderships,
  movePermits,
  moveUploads,
} from '~/domains/catalogue/index.server'
import { copyEvidence, moveSelfAssessments } from '~/domains/competence/index.server'
import { issueAgain } from '~/domains/credential/index.server'
import { type Actor, isReason } from '~/domains/identity'
import {
  endMergedPerson,
  findMergeablePerson,
  holdPeople,
  type MergeablePerson,
  recordAudit,
} from '~/domains/identity/index.server'
import {
  copyCompletions,
  listTouched,
  lockMeeting,
  moveBookings,
  moveDiscussion,
  moveOpenMarks,
  moveWork,
} from '~/domains/learning/index.server'
import { moveNotices } from '~/domains/notice/index.server'
import { moveEmployments } from '~/domains/organisation/index.server'
import { canMergePeople, type MergePair, numbersDiffer } from '~/domains/participation'
import {
  holdLedgers,
  insertMerge,
  listMergeSides,
  moveParticipation,
  planMerge,
  type Vault,
} from '~/domains/participation/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { giveSeats } from './book-occasion.server'

export type MergeRefusal =
  'not-allowed' | 'not-found' | 'same' | 'own' | 'protected' | 'already-merged' | 'reason' | 'numbers' | 'locked'

export interface MergeRequest extends MergePair {
  reason: string
  /** The office has said that two different numbers of the same kind are one person's. */
  numbersAcknowledged: boolean
  at: Date
}

/**
 * Makes two records of one person one: `from` goes, `to` stays. In one transaction the participant records, numbers,
 * employments, bookings, work and notices follow; completions, evidence and certificates are written again for the kept
 * person; time moves by contra entries, so that no line and no link of the chain changes. Refused while a month with such
 * time is locked. Asked for again, nothing more happens.
 */
export function mergePeople(
  db: Db,
  actor: Actor,
  vault: Vault,
  request: MergeRequest,
): Promise<Outcome<{ created: boolean }, MergeRefusal>> {
  const { from, to, at } = request
  return db.transaction().execute(async (tx): Promise<Outcome<{ created: boolean }, MergeRefusal>> => {
    if (!canMergePeople(actor)) return refused('not-allowed')
    if (from === to) return refused('same')
    await holdPeople(tx, [from, to])
    const people = { gone: await findMergeablePerson(tx, from), kept: await findMergeablePerson(tx, to) }
    if (people.gone?.mergedInto === to) return done({ created: false })
    const refusal = refusalOf(actor, people, request) ?? (await numbersRefusal(tx, request))
    if (refusal !== undefined) return refused(refusal)
    const touched = await listTouched(tx, from)
    const occasions = []
    for (const occasionId of touched.occasionIds) occasions.push(await lockOccasion(tx, occasionId))
    for (const meetingId of touched.meetingIds) await lockMeeting(tx, meetingId)
    await holdLedgers(tx, [from, to])
    const plan = await planMerge(tx, request)
    if (plan.locked.length > 0) return refused('locked')
    const by = { reason: request.reason.trim(), actorId: actor.personId, at }
    const moved = await moveParticipation(tx, vault, request, plan, by)
    const counts = await moveStudies(tx, request, by)
    for (const occasion of occasions) if (occasion !== undefined) await giveSeats(tx, occasion, at)
    await endMergedPerson(tx, request, at)
    const lines = plan.lines.filter((line) => !line.isDouble)
    const detail = {
      ...moved,
      ...counts,
      lines: lines.length,
      minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
      doubleLines: plan.lines.length - lines.length,
    }
    await insertMerge(tx, { from, to, by: actor.personId, reason: by.reason, detail, at })
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'person.merged',
      subjectKind: 'person',
      subjectId: to,
      reason: by.reason,
      detail: { ...detail, merged: from },
      at,
    })
    return done({ created: true })
  })
}

function refusalOf(
  actor: Actor,
  { gone, kept }: { gone: MergeablePerson | undefined; kept: MergeablePerson | undefined },
  { reason }: MergeRequest,
): MergeRefusal | undefined {
  if (gone === undefined || kept === undefined) return 'not-found'
  if (gone.personId === actor.personId || kept.personId === actor.personId) return 'own'
  if (gone.protection !== 'none' || kept.protection !== 'none') return 'protected'
  if (gone.mergedInto !== null || kept.mergedInto !== null) return 'already-merged'
  return isReason(reason) ? undefined : 'reason'
}

async function numbersRefusal(tx: Tx, { from, to, numbersAcknowledged }: MergeRequest): Promise<'numbers' | undefined> {
  if (numbersAcknowledged) return undefined
  const sides = await listMergeSides(tx, [from, to])
  const [one, other] = sides.map((side) => side.number)
  return numbersDiffer(one ?? null, other ?? null) ? 'numbers' : undefined
}

/** What each domain hands over beside the records and the time. */
async function moveStudies(
  tx: Tx,
  pair: MergePair,
  by: { reason: string; actorId: Actor['personId']; at: Date },
): Promise<{ completions: number; certificates: number }> {
  await moveEmployments(tx, pair)
  await moveLeaderships(tx, pair)
  await moveEditors(tx, pair)
  await movePermits(tx, pair)
  await moveCohorts(tx, pair)
  await moveUploads(tx, pair)
  const copied = await copyCompletions(tx, pair)
  await copyEvidence(tx, pair.to, copied)
  const certificates = await issueAgain(tx, pair.to, copied)
  await moveSelfAssessments(tx, pair)
  await moveWork(tx, pair)
  await moveBookings(tx, pair)
  await moveDiscussion(tx, pair)
  await moveOpenMarks(tx, pair, { actorId: by.actorId, note: by.reason, at: by.at })
  await moveNotices(tx, pair)
  return { completions: copied.length, certificates }
}
