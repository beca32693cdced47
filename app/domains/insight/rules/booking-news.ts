import type { NoticeEntry } from '~/domains/notice'

const told = {
  'booking-place': 'place',
  'booking-approved': 'approved',
  'booking-refused': 'refused',
  'booking-moved': 'moved',
  'occasion-changed': 'changed',
  'occasion-cancelled': 'cancelled',
  'occasion-planned': 'planned',
  'meeting-reminder': 'soon',
} as const

export type BookingEvent = (typeof told)[keyof typeof told]

/** What has happened to a person's booking, as the start page tells it. */
export interface BookingNews {
  occasionId: string
  event: BookingEvent
  /** Approved or moved into the queue: there is no seat yet. */
  waits: boolean
  slug: string
  title: string
  startsAt: Date | null
  /** Why an occasion was called off. */
  reason: string | null
}

/** How long something is told of; never after the occasion has started. */
const TOLD_FOR = 14 * 86_400_000

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function eventOf(kind: string): BookingEvent | undefined {
  return Object.hasOwn(told, kind) ? told[kind as keyof typeof told] : undefined
}

/** The news of a person's notices, newest first: the last of each occasion, until it starts and for two weeks. */
export function bookingNewsOf(notices: readonly NoticeEntry[], now: Date): BookingNews[] {
  const news = new Map<string, BookingNews>()
  for (const { kind, payload, createdAt } of notices) {
    const event = eventOf(kind)
    const [occasionId, slug, title] = ['occasionId', 'activitySlug', 'activityTitle'].map((key) => textOf(payload[key]))
    if (event === undefined || !occasionId || !slug || !title || news.has(occasionId)) continue
    const startsAt = textOf(payload['startsAt']) === '' ? null : new Date(textOf(payload['startsAt']))
    if (now.getTime() - createdAt.getTime() >= TOLD_FOR || (startsAt !== null && startsAt <= now)) continue
    const reason = textOf(payload['reason'])
    const waits = payload['state'] === 'vantelista'
    news.set(occasionId, { occasionId, event, waits, slug, title, startsAt, reason: reason === '' ? null : reason })
  }
  return [...news.values()]
}
