import {
  eraseCohortLeaders,
  eraseEditors,
  erasePermits,
  eraseUploads,
  lockOccasion,
} from '~/domains/catalogue/index.server'
import { deleteAssessments, eraseCompetence } from '~/domains/competence/index.server'
import { eraseCertificates } from '~/domains/credential/index.server'
import { type Actor, canKeepProjects, isReason } from '~/domains/identity'
import {
  endOtherSessions,
  eraseAccounts,
  holdErasureRequest,
  listOwnIds,
  recordAudit,
  settleErasureRequest,
} from '~/domains/identity/index.server'
import type { ErasableKind } from '~/domains/insight'
import {
  deleteAnswers,
  deleteWatches,
  eraseDiscussion,
  eraseStudies,
  eraseWishes,
  listBookedAhead,
  setBookingState,
} from '~/domains/learning/index.server'
import { enqueueNotice, eraseNotices } from '~/domains/notice/index.server'
import { eraseEmployments } from '~/domains/organisation/index.server'
import { eraseTime, listCreditedCompletions, listOwnEvidence } from '~/domains/participation/index.server'
import type { PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { giveSeats } from './book-occasion.server'

const isHeld = async (tx: Tx, ids: readonly string[]) => (await listOwnEvidence(tx, ids)).some((one) => one.legalHold)

/**
 * Erases what a person has chosen of the own traces, none of it evidence of a project. Nothing goes while a project that
 * the person is in is under legal hold. Done again, there is nothing left to do.
 */
export function eraseTraces(
  db: Db,
  request: { personId: PersonId; kinds: readonly ErasableKind[]; here: string | undefined; at: Date },
): Promise<Outcome<Partial<Record<ErasableKind, number>>, 'nothing-chosen' | 'held'>> {
  const { personId, here, at } = request
  return db
    .transaction()
    .execute(async (tx): Promise<Outcome<Partial<Record<ErasableKind, number>>, 'nothing-chosen' | 'held'>> => {
      if (request.kinds.length === 0) return refused('nothing-chosen')
      const ids = await listOwnIds(tx, personId)
      if (await isHeld(tx, ids)) return refused('held')
      const erase: Record<ErasableKind, () => Promise<number>> = {
        svar: () => deleteAnswers(tx, ids),
        tittarloggar: () => deleteWatches(tx, ids),
        sjalvskattningar: () => deleteAssessments(tx, ids),
        kalender: () => eraseWishes(tx, ids),
        meddelanden: () => eraseNotices(tx, ids),
        enheter: () => endOtherSessions(tx, personId, here),
      }
      const counts: Partial<Record<ErasableKind, number>> = {}
      for (const kind of new Set(request.kinds)) counts[kind] = await erase[kind]()
      const subject = { actorId: personId, subjectKind: 'person', subjectId: personId } as const
      await recordAudit(tx, { ...subject, action: 'traces.erased', detail: counts, at })
      return done(counts)
    })
}

export type DecideErasureRefusal = 'not-allowed' | 'not-found' | 'reason' | 'own' | 'held'

/**
 * The office decides on a request to erase an account, with a reason. Granted: sign-in ends, and everything goes that no
 * project must keep; the name goes too unless a project's evidence needs it. Denied: the person is told why.
 */
export function decideErasure(
  db: Db,
  actor: Actor,
  request: { requestId: string; decision: 'grant' | 'deny'; reason: string; at: Date },
): Promise<Outcome<null, DecideErasureRefusal>> {
  const { requestId, decision, at } = request
  const reason = request.reason.trim()
  return db.transaction().execute(async (tx): Promise<Outcome<null, DecideErasureRefusal>> => {
    if (!canKeepProjects(actor)) return refused('not-allowed')
    const asked = await holdErasureRequest(tx, requestId)
    if (asked === undefined) return refused('not-found')
    if (asked.personId === actor.personId) return refused('own')
    if (!isReason(reason)) return refused('reason')
    const { personId } = asked
    const ids = await listOwnIds(tx, personId)
    if (decision === 'grant' && (await isHeld(tx, ids))) return refused('held')
    const state = decision === 'grant' ? 'beviljad' : 'nekad'
    await settleErasureRequest(tx, requestId, { state, by: actor.personId, reason, at })
    const subject = { actorId: actor.personId, subjectKind: 'person', subjectId: personId } as const
    await recordAudit(tx, { ...subject, action: 'erasure.decided', reason, detail: { decision }, at })
    if (decision === 'grant') await eraseEverything(tx, ids, at)
    else {
      const payload = { reason }
      await enqueueNotice(tx, { personId, kind: 'erasure-denied', sourceId: requestId, payload, createdAt: at })
    }
    return done(null)
  })
}

/** Everything of these people that no project must keep. The seats they had go to those who wait. */
async function eraseEverything(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  for (const { bookingId, occasionId } of await listBookedAhead(tx, ids, at)) {
    const occasion = await lockOccasion(tx, occasionId)
    await setBookingState(tx, [bookingId], { state: 'avbokad', at })
    if (occasion !== undefined) await giveSeats(tx, occasion, at)
  }
  await eraseAccounts(tx, ids, at)
  await eraseUploads(tx, ids)
  await eraseNotices(tx, ids)
  await eraseCertificates(tx, ids)
  await deleteAssessments(tx, ids)
  await eraseCompetence(tx, ids)
  await deleteAnswers(tx, ids)
  await deleteWatches(tx, ids)
  await eraseWishes(tx, ids)
  await eraseEditors(tx, ids)
  await erasePermits(tx, ids)
  await eraseCohortLeaders(tx, ids)
  await eraseDiscussion(tx, ids, at)
  await eraseStudies(tx, ids, await listCreditedCompletions(tx, ids))
  await eraseEmployments(tx, ids)
  await eraseTime(tx, ids)
}
