import type { PersonId, ProjectId } from '~/shared/ids'
import type { OutsideReason } from '../model'
import type { TimeType } from '../rules/months'

export type PersonMonthState = 'oppen' | 'signerad' | 'attesterad' | 'last' | 'exporterad' | 'rattad'
export type ProjectMonthState = 'oppen' | 'laser' | 'last'
export type MonthEventKind = 'signerad' | 'attesterad' | 'aterlamnad' | 'andrad' | 'last' | 'exporterad' | 'oppnad'
export type MonthMethod = 'egen' | 'ledare' | 'chef' | 'koordinator' | 'kontor' | 'system'
export type SourceKind = 'completion' | 'correction' | 'attendance' | 'statement' | 'merge'

/** One line of a person-month as it is signed: what the digest is made of. */
export interface SignedLine {
  timeEntryId: string
  /** Stockholm day. */
  workedOn: string
  /** Negative for a contra entry. */
  minutes: number
  timeType: TimeType
}

/** One line of a person-month with what is known of the time behind it. Minutes are null where nothing is known. */
export interface MonthLine extends SignedLine {
  title: string
  sourceKind: SourceKind
  startsAt: Date | null
  endsAt: Date | null
  recordedAt: Date
  reason: string | null
  correctsId: string | null
  /** Minutes of the booked meeting, breaks taken away. */
  planned: number | null
  /** Minutes that attendance gave. */
  attended: number | null
  /** Minutes watched or gone through: seen seconds of a recorded lecture, nominal time of a finished lesson. */
  seen: number | null
  /** Minutes of this line in the last signature; null when it came after it. */
  signed: number | null
  /** Nominal minutes of the lesson, lecture or course that was finished. */
  nominal: number | null
  /** Came after the month was locked and is not in the frozen figure. */
  late: boolean
}

/** A booked meeting of the month that gave no time. */
export interface PlannedMeeting {
  meetingId: string
  title: string
  workedOn: string
  startsAt: Date
  endsAt: Date
  minutes: number
}

/** The last thing of a kind that happened to a person-month. */
export interface MonthEvent {
  monthEventId: string
  kind: MonthEventKind
  method: MonthMethod
  actorId: PersonId | null
  actorName: string | null
  minutes: number
  entryCount: number
  linesSha256: string
  generation: number
  reason: string | null
  happenedAt: Date
}

/** One person's month in one project, as lists show it. */
export interface PersonMonth {
  projectId: ProjectId
  personId: PersonId
  participationId: string
  month: string
  state: PersonMonthState
  /** All registered minutes now. */
  minutes: number
  /** Of them the minutes that may be reported. */
  reportableMinutes: number
  entryCount: number
  linesSha256: string
  /** Whether the month is to be attested before it is locked: the partner's own setting, else the project's. */
  attestationWanted: boolean
}

/** Own statement of time that no meeting or course gives. */
export interface Statement {
  workedOn: string
  minutes: number
  timeType: 'sjalvstudier' | 'forberedelse' | 'resa'
  title: string
}

export type { OutsideReason }
