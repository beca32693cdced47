import type { PersonId } from '~/shared/ids'

export type ErasureState = 'begard' | 'beviljad' | 'nekad' | 'atertagen'

/** Somebody's wish to have the account erased, and what the office decided. */
export interface ErasureRequest {
  requestId: string
  personId: PersonId
  state: ErasureState
  askedAt: Date
  decidedAt: Date | null
  reason: string | null
}
