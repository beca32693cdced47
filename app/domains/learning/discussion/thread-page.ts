import type { PersonId } from '~/shared/ids'
import { type Discussion, MOST_POSTS, type ShownText, type StoredPost, type StoredThread } from './model'
import { isOpen, mayEdit, mayRemove } from './rules'
import { asWritten, shownText } from './text'

export interface ShownPost {
  postId: string
  /** Empty for somebody whose account is gone. */
  author: string
  leads: boolean
  isMine: boolean
  isOpening: boolean
  postedAt: Date
  isEdited: boolean
  state: 'shown' | 'hidden' | 'removed'
  /** Who has hidden it and why. */
  hidden: { by: string; reason: string } | null
  /** Null when it is not the reader's to see. */
  text: ShownText | null
  /** As its author wrote it, while it may be changed. */
  written: string | null
  isReported: boolean
  may: { answer: boolean; remove: boolean; report: boolean; hide: boolean; restore: boolean }
  answers: ShownPost[]
}

export interface ThreadPage {
  course: { slug: string; title: string }
  lesson: { slug: string; title: string } | null
  threadId: string
  /** Empty when the opening is gone, or hidden from the reader. */
  title: string
  isLocked: boolean
  isOff: boolean
  isRetired: boolean
  isFull: boolean
  moderates: boolean
  follows: boolean
  posts: ShownPost[]
}

/** A thread as one reader may see it: a hidden text only for its author and the moderators, the id of nobody. */
export function threadPageOf(
  discussion: Discussion,
  thread: StoredThread,
  reader: { personId: PersonId; moderates: boolean; now: Date },
): ThreadPage {
  const { title, isLocked } = thread
  const isFull = thread.posts.length >= MOST_POSTS
  const takesPosts = isOpen(discussion) && !isLocked && !isFull
  const shown = thread.posts.map((post) => ({
    parentId: post.parentId,
    post: shownPost(post, reader, { takesPosts, takesEdits: isOpen(discussion) && !isLocked }),
  }))
  const answersTo = (postId: string) => shown.flatMap(({ parentId, post }) => (parentId === postId ? [post] : []))
  const opening = shown.find(({ post }) => post.isOpening)?.post
  return {
    course: { slug: discussion.slug, title: discussion.title },
    lesson: thread.lesson && { slug: thread.lesson.slug, title: thread.lesson.title },
    threadId: thread.threadId,
    title: opening === undefined || opening.text === null ? '' : title,
    isLocked,
    isOff: discussion.isOff,
    isRetired: discussion.isRetired,
    isFull,
    moderates: reader.moderates,
    follows: thread.follows,
    posts: shown.flatMap(({ parentId, post }) =>
      parentId === null ? [{ ...post, answers: answersTo(post.postId) }] : [],
    ),
  }
}

function shownPost(
  post: StoredPost,
  reader: { personId: PersonId; moderates: boolean; now: Date },
  takes: { takesPosts: boolean; takesEdits: boolean },
): ShownPost {
  const isMine = post.authorId === reader.personId
  const state = post.removedAt !== null ? 'removed' : post.hidden !== null ? 'hidden' : 'shown'
  const isSeen = state === 'shown' || (state === 'hidden' && (isMine || reader.moderates))
  const edits = takes.takesEdits && mayEdit(post, reader.personId, reader.now)
  return {
    postId: post.postId,
    author: post.author,
    leads: post.authorLeads,
    isMine,
    isOpening: post.isOpening,
    postedAt: post.postedAt,
    isEdited: post.editedAt !== null && isSeen,
    state,
    hidden: state === 'hidden' ? post.hidden : null,
    text: isSeen ? shownText(post.body, post.mentions, reader.personId) : null,
    written: edits ? asWritten(post.body, post.mentions) : null,
    isReported: post.isReported,
    may: {
      answer: takes.takesPosts && state !== 'removed' && !post.isOpening && post.parentId === null,
      remove: mayRemove(post, reader.personId),
      report: !isMine && state === 'shown',
      hide: reader.moderates && state === 'shown',
      restore: reader.moderates && state === 'hidden',
    },
    answers: [],
  }
}
