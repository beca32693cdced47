import type { RichDocument } from '~/shared/editor/document'
import type { ActivityId, MeetingId, OccasionId, OrganisationId, PersonId, ProjectId } from '~/shared/ids'

export const activityKinds = ['workshop', 'forelasning', 'studiebesok', 'cirkel', 'traff'] as const
export type ActivityKind = (typeof activityKinds)[number]

export const activityTimeTypes = ['schemalagd', 'studiebesok', 'forberedelse', 'resa'] as const
export type ActivityTimeType = (typeof activityTimeTypes)[number]

export const meetingModes = ['plats', 'digitalt', 'bada'] as const
export type MeetingMode = (typeof meetingModes)[number]

export type ActivityState = 'utkast' | 'publicerad' | 'arkiverad'
export type OccasionState = 'planerat' | 'installt' | 'genomfort'

export interface ActivityCompetence {
  code: string
  level: number
  weight: number
}

/** An organisation that the activity is listed for; `seats` is the most it may have at one occasion, null without limit. */
export interface ListedOrganisation {
  organisationId: OrganisationId
  slug: string
  name: string
  seats: number | null
}

/** What a maker writes about an activity. */
export interface ActivityContent {
  kind: ActivityKind
  title: string
  summary: string
  description: RichDocument
  language: 'sv' | 'en'
  level: number | null
  themes: string[]
  audiences: string[]
  outcomes: string[]
  competences: ActivityCompetence[]
  projectId: ProjectId | null
  timeType: ActivityTimeType
  attendedPercent: number
  productPrompt: string | null
  assessedAgainstStandard: boolean
  standardRef: string | null
  approvalRequired: boolean
  onlyListedOrganisations: boolean
}

/** What is offered, apart from when: its occasions are bookable one by one. */
export interface Activity extends ActivityContent {
  activityId: ActivityId
  slug: string
  organisationId: OrganisationId
  organisationName: string
  listed: ListedOrganisation[]
  state: ActivityState
  changedAt: Date
  publishedAt: Date | null
}

/** One gathering, in a room, online or both. `breakMinutes` are not attended time. */
export interface Meeting {
  meetingId: MeetingId
  startsAt: Date
  endsAt: Date
  breakMinutes: number
  mode: MeetingMode
  place: string | null
  /** For those who are booked and those who lead: never on a public page. */
  onlineUrl: string | null
  title: string | null
}

export interface Material {
  title: string
  url: string
}

/** A bookable occasion of an activity, with its meetings in order of time. */
export interface Occasion {
  occasionId: OccasionId
  activityId: ActivityId
  slug: string
  title: string
  kind: ActivityKind
  activityState: ActivityState
  projectId: ProjectId | null
  organisationId: OrganisationId
  timeType: ActivityTimeType
  attendedPercent: number
  productPrompt: string | null
  assessedAgainstStandard: boolean
  competences: ActivityCompetence[]
  outcomes: string[]
  level: number | null
  approvalRequired: boolean
  onlyListedOrganisations: boolean
  listed: ListedOrganisation[]
  /** The most that may be booked; null without limit. */
  capacity: number | null
  bookingOpensAt: Date | null
  bookingClosesAt: Date | null
  state: OccasionState
  cancelReason: string | null
  materials: Material[]
  leaders: PersonId[]
  meetings: Meeting[]
  changedAt: Date
}
