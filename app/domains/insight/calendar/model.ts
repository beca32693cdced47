import type { ActivityKind, Audience, MeetingMode, Theme } from '~/domains/catalogue'

/** What the address of the calendar chooses. */
export interface CalendarFilter {
  /** `2025-03`. */
  month: string
  view: 'manad' | 'lista'
  kind: ActivityKind | undefined
  mode: 'plats' | 'digitalt' | undefined
  organiser: string | undefined
  municipality: string | undefined
  project: string | undefined
  theme: Theme | undefined
  audience: Audience | undefined
  /** The person id of a leader; only for those signed in. */
  leader: string | undefined
  mine: boolean
}

/** One meeting as everybody sees it: no names of participants and no online address. */
export interface CalendarMeeting {
  meetingId: string
  occasionId: string
  slug: string
  title: string
  meetingTitle: string | null
  kind: ActivityKind
  startsAt: Date
  endsAt: Date
  mode: MeetingMode
  place: string | null
  organiser: string
  cancelled: boolean
  /** Seats that nobody has; null without limit. */
  placesLeft: number | null
  /** The asker's own part, if any. */
  own: 'ansokt' | 'bokad' | 'vantelista' | 'leder' | null
}

export interface CalendarChoices {
  organisers: { slug: string; name: string }[]
  municipalities: { code: string; name: string }[]
  projects: { diarienr: string; name: string }[]
  themes: Theme[]
  audiences: Audience[]
  /** Leaders of coming and past occasions, without those with protected personal data. */
  leaders: { personId: string; name: string }[]
}

/** A published activity without a coming date; people can ask to be told. */
export interface UndatedActivity {
  slug: string
  title: string
  summary: string
  kind: ActivityKind
  organiser: string
}
