import { createHash } from 'node:crypto'
import type { Occasion } from '~/domains/catalogue'
import type { NewNotice } from '~/domains/notice'
import type { PersonId } from '~/shared/ids'

export type BookingNoticeKind =
  | 'booking-place'
  | 'booking-approved'
  | 'booking-refused'
  | 'booking-moved'
  | 'occasion-changed'
  | 'occasion-cancelled'
  | 'occasion-planned'
  | 'meeting-reminder'

/** An id that is the same for the same event, so that a repeat gives no second notice. */
export function eventId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 32)
  return hex.replace(/^(.{8})(.{4}).(.{3})(.{4})(.{12})$/, '$1-$2-8$3-$4-$5')
}

/** A notice to one person about an occasion; `event` tells this event from earlier ones of its kind. */
export function bookingNotice(
  kind: BookingNoticeKind,
  person: { personId: PersonId; bookingId: string },
  occasion: Pick<Occasion, 'occasionId' | 'slug' | 'title' | 'meetings' | 'cancelReason'>,
  event: { of: string; at: Date; state?: string },
): NewNotice {
  return {
    personId: person.personId,
    kind,
    sourceId: eventId(kind, person.bookingId, event.of),
    payload: {
      occasionId: occasion.occasionId,
      activitySlug: occasion.slug,
      activityTitle: occasion.title,
      startsAt: occasion.meetings[0]?.startsAt.toISOString() ?? null,
      ...(occasion.cancelReason === null ? {} : { reason: occasion.cancelReason }),
      ...(event.state === undefined ? {} : { state: event.state }),
    },
    createdAt: event.at,
  }
}
