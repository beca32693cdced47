import type { MergeReason } from '../../merge/model'

export interface ShownSide {
  personId: string
  name: string
  email: string
  createdOn: string
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
  /** What moves when this one goes, and the locked months that then stand in the way. */
  ifGone: {
    lines: number
    minutes: number
    doubleMinutes: number
    locked: { diarienr: string; month: string }[]
  }
}

export interface MergePage {
  participationId: string
  personId: string
  name: string
  search: string
  candidates: {
    personId: string
    name: string
    email: string
    workplace: string | null
    hasRecord: boolean
    reasons: MergeReason[]
  }[]
  compared: { sides: [ShownSide, ShownSide]; numbersDiffer: boolean } | null
}

export interface MergeAnswer {
  intent: string
  errors: Record<string, string>
  values: Record<string, string>
}
