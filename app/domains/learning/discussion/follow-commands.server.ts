import type { Actor } from '~/domains/identity'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { setFollow } from '../store/discussion/follow.server'
import { findThread } from '../store/discussion/thread.server'
import { openDiscussion, type OpenRefusal } from './open.server'

/** Follows, or no longer follows, a course's discussion, that of a lesson (by its address) or one thread. */
export async function followDiscussion(
  db: Db,
  actor: Actor,
  wish: { courseSlug: string; lessonSlug?: string; threadId?: string; follows: boolean; at: Date },
): Promise<Outcome<null, OpenRefusal | 'no-such-lesson'>> {
  const opened = await openDiscussion(db, actor, wish.courseSlug)
  if (!opened.ok) return opened
  const { courseId, lessons } = opened.value
  const lesson = lessons.find(({ slug }) => slug === wish.lessonSlug)
  if ((wish.lessonSlug ?? '') !== '' && lesson === undefined) return refused('no-such-lesson')
  const { threadId } = wish
  if (threadId !== undefined && (await findThread(db, courseId, threadId, actor.personId)) === undefined)
    return refused('not-found')
  const place = { courseId, lessonId: lesson?.lessonId ?? null, threadId: threadId ?? null }
  await setFollow(db, actor.personId, place, { follows: wish.follows, at: wish.at })
  return done(null)
}
