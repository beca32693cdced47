import {
  type Activity,
  bookingWindow,
  type BookingWindow,
  type Meeting,
  type Occasion,
  overlaps,
} from '~/domains/catalogue'
import type { OccasionId, PersonId } from '~/shared/ids'
import type { BookingState } from './model'
import { isActive, placesLeft } from './rules'

/** How far the asker has come with the product of an occasion. */
export type ProductState = 'missing' | 'waiting' | 'accepted'

/** How many have booked, and where the asker stands; nobody else is named. */
export interface ActivityStanding {
  counts: { occasionId: OccasionId; booked: number; waiting: number; asked: number }[]
  /** The asker's own bookings of this activity; empty for a visitor. */
  own: {
    occasionId: OccasionId
    bookingId: string
    state: BookingState
    accessNeeds: string | null
    queue: number
    product: ProductState
  }[]
  /** The asker's meetings of every activity: booked, asked for or waited for. */
  otherMeetings: { title: string; occasionId: OccasionId; startsAt: Date; endsAt: Date }[]
  interested: number
  ownInterest: boolean
}

/** An occasion as its activity's page shows it. */
export interface OccasionView {
  occasionId: OccasionId
  meetings: (Omit<Meeting, 'onlineUrl'> & {
    /** Only for those who are booked or lead. */
    onlineUrl: string | null
  })[]
  capacity: number | null
  left: number | null
  waiting: number
  window: BookingWindow
  cancelReason: string | null
  opensAt: Date | null
  closesAt: Date | null
  materials: Occasion['materials']
  leaders: string[]
  /** `product` is null where none is asked for. */
  own: { state: BookingState; accessNeeds: string | null; queue: number; product: ProductState | null } | null
  /** Titles of the asker's other meetings at the same time. */
  clashes: string[]
  leads: boolean
  /** The asker's employer has no state-aid form for the project that is signed and valid at the first meeting. */
  aidBlocked: boolean
}

/** What one asker may see of an occasion: the online address and the material are for those inside. */
export function occasionViewOf(
  occasion: Occasion,
  standing: ActivityStanding,
  asker: { personId: PersonId; leads: boolean } | undefined,
  at: { now: Date; leaders: string[]; aidBlocked: boolean },
): OccasionView {
  const { occasionId } = occasion
  const counts = standing.counts.find((one) => one.occasionId === occasionId)
  const own = standing.own.find((one) => one.occasionId === occasionId)
  const leads = asker?.leads ?? false
  const inside = leads || own?.state === 'bokad'
  const clashing = standing.otherMeetings.filter(
    (meeting) => meeting.occasionId !== occasionId && overlaps(occasion.meetings, [meeting]),
  )
  return {
    occasionId,
    meetings: occasion.meetings.map((meeting) => ({ ...meeting, onlineUrl: inside ? meeting.onlineUrl : null })),
    capacity: occasion.capacity,
    left: placesLeft(counts?.booked ?? 0, occasion.capacity),
    waiting: counts?.waiting ?? 0,
    window: bookingWindow(occasion, at.now),
    cancelReason: occasion.cancelReason,
    opensAt: occasion.bookingOpensAt,
    closesAt: occasion.bookingClosesAt,
    materials: inside ? occasion.materials : [],
    leaders: at.leaders,
    own:
      own === undefined
        ? null
        : {
            state: own.state,
            accessNeeds: own.accessNeeds,
            queue: own.queue,
            product: own.state === 'bokad' && occasion.productPrompt !== null ? own.product : null,
          },
    clashes: [...new Set(clashing.map(({ title }) => title))],
    leads,
    aidBlocked: at.aidBlocked,
  }
}

/** Everything on an activity's page. */
export interface ActivityPageContent {
  activity: Pick<
    Activity,
    | 'slug'
    | 'title'
    | 'summary'
    | 'description'
    | 'kind'
    | 'language'
    | 'level'
    | 'outcomes'
    | 'competences'
    | 'attendedPercent'
    | 'productPrompt'
    | 'standardRef'
    | 'timeType'
    | 'approvalRequired'
    | 'onlyListedOrganisations'
    | 'listed'
    | 'state'
    | 'organisationName'
  >
  project: {
    diarienr: string
    name: string
    fund: string
    startsOn: string
    endsOn: string
  } | null
  competenceNames: { code: string; name: { sv: string; en: string } }[]
  occasions: OccasionView[]
  past: OccasionView[]
  signedIn: boolean
  manages: boolean
  interested: number
  ownInterest: boolean
}

/** Occasions still ahead or under way, or that the asker has a place in; the others are past. */
export function isAhead(occasion: OccasionView, now: Date): boolean {
  const last = occasion.meetings.at(-1)
  if (last !== undefined && last.endsAt <= now) return false
  return occasion.window !== 'cancelled' || (occasion.own !== null && isActive(occasion.own.state))
}
