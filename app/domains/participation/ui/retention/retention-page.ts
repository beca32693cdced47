import type { CommonKind, ProjectCounts, RetentionRule } from '../../retention/model'
import type { Readiness } from '../../retention/rules'

export interface RetentionPage {
  project: {
    diarienr: string
    name: string
    finalPaymentOn: string | null
    legalHold: boolean
    legalHoldReason: string | null
  }
  readiness: Readiness
  keptUntil: string | null
  counts: ProjectCounts
  /** What would go today of the kinds that belong to no project. */
  common: Record<CommonKind, number>
  rules: RetentionRule[]
  events: { happenedAt: string; actor: string; rule: string; counts: Record<string, number> }[]
  canKeep: boolean
}

/** A form that did not go through: faults as sentences by field, and what was typed. */
export interface RetentionAnswer {
  intent: string
  errors: Record<string, string>
  values: Record<string, string>
}
