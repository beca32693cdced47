import type { PersonId } from '~/shared/ids'
import { cleanLine, cleanText } from './text'
import { type Discussion, EDIT_MINUTES, LONGEST_POST, LONGEST_REASON, LONGEST_TITLE, type StoredPost } from './model'

export type TextFault = 'empty' | 'too-long' | 'no-title' | 'long-title'

/** A text as it is kept, or what is wrong with it; a title only where there is one. */
export function readPost(typed: { text: string; title?: string }): { text: string; title: string } | TextFault {
  const text = cleanText(typed.text)
  const title = cleanLine(typed.title ?? '')
  if (typed.title !== undefined && title === '') return 'no-title'
  if (title.length > LONGEST_TITLE) return 'long-title'
  if (text === '') return 'empty'
  return text.length > LONGEST_POST ? 'too-long' : { text, title }
}

/** A reason that is shown to others; undefined when it says nothing or too much. */
export function readReason(typed: string): string | undefined {
  const reason = cleanLine(typed)
  return reason.length < 3 || reason.length > LONGEST_REASON ? undefined : reason
}

/** Whether anything may be added to the discussion. */
export function isOpen({ isOff, isRetired }: Pick<Discussion, 'isOff' | 'isRetired'>): boolean {
  return !isOff && !isRetired
}

type Editable = Pick<StoredPost, 'authorId' | 'postedAt' | 'removedAt'> & { hidden: unknown }

/** Its author changes a post for half an hour, unless it is hidden or gone. */
export function mayEdit(post: Editable, personId: PersonId, now: Date): boolean {
  if (post.authorId !== personId || post.removedAt !== null || post.hidden !== null) return false
  return now.getTime() - post.postedAt.getTime() < EDIT_MINUTES * 60_000
}

/** Whoever wrote a post takes it away whenever they like. */
export function mayRemove(post: Pick<StoredPost, 'authorId' | 'removedAt'>, personId: PersonId): boolean {
  return post.authorId === personId && post.removedAt === null
}

/** Who is told of a post and how: those mentioned of that, followers of the rest, its author of nothing. */
export function tellOf(
  author: PersonId,
  mentioned: readonly PersonId[],
  followers: readonly PersonId[],
): { mentioned: PersonId[]; followers: PersonId[] } {
  const named = new Set(mentioned.filter((personId) => personId !== author))
  const others = new Set(followers.filter((personId) => personId !== author && !named.has(personId)))
  return { mentioned: [...named], followers: [...others] }
}

/** What becomes of a post that its author takes away: a place remains where somebody has answered or reported. */
export function remainsOf(post: {
  isOpening: boolean
  others: number
  answers: number
  reports: number
}): 'thread-goes' | 'post-goes' | 'place-remains' {
  if (post.reports > 0) return 'place-remains'
  if (post.isOpening) return post.others === 0 ? 'thread-goes' : 'place-remains'
  return post.answers === 0 ? 'post-goes' : 'place-remains'
}
