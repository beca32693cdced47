import type { PersonId } from '~/shared/ids'
import type { Mark } from '../model'

/** The most that a meeting's file may hold, in bytes. */
export const MEETING_FILE_BYTES = 900_000

/** A time that somebody was in the meeting, as a line of the file says it; null where it is not readable. */
export interface FileStay {
  line: number
  name: string
  email: string | null
  from: Date | null
  to: Date | null
}

export interface MeetingFile {
  kind: 'teams' | 'zoom'
  stays: FileStay[]
}

export type MeetingFileFault = 'empty' | 'not-a-report' | 'spreadsheet' | 'no-people' | 'no-times'

/** Somebody on the list of a meeting whom a file may name; never a person with protected personal data. */
export interface Nameable {
  personId: PersonId
  givenName: string
  familyName: string
  email: string
  /** Whether the person can be marked: booked, or marked before. Others wait for a place. */
  markable: boolean
  mark: Mark | null
}

/** Why a row of the file cannot go ahead by itself. */
export type RowProblem =
  'unmatched' | 'ambiguous' | 'waiting' | 'leader' | 'outside' | 'no-leave' | 'unreadable' | 'backwards'

export interface Span {
  from: Date
  to: Date
}

/** What the file says of one person. */
export interface PersonInFile {
  name: string
  email: string | null
  lines: number[]
  /** The times inside the meeting, joined where they touch. */
  spans: Span[]
  minutes: number
  match: { personId: PersonId; by: 'email' | 'name' } | null
  problem: RowProblem | null
}
