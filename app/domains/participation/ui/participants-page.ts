import type { ParticipantFilter } from '../filter'
import type { Completeness } from '../rules/completeness'

export interface FilterChoiceLists {
  projects: { diarienr: string; name: string }[]
  partners: { slug: string; name: string }[]
  municipalities: { code: string; name: string }[]
}

export interface ShownParticipant {
  participationId: string
  name: string
  isProtected: boolean
  completeness: Completeness
  informationWaits: boolean
  partner: string | null
  municipality: string | null
  entryOn: string | null
  exitOn: string | null
  minutes: number
  completions: number
}

export interface ParticipantsPage {
  filter: ParticipantFilter
  choices: FilterChoiceLists
  project: {
    name: string
    diarienr: string
    startsOn: string
    endsOn: string
    plannedParticipants: number
    selfStudyEligible: boolean
  }
  everyone: boolean
  /** Whether the reader sees the versions of the information to participants. */
  information: boolean
  /** Whether the reader may bring in files. */
  imports: boolean
  totals: {
    found: number
    foundMinutes: number
    participants: number
    complete: number
    minutes: number
    completions: number
  }
  rows: ShownParticipant[]
  page: number
  pages: number
}
