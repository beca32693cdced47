import type { ErasureRequest } from '~/domains/identity'
import { localDay } from '~/shared/dates'

export interface HeldEvidence {
  diarienr: string
  project: string
  entries: number
  legalHold: boolean
  finalPaymentOn: string | null
  keptUntil: string | null
}

/** What projects must keep of somebody, until when (null: until further notice) and why. */
export function shownEvidence(evidence: readonly HeldEvidence[]) {
  return evidence.map(({ diarienr, project, entries, legalHold, keptUntil }) => ({
    ...{ diarienr, project, entries },
    until: keptUntil,
    why: legalHold ? ('held' as const) : keptUntil === null ? ('payment' as const) : ('kept' as const),
  }))
}

export function shownRequest(request: ErasureRequest | undefined) {
  if (request === undefined) return null
  return {
    state: request.state,
    askedOn: localDay(request.askedAt),
    decidedOn: request.decidedAt === null ? '' : localDay(request.decidedAt),
    reason: request.reason ?? '',
  }
}
