import type { OccasionId, OrganisationId, PersonId } from '~/shared/ids'

export const bookingStates = ['ansokt', 'bokad', 'vantelista', 'avbokad', 'nekad'] as const
export type BookingState = (typeof bookingStates)[number]

/** A person's place at an occasion, or in its queue. */
export interface Booking {
  bookingId: string
  occasionId: OccasionId
  personId: PersonId
  /** The employer at the time of booking; seats per organisation are counted by it. */
  organisationId: OrganisationId | null
  state: BookingState
  /** The queue is in this order. */
  queuedAt: Date
}

/** A booking as those who lead the occasion see it: a protected person by alias, without organisation. */
export interface BookingLine extends Booking {
  name: string
  isProtected: boolean
  organisationName: string | null
  /** What the person needs to take part, until thirty days after the last meeting. */
  accessNeeds: string | null
}
