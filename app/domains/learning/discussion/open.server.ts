import type { Actor } from '~/domains/identity'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { findDiscussion } from '../store/discussion/standing.server'
import { lockThread } from '../store/discussion/thread.server'
import type { Discussion } from './model'
import { canModerate, canReadDiscussion } from './policy'
import { isOpen } from './rules'

export type OpenRefusal = 'not-found' | 'not-allowed' | 'off'

/** The discussion of a course for somebody who may read it. */
export async function openDiscussion(db: Db, actor: Actor, slug: string): Promise<Outcome<Discussion, OpenRefusal>> {
  const discussion = await findDiscussion(db, actor.personId, slug)
  if (discussion === undefined) return refused('not-found')
  if (canReadDiscussion(actor, discussion)) return done(discussion)
  return refused(discussion.isEnrolled ? 'off' : 'not-allowed')
}

/** The same for somebody who adds to it. */
export async function openForWriting(db: Db, actor: Actor, slug: string): Promise<Outcome<Discussion, OpenRefusal>> {
  const opened = await openDiscussion(db, actor, slug)
  return opened.ok && !isOpen(opened.value) ? refused('off') : opened
}

/** The same for somebody who moderates it. */
export async function openForModerating(db: Db, actor: Actor, slug: string): Promise<Outcome<Discussion, OpenRefusal>> {
  const opened = await openDiscussion(db, actor, slug)
  return opened.ok && !canModerate(actor, opened.value) ? refused('not-allowed') : opened
}

/** A thread of the discussion, held until the transaction ends; also somebody else's address leads nowhere. */
export async function holdThread(
  tx: Tx,
  discussion: Discussion,
  threadId: string,
): Promise<Outcome<{ threadId: string; isLocked: boolean }, 'not-found'>> {
  const thread = await lockThread(tx, discussion.courseId, threadId)
  return thread === undefined ? refused('not-found') : done(thread)
}
