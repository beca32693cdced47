import type { OrganisationId, ProjectId } from '~/shared/ids'

export const partnerRoles = ['projektagare', 'samverkanspart', 'medlem', 'extern'] as const
export type PartnerRole = (typeof partnerRoles)[number]

export const roundings = ['floor_hours', 'minutes'] as const
export type Rounding = (typeof roundings)[number]

/** What the project office decides for one project; each has a safe default while the decision is unknown. */
export interface ProjectRules {
  selfStudyEligible: boolean
  /** Whether the time of a course that is taken again because it ran out belongs to the project. */
  renewalEligible: boolean
  rounding: Rounding
  /** Least whole hours of a participant before they are reported; null: no such rule is known. */
  minHoursForReporting: number | null
  attestation: boolean
  attendedPercent: number
  dailyCapMinutes: number
  /** Days after the end of a month within which it is reported. */
  reportDueDays: number
  /** ISO day; null: unknown, and nothing of the project is deleted. */
  finalPaymentOn: string | null
  /** Years after the year of the final payment; null: the five of the regulation. */
  retentionYears: number | null
  legalHold: boolean
  legalHoldReason: string | null
}

/** A project with its dates (ISO days, both inclusive) and rules. */
export interface ProjectDetail extends ProjectRules {
  projectId: ProjectId
  diarienr: string
  name: string
  startsOn: string
  endsOn: string
  ownerId: OrganisationId
  plannedParticipants: number
}

export interface ProjectPartner {
  organisationId: OrganisationId
  slug: string
  name: string
  kind: string
  role: PartnerRole
  note: string | null
  /** ISO days; null: as the project. */
  startsOn: string | null
  endsOn: string | null
  /** Null: as the project. */
  attestation: boolean | null
  municipalities: { code: string; name: string }[]
}

/** A month of a project that has time in the ledger. */
export interface MonthStanding {
  /** `2025-03` */
  month: string
  locked: boolean
  mustResend: boolean
}

export const goalMeasures = ['deltagare', 'timmar', 'avslut'] as const
export type GoalMeasure = (typeof goalMeasures)[number]

export interface LocalGoal {
  localGoalId: string
  organisationId: OrganisationId
  partner: string
  partnerSlug: string
  wording: string
  measure: GoalMeasure
  target: number
  competenceCodes: string[]
  level: number | null
  dueOn: string
  closedAt: Date | null
  /** Participants, whole hours or completions, up to and including the due day. */
  reached: number
  /** The same by gender; null when it would show a group under five. */
  byGender: { women: number; men: number } | null
}
