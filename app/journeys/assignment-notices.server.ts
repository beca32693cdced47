import type { NewNotice } from '~/domains/notice'
import type { PersonId } from '~/shared/ids'
import { eventId } from './booking-notices.server'

export type AssignmentNoticeKind =
  'assignment-to-read' | 'assignment-feedback' | 'assignment-approved' | 'assignment-returned' | 'assignment-released'

/** A notice to one person about an assignment; `source` names the event, so that a repeat gives no second notice. */
export function assignmentNotice(
  kind: AssignmentNoticeKind,
  personId: PersonId,
  lesson: { courseSlug: string; lessonSlug: string; lessonTitle: string },
  event: { source: string; at: Date },
): NewNotice {
  return {
    personId,
    kind,
    sourceId: eventId(kind, event.source, personId),
    payload: { courseSlug: lesson.courseSlug, lessonSlug: lesson.lessonSlug, lessonTitle: lesson.lessonTitle },
    createdAt: event.at,
  }
}
