import type { WrittenAidForm } from '../../project/aid'
import type { WrittenGoal } from '../../project/goal'
import type { WrittenPartner } from '../../project/settings'
import type { ShownGoal, ShownPartner, ShownProject } from './project-page'

export interface PartnerPage {
  project: ShownProject
  partner: ShownPartner
  isOwner: boolean
  goals: ShownGoal[]
  /** The goal that the form changes; null for a new one. */
  editing: { localGoalId: string; values: WrittenGoal } | null
  areas: { code: string; name: string }[]
  /** Null when the partner needs no state-aid form. */
  aid: { values: WrittenAidForm; inForce: boolean } | null
  may: { keepGoals: boolean; keepPartner: boolean }
}

/** A form that did not go through: faults as sentences by field, and what was typed. */
export interface PartnerAnswer {
  intent: string
  errors: Record<string, string>
  values: Record<string, string>
  competenceCodes: string[]
}

export type PartnerFormValues = Partial<WrittenPartner>
