import type { Completeness } from '../rules/completeness'
import type { MonthSum } from '../rules/months'

/** What a reader gets of one participant record; a protected person's page holds no name, place, day or number. */
export interface RecordPage {
  participationId: string
  name: string
  isProtected: boolean
  project: {
    name: string
    diarienr: string
    startsOn: string
    endsOn: string
    selfStudyEligible: boolean
    rounding: 'floor_hours' | 'minutes'
  }
  facts: {
    partner: string
    employer: string
    municipality: string | null
    registeredOn: string
    entryOn: string | null
    exitOn: string | null
    noticeVersion: string | null
    noticeAckAt: string | null
  } | null
  completeness: Completeness
  informationWaits: boolean
  numbers: {
    identityNumberId: string
    kind: 'personnummer' | 'samordningsnummer'
    masked: string
    addedOn: string
    isCurrent: boolean
    replacedBy: { kind: 'personnummer' | 'samordningsnummer'; masked: string; on: string } | null
  }[]
  months: MonthSum[]
  total: Omit<MonthSum, 'month'>
  entries: {
    timeEntryId: string
    workedOn: string
    title: string
    courseTitle: string | null
    courseSlug: string | null
    minutes: number
    recordedAt: string
  }[]
  /** Duplicates that were merged into this person. */
  merges: { mergedAt: string; name: string; by: string; reason: string; minutes: number }[]
  completions: {
    completionId: string
    courseSlug: string
    title: string
    finishedOn: string
    minutes: number
    certificateCode: string | null
  }[]
  may: { keepDates: boolean; addNumber: boolean; revealNumber: boolean; merge: boolean; readReports: boolean }
}

/** The answer to a form of the page that did not go through, or the number that was asked for. */
export interface RecordAnswer {
  intent: string
  errors: Record<string, string>
  values: Record<string, string>
  /** Shown in this answer alone. */
  revealed?: string
}
