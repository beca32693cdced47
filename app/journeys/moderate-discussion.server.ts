import type pg from 'pg'
import { type Actor } from '~/domains/identity'
import { listRoleHolders, recordAudit } from '~/domains/identity/index.server'
import { type Discussion, readReason } from '~/domains/learning'
import {
  countAct,
  findHeldPost,
  holdThread,
  insertReport,
  openDiscussion,
  openForModerating,
  type OpenRefusal,
  setPostHidden,
  setSwitch,
  setThreadLocked,
  settleReports,
} from '~/domains/learning/index.server'
import { enqueueNotice, enqueueNotices } from '~/domains/notice/index.server'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { hiddenNotice, reportNotice } from './discussion-notices.server'

export interface PostAddress {
  courseSlug: string
  threadId: string
  postId: string
  at: Date
}
export type ModerateRefusal = OpenRefusal | 'no-such-post' | 'reason' | 'too-many' | 'own'

const audit = (
  tx: Tx,
  actor: Actor,
  action: string,
  given: { kind: 'discussion-post' | 'discussion-thread' | 'course'; id: string; reason?: string; at: Date },
) =>
  recordAudit(tx, {
    actorId: actor.personId,
    action: `discussion.${action}`,
    subjectKind: given.kind,
    subjectId: given.id,
    at: given.at,
    ...(given.reason === undefined ? {} : { reason: given.reason }),
  })

/** Tells the course's leaders, or its editors when nobody leads it, of a post that breaks the rules. Once a person and post. */
export async function reportPost(
  db: Db,
  pool: pg.Pool,
  actor: Actor,
  sent: PostAddress & { reason: string },
): Promise<Outcome<null, ModerateRefusal>> {
  const reason = readReason(sent.reason)
  if (reason === undefined) return refused('reason')
  if (!(await countAct(pool, 'report', actor.personId))) return refused('too-many')
  return db.transaction().execute(async (tx): Promise<Outcome<null, ModerateRefusal>> => {
    const opened = await openDiscussion(tx, actor, sent.courseSlug)
    if (!opened.ok) return opened
    const { threadId, postId, at } = sent
    const held = await holdThread(tx, opened.value, threadId)
    if (!held.ok) return held
    const post = await findHeldPost(tx, threadId, postId)
    if (post === undefined || post.removedAt !== null || post.hidden) return refused('no-such-post')
    if (post.authorId === actor.personId) return refused('own')
    if (!(await insertReport(tx, { postId, by: actor.personId, reason, at }))) return done(null)
    const moderators = await listModerators(tx, opened.value, at)
    await enqueueNotices(
      tx,
      moderators
        .filter((personId) => personId !== actor.personId && personId !== post.authorId)
        .map((personId) => reportNotice(opened.value, postId, personId, at)),
    )
    return done(null)
  })
}

async function listModerators(tx: Tx, { scope }: Discussion, at: Date) {
  const leaders = scope?.editors ?? []
  return leaders.length > 0 ? leaders : listRoleHolders(tx, 'redaktor', scope?.organisationId ?? null, at)
}

/** A moderator hides a post, with a reason that everybody may read. Its author is told; reports of it are dealt with. */
export function hidePost(
  db: Db,
  actor: Actor,
  sent: PostAddress & { reason: string },
): Promise<Outcome<null, ModerateRefusal>> {
  const reason = readReason(sent.reason)
  if (reason === undefined) return Promise.resolve(refused('reason'))
  return moderate(db, actor, sent, async (tx, { discussion, post }) => {
    const { postId, threadId, at } = sent
    if (!post.hidden) {
      await setPostHidden(tx, postId, { by: actor.personId, reason, at })
      await audit(tx, actor, 'hidden', { kind: 'discussion-post', id: postId, reason, at })
      if (post.authorId !== actor.personId)
        await enqueueNotice(tx, hiddenNotice(discussion, { threadId, postId }, post.authorId, at))
    }
    await settleReports(tx, postId, actor.personId, at)
  })
}

/** A moderator shows a hidden post again. */
export function restorePost(db: Db, actor: Actor, sent: PostAddress): Promise<Outcome<null, ModerateRefusal>> {
  return moderate(db, actor, sent, async (tx, { post }) => {
    if (!post.hidden) return
    await setPostHidden(tx, sent.postId, null)
    await audit(tx, actor, 'restored', { kind: 'discussion-post', id: sent.postId, at: sent.at })
  })
}

/** A moderator has read what was reported and lets it stand. */
export function keepPost(db: Db, actor: Actor, sent: PostAddress): Promise<Outcome<null, ModerateRefusal>> {
  return moderate(db, actor, sent, async (tx) => {
    const settled = await settleReports(tx, sent.postId, actor.personId, sent.at)
    if (settled > 0) await audit(tx, actor, 'kept', { kind: 'discussion-post', id: sent.postId, at: sent.at })
  })
}

type HeldPost = NonNullable<Awaited<ReturnType<typeof findHeldPost>>>

function moderate(
  db: Db,
  actor: Actor,
  { courseSlug, threadId, postId }: PostAddress,
  act: (tx: Tx, found: { discussion: Discussion; post: HeldPost }) => Promise<void>,
): Promise<Outcome<null, ModerateRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<null, ModerateRefusal>> => {
    const opened = await openForModerating(tx, actor, courseSlug)
    if (!opened.ok) return opened
    const held = await holdThread(tx, opened.value, threadId)
    if (!held.ok) return held
    const post = await findHeldPost(tx, threadId, postId)
    if (post === undefined || post.removedAt !== null) return refused('no-such-post')
    await act(tx, { discussion: opened.value, post })
    return done(null)
  })
}

/** A moderator closes a thread to new posts, or opens it again. */
export function lockDiscussionThread(
  db: Db,
  actor: Actor,
  sent: { courseSlug: string; threadId: string; locked: boolean; at: Date },
): Promise<Outcome<null, OpenRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<null, OpenRefusal>> => {
    const opened = await openForModerating(tx, actor, sent.courseSlug)
    if (!opened.ok) return opened
    const held = await holdThread(tx, opened.value, sent.threadId)
    if (!held.ok) return held
    const { threadId, locked, at } = sent
    if (held.value.isLocked === locked) return done(null)
    await setThreadLocked(tx, threadId, locked ? { by: actor.personId, at } : null)
    await audit(tx, actor, locked ? 'locked' : 'unlocked', { kind: 'discussion-thread', id: threadId, at })
    return done(null)
  })
}

/** A moderator turns the discussion of a course off or on again; what has been said is kept. */
export function switchDiscussion(
  db: Db,
  actor: Actor,
  sent: { courseSlug: string; isOpen: boolean; at: Date },
): Promise<Outcome<null, OpenRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<null, OpenRefusal>> => {
    const opened = await openForModerating(tx, actor, sent.courseSlug)
    if (!opened.ok) return opened
    const { courseId, isOff } = opened.value
    if (isOff !== sent.isOpen) return done(null)
    await setSwitch(tx, courseId, { isOpen: sent.isOpen, by: actor.personId, at: sent.at })
    await audit(tx, actor, sent.isOpen ? 'opened' : 'closed', { kind: 'course', id: courseId, at: sent.at })
    return done(null)
  })
}
