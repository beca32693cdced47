import { canEditCourse } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import type { Discussion } from './model'

/** The course's leaders and the editors within whose grant it is. */
export function canModerate(actor: Actor, { scope }: Pick<Discussion, 'scope'>): boolean {
  return canEditCourse(actor, scope)
}

/** Those who take the course and those who moderate; what is off is for the latter alone. */
export function canReadDiscussion(
  actor: Actor,
  discussion: Pick<Discussion, 'scope' | 'isEnrolled' | 'isOff'>,
): boolean {
  return canModerate(actor, discussion) || (discussion.isEnrolled && !discussion.isOff)
}
