import type { Discussion } from '~/domains/learning'
import type { NewNotice } from '~/domains/notice'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import { eventId } from './booking-notices.server'

type Of = Pick<Discussion, 'courseId' | 'slug' | 'title'>
type Place = { threadId: string; postId: string }

/** Addresses and the course's title; nothing that anybody has written. */
const payloadOf = ({ slug, title }: Of, place?: Place) => ({
  courseSlug: slug,
  courseTitle: title,
  ...(place === undefined ? {} : { threadId: place.threadId, postId: place.postId }),
})

/** Something new where the person follows: one notice a person, course and day, however much is written. */
export function newsNotice(of: Of, personId: PersonId, at: Date): NewNotice {
  const kind = 'discussion-news'
  const sourceId = eventId(kind, personId, of.courseId, localDay(at))
  return { personId, kind, sourceId, payload: payloadOf(of), createdAt: at }
}

/** Somebody has named the person in a post. */
export function mentionNotice(of: Of, post: Place, personId: PersonId, at: Date): NewNotice {
  const kind = 'discussion-mention'
  return {
    personId,
    kind,
    sourceId: eventId(kind, personId, post.postId),
    payload: payloadOf(of, post),
    createdAt: at,
  }
}

/** A post waits for a moderator: one notice a moderator and post. */
export function reportNotice(of: Of, postId: string, personId: PersonId, at: Date): NewNotice {
  const kind = 'discussion-report'
  return { personId, kind, sourceId: eventId(kind, personId, postId), payload: payloadOf(of), createdAt: at }
}

/** A moderator has hidden what the person wrote. */
export function hiddenNotice(of: Of, post: Place, personId: PersonId, at: Date): NewNotice {
  const kind = 'discussion-hidden'
  return {
    personId,
    kind,
    sourceId: eventId(kind, post.postId, at.toISOString()),
    payload: payloadOf(of, post),
    createdAt: at,
  }
}
