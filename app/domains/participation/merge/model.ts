import type { PersonId, ProjectId } from '~/shared/ids'
import type { OutsideReason } from '../model'
import type { TimeType } from '../rules/months'

/** Which person's record goes, and into whose. */
export interface MergePair {
  from: PersonId
  to: PersonId
}

/** A line of the ledger that stands, with what it comes from at the far end of its corrections. */
export interface StandingLine {
  timeEntryId: string
  personId: PersonId
  projectId: ProjectId | null
  outsideReason: OutsideReason | null
  workedOn: string
  minutes: number
  timeType: TimeType
  /** The same for two lines of the same course and round or of the same meeting; null when nothing can be the same. */
  evidence: string | null
  /** Whether time outside every project could be placed by the records of the person who gets it: where it may go. */
  origin: 'completion' | 'attendance' | 'statement'
  /** The project of the attended activity. */
  activityProjectId: ProjectId | null
}

/** A line that goes to the other person. */
export interface MovedLine {
  timeEntryId: string
  workedOn: string
  minutes: number
  fromProjectId: ProjectId | null
  projectId: ProjectId | null
  outsideReason: OutsideReason | null
  /** The other person has the time of the same course or meeting already: it is taken away and not written again. */
  isDouble: boolean
}

export interface MergePlan {
  lines: MovedLine[]
  /** Months that are locked and would be changed; the office opens them first. */
  locked: { projectId: ProjectId; diarienr: string; month: string }[]
}

export const mergeReasons = ['name-workplace', 'name', 'similar-name', 'email', 'search'] as const
export type MergeReason = (typeof mergeReasons)[number]

export interface MergeCandidate {
  personId: PersonId
  name: string
  email: string
  workplace: string | null
  hasRecord: boolean
  reasons: MergeReason[]
}

/** What a person has in the portal, as the office compares two. */
export interface MergeSide {
  personId: PersonId
  name: string
  email: string
  isProtected: boolean
  mergedInto: PersonId | null
  isErased: boolean
  createdAt: Date
  hasAccount: boolean
  roles: string[]
  workplaces: string[]
  records: {
    participationId: string
    project: string
    diarienr: string
    entryOn: string | null
    exitOn: string | null
  }[]
  number: { kind: 'personnummer' | 'samordningsnummer'; masked: string } | null
  minutes: number
  completions: number
  bookings: number
}
