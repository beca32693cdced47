import type { Meeting, Occasion } from '~/domains/catalogue'
import type { MeetingId, OrganisationId, PersonId } from '~/shared/ids'

export const attendanceMethods = ['qr', 'ledare', 'lista', 'import'] as const
export type AttendanceMethod = (typeof attendanceMethods)[number]

/** The time of a meeting; the break belongs to no certain minute of it. */
export interface MeetingTime {
  startsAt: Date
  endsAt: Date
  breakMinutes: number
}

/** What a mark says of one person: came and left are null when the whole meeting is meant. */
export interface Presence {
  present: boolean
  cameAt: Date | null
  leftAt: Date | null
}

/** The newest mark of one person at one meeting. */
export interface Mark extends Presence {
  markId: string
  meetingId: MeetingId
  personId: PersonId
  method: AttendanceMethod
  recordedAt: Date
}

/** Somebody who stands on the list of a meeting: booked, waiting, or marked without a booking. */
export interface ListedPerson {
  personId: PersonId
  /** The alias of a person with protected personal data; the name of others. */
  name: string
  isProtected: boolean
  /** Null for protected persons: the workplace is part of what is protected. */
  employer: string | null
  organisationId: OrganisationId | null
  booking: 'bokad' | 'vantelista' | 'ansokt' | null
  mark: Mark | null
}

/** A line of a confirmed meeting, frozen by ids alone, so that a later protection hides the name here too. */
export interface ConfirmedLine {
  personId: PersonId
  markId: string | null
  present: boolean
  cameAt: string | null
  leftAt: string | null
  method: AttendanceMethod | null
  minutes: number
}

export interface Confirmation {
  meetingId: MeetingId
  confirmedBy: PersonId
  confirmedAt: Date
  lines: ConfirmedLine[]
  linesSha256: string
}

/** What a participant hands in where the activity asks for a product. */
export interface Product {
  productId: string
  personId: PersonId
  wording: string
  handedInAt: Date
  acceptedAt: Date | null
}

/** A meeting and the occasion that it is part of. */
export type AttendanceMeeting = Occasion & { meeting: Meeting }
