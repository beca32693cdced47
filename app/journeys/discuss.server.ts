import type pg from 'pg'
import type { Actor } from '~/domains/identity'
import {
  type Discussion,
  mayEdit,
  mayRemove,
  MOST_POSTS,
  readPost,
  remainsOf,
  tellOf,
  type TextFault,
  withMentions,
} from '~/domains/learning'
import {
  countAct,
  countPosts,
  deletePost,
  deleteThread,
  emptyPost,
  findHeldPost,
  findPostPlace,
  followByWriting,
  holdThread,
  insertPost,
  insertThread,
  listFollowers,
  listNamed,
  listTaking,
  openDiscussion,
  openForWriting,
  type OpenRefusal,
  setThreadTitle,
  settleReports,
  updatePost,
} from '~/domains/learning/index.server'
import { enqueueNotices } from '~/domains/notice/index.server'
import type { PersonId } from '~/shared/ids'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { mentionNotice, newsNotice } from './discussion-notices.server'

export type WriteRefusal = OpenRefusal | TextFault | 'too-many' | 'locked' | 'full' | 'no-such-lesson' | 'no-such-post'
type Written = Outcome<{ threadId: string; postId: string }, WriteRefusal>

/**
 * Begins a thread of a course or of one of its lessons. `postId` is the form's: the same form sent twice gives one
 * thread, whose id it is too. Those who follow the place and those who are mentioned are told.
 */
export async function startThread(
  db: Db,
  pool: pg.Pool,
  actor: Actor,
  sent: { courseSlug: string; lessonSlug: string; postId: string; title: string; text: string; at: Date },
): Promise<Written> {
  const post = readPost(sent)
  if (typeof post === 'string') return refused(post)
  if (!(await countAct(pool, 'write', actor.personId))) return refused('too-many')
  return db.transaction().execute(async (tx): Promise<Written> => {
    const opened = await openForWriting(tx, actor, sent.courseSlug)
    if (!opened.ok) return opened
    const discussion = opened.value
    const lesson = discussion.lessons.find(({ slug }) => slug === sent.lessonSlug)
    if (sent.lessonSlug !== '' && lesson === undefined) return refused('no-such-lesson')
    const { postId, at } = sent
    const place = { courseId: discussion.courseId, lessonId: lesson?.lessonId ?? null, threadId: postId }
    if (!(await insertThread(tx, { ...place, title: post.title, at }))) return alreadySent(tx, actor, postId)
    await write(tx, actor, discussion, { ...place, postId, parentId: null, isOpening: true, text: post.text, at })
    return done({ threadId: postId, postId })
  })
}

/** Answers in a thread: to the thread, or to one of its posts, whose answers then have none of their own. */
export async function answerThread(
  db: Db,
  pool: pg.Pool,
  actor: Actor,
  sent: { courseSlug: string; threadId: string; parentId: string | null; postId: string; text: string; at: Date },
): Promise<Written> {
  const post = readPost({ text: sent.text })
  if (typeof post === 'string') return refused(post)
  if (!(await countAct(pool, 'write', actor.personId))) return refused('too-many')
  return db.transaction().execute(async (tx): Promise<Written> => {
    const opened = await openForWriting(tx, actor, sent.courseSlug)
    if (!opened.ok) return opened
    const { threadId, parentId, postId, at } = sent
    const held = await holdThread(tx, opened.value, threadId)
    if (!held.ok) return held
    if ((await findPostPlace(tx, postId)) !== undefined) return alreadySent(tx, actor, postId)
    if (held.value.isLocked) return refused('locked')
    if ((await countPosts(tx, threadId)) >= MOST_POSTS) return refused('full')
    if (parentId !== null) {
      const parent = await findHeldPost(tx, threadId, parentId)
      if (parent === undefined || parent.depth > 0 || parent.isOpening) return refused('no-such-post')
    }
    const place = { courseId: opened.value.courseId, lessonId: null, threadId }
    await write(tx, actor, opened.value, { ...place, postId, parentId, isOpening: false, text: post.text, at })
    return done({ threadId, postId })
  })
}

/** The form has come once already: its post is answered, if it is the sender's own. */
async function alreadySent(tx: Tx, actor: Actor, postId: string): Promise<Written> {
  const there = await findPostPlace(tx, postId)
  return there?.authorId === actor.personId ? done({ threadId: there.threadId, postId }) : refused('no-such-post')
}

type NewPost = {
  courseId: Discussion['courseId']
  lessonId: Discussion['lessons'][number]['lessonId'] | null
  threadId: string
  postId: string
  parentId: string | null
  isOpening: boolean
  text: string
  at: Date
}

async function write(tx: Tx, actor: Actor, discussion: Discussion, post: NewPost): Promise<void> {
  const { body, mentioned } = withMentions(post.text, await listNamed(tx, post.courseId, post.text))
  await insertPost(tx, { ...post, authorId: actor.personId, body, mentioned })
  await followByWriting(tx, actor.personId, post, post.at)
  await tellAbout(tx, actor, discussion, post, mentioned)
}

async function tellAbout(
  tx: Tx,
  actor: Actor,
  discussion: Discussion,
  post: NewPost,
  mentioned: readonly PersonId[],
): Promise<void> {
  const told = tellOf(actor.personId, mentioned, await listFollowers(tx, post, post.isOpening))
  const followers = await listTaking(tx, discussion.courseId, told.followers)
  await enqueueNotices(tx, [
    ...told.mentioned.map((personId) => mentionNotice(discussion, post, personId, post.at)),
    ...followers.map((personId) => newsNotice(discussion, personId, post.at)),
  ])
}

/** The author changes a post within half an hour; whoever is mentioned for the first time is told. */
export async function editPost(
  db: Db,
  pool: pg.Pool,
  actor: Actor,
  sent: { courseSlug: string; threadId: string; postId: string; text: string; title?: string; at: Date },
): Promise<Outcome<null, WriteRefusal | 'too-late'>> {
  const read = readPost(sent)
  if (typeof read === 'string') return refused(read)
  if (!(await countAct(pool, 'write', actor.personId))) return refused('too-many')
  return db.transaction().execute(async (tx): Promise<Outcome<null, WriteRefusal | 'too-late'>> => {
    const opened = await openForWriting(tx, actor, sent.courseSlug)
    if (!opened.ok) return opened
    const { threadId, postId, at } = sent
    const held = await holdThread(tx, opened.value, threadId)
    if (!held.ok) return held
    const post = await findHeldPost(tx, threadId, postId)
    if (post === undefined || post.authorId !== actor.personId) return refused('no-such-post')
    if (held.value.isLocked) return refused('locked')
    if (!mayEdit({ ...post, hidden: post.hidden ? true : null }, actor.personId, at)) return refused('too-late')
    const { body, mentioned } = withMentions(read.text, await listNamed(tx, opened.value.courseId, read.text))
    await updatePost(tx, postId, { body, mentioned, at })
    if (post.isOpening && sent.title !== undefined) await setThreadTitle(tx, threadId, read.title)
    const fresh = mentioned.filter((personId) => !post.mentioned.includes(personId) && personId !== actor.personId)
    const place = { threadId, postId }
    await enqueueNotices(
      tx,
      fresh.map((personId) => mentionNotice(opened.value, place, personId, at)),
    )
    return done(null)
  })
}

/**
 * The author takes a post away, also from a locked thread. Its place remains where somebody has answered or reported;
 * an opening that nobody has answered takes its thread along. Done again, nothing more happens.
 */
export function removePost(
  db: Db,
  actor: Actor,
  sent: { courseSlug: string; threadId: string; postId: string; at: Date },
): Promise<Outcome<{ remains: ReturnType<typeof remainsOf> }, OpenRefusal | 'no-such-post'>> {
  type Removed = Outcome<{ remains: ReturnType<typeof remainsOf> }, OpenRefusal | 'no-such-post'>
  return db.transaction().execute(async (tx): Promise<Removed> => {
    const opened = await openDiscussion(tx, actor, sent.courseSlug)
    if (!opened.ok) return opened
    const { threadId, postId, at } = sent
    const held = await holdThread(tx, opened.value, threadId)
    if (!held.ok) return held
    const post = await findHeldPost(tx, threadId, postId)
    if (post === undefined || !mayRemove(post, actor.personId)) return refused('no-such-post')
    const remains = remainsOf(post)
    if (remains === 'thread-goes') await deleteThread(tx, threadId)
    else if (remains === 'post-goes') await deletePost(tx, postId)
    else {
      await emptyPost(tx, postId, at)
      if (post.isOpening) await setThreadTitle(tx, threadId, '')
      await settleReports(tx, postId, actor.personId, at)
    }
    return done({ remains })
  })
}
