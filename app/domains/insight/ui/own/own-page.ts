import type { ErasableKind } from '../../own/erasable'

export interface OwnPage {
  /** What the copy holds, part by part, in words. */
  parts: string[]
  looked: { at: string; what: string; who: string; why: string }[]
  erasable: Record<ErasableKind, number>
  /** What projects must keep; `until` null: until further notice. */
  evidence: {
    diarienr: string
    project: string
    entries: number
    until: string | null
    why: 'payment' | 'kept' | 'held'
  }[]
  isHeld: boolean
  request: {
    state: 'begard' | 'beviljad' | 'nekad' | 'atertagen'
    askedOn: string
    decidedOn: string
    reason: string
  } | null
}

/** A form that did not go through: faults as sentences by field, and what was chosen. */
export interface OwnAnswer {
  errors: Record<string, string>
  kinds: string[]
}
