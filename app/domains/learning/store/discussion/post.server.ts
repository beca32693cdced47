import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

/** A new post; false when there is one with this id already. */
export async function insertPost(
  tx: Tx,
  post: {
    postId: string
    threadId: string
    authorId: PersonId
    parentId: string | null
    isOpening: boolean
    body: string
    mentioned: readonly PersonId[]
    at: Date
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('discussion_post')
    .values({
      post_id: post.postId,
      thread_id: post.threadId,
      author_id: post.authorId,
      parent_id: post.parentId,
      depth: post.parentId === null ? 0 : 1,
      is_opening: post.isOpening,
      body: post.body,
      posted_at: post.at,
    })
    .onConflict((conflict) => conflict.column('post_id').doNothing())
    .returning('post_id')
    .executeTakeFirst()
  if (row === undefined) return false
  await insertMentions(tx, post.postId, post.mentioned)
  return true
}

async function insertMentions(tx: Tx, postId: string, mentioned: readonly PersonId[]): Promise<void> {
  if (mentioned.length === 0) return
  await tx
    .insertInto('discussion_mention')
    .values(mentioned.map((person_id) => ({ post_id: postId, person_id })))
    .execute()
}

/** A post of a thread that is held, as the rules need to know it. */
export interface HeldPost {
  postId: string
  authorId: PersonId
  depth: number
  isOpening: boolean
  postedAt: Date
  removedAt: Date | null
  hidden: boolean
  mentioned: PersonId[]
  /** Posts of others in the thread, answers to this post, and reports of it. */
  others: number
  answers: number
  reports: number
}

export async function findHeldPost(tx: Tx, threadId: string, postId: string): Promise<HeldPost | undefined> {
  const { rows } = await sql<HeldPost>`
    select post_id as "postId", author_id as "authorId", depth, is_opening as "isOpening", posted_at as "postedAt",
      removed_at as "removedAt", hidden_at is not null as hidden,
      array(select person_id::text from discussion_mention where discussion_mention.post_id = post.post_id) as mentioned,
      (select count(*)::int from discussion_post other where other.thread_id = post.thread_id
        and other.post_id <> post.post_id) as others,
      (select count(*)::int from discussion_post answer where answer.parent_id = post.post_id) as answers,
      (select count(*)::int from discussion_report report where report.post_id = post.post_id) as reports
    from discussion_post post where post_id = ${postId} and thread_id = ${threadId}`.execute(tx)
  return rows[0]
}

/** Who wrote a post, in whatever thread it stands; undefined when there is none. */
export async function findPostPlace(
  tx: Tx,
  postId: string,
): Promise<{ threadId: string; authorId: PersonId } | undefined> {
  const row = await tx
    .selectFrom('discussion_post')
    .where('post_id', '=', postId)
    .select(['thread_id', 'author_id'])
    .executeTakeFirst()
  return row && { threadId: row.thread_id, authorId: row.author_id as PersonId }
}

export async function countPosts(tx: Tx, threadId: string): Promise<number> {
  const row = await tx
    .selectFrom('discussion_post')
    .where('thread_id', '=', threadId)
    .select((expression) => expression.fn.countAll<number>().as('posts'))
    .executeTakeFirstOrThrow()
  return row.posts
}

export async function updatePost(
  tx: Tx,
  postId: string,
  change: { body: string; mentioned: readonly PersonId[]; at: Date },
): Promise<void> {
  await tx
    .updateTable('discussion_post')
    .set({ body: change.body, edited_at: change.at })
    .where('post_id', '=', postId)
    .execute()
  await tx.deleteFrom('discussion_mention').where('post_id', '=', postId).execute()
  await insertMentions(tx, postId, change.mentioned)
}

/** The text goes and its place remains. */
export async function emptyPost(tx: Tx, postId: string, at: Date): Promise<void> {
  await tx
    .updateTable('discussion_post')
    .set({ body: '', removed_at: at, hidden_at: null, hidden_by: null, hidden_reason: null })
    .where('post_id', '=', postId)
    .execute()
  await tx.deleteFrom('discussion_mention').where('post_id', '=', postId).execute()
}

export async function deletePost(tx: Tx, postId: string): Promise<void> {
  await tx.deleteFrom('discussion_post').where('post_id', '=', postId).execute()
}

/** Hides a post from everybody but its author and the moderators, or shows it again with null. */
export async function setPostHidden(
  tx: Tx,
  postId: string,
  hidden: { by: PersonId; reason: string; at: Date } | null,
): Promise<void> {
  await tx
    .updateTable('discussion_post')
    .set({ hidden_at: hidden?.at ?? null, hidden_by: hidden?.by ?? null, hidden_reason: hidden?.reason ?? null })
    .where('post_id', '=', postId)
    .execute()
}
