import type { TimeType } from './rules/months'
import type { CompletionId, PersonId, ProjectId } from '~/shared/ids'

/** Why a day belongs to no project: no participant record, or a day before or after every project of the person. */
export type DayReason = 'no-record' | 'before-start' | 'after-end'
/** Why time belongs to no project: its day, or that a course was renewed and the project takes no such time. */
export type OutsideReason = DayReason | 'renewal'

/** A project in which a person has a participant record, with its first and last day (both inclusive). */
export interface ProjectWindow {
  projectId: ProjectId
  startsOn: string
  endsOn: string
}

/** One finished item whose minutes become time in the ledger. */
export interface CreditItem {
  completionId: CompletionId | string
  title: string
  minutes: number
  finishedAt: Date
}

export interface CreditRequest {
  personId: PersonId
  items: readonly CreditItem[]
  /** The course was finished before and is taken again because it ran out. */
  isRenewal?: boolean
  recordedAt: Date
}

/** Time that a person was at one meeting; `minutes` is what counts of the span, breaks taken away. */
export interface AttendedItem {
  /** Id of the attendance mark: its time is credited once. */
  sourceId: string
  title: string
  timeType: Exclude<TimeType, 'sjalvstudier'>
  startsAt: Date
  endsAt: Date
  minutes: number
}

export interface AttendedRequest {
  personId: PersonId
  /** The project of the activity; null when it belongs to none. */
  projectId: ProjectId | null
  items: readonly AttendedItem[]
  recordedBy: PersonId
  recordedAt: Date
}

/** Minutes in the ledger for the items of one request, in a project and outside. */
export interface CreditedTime {
  projectMinutes: number
  otherMinutes: number
}

/** Where a day's time belongs: exactly one of the two is null. */
export type Placement = { projectId: ProjectId; outsideReason: null } | { projectId: null; outsideReason: DayReason }

/** One line of a person's ledger, as its owner reads it. */
export interface LedgerEntry {
  timeEntryId: string
  projectId: ProjectId | null
  projectName: string | null
  /** Stockholm day. */
  workedOn: string
  minutes: number
  timeType: TimeType
  title: string
  outsideReason: OutsideReason | null
  /** Why a correction was made. */
  reason: string | null
  recordedAt: Date
  courseId: string | null
  round: number | null
  courseSlug: string | null
  courseTitle: string | null
  lectureSlug: string | null
}
