import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Mentionable } from '../../discussion/model'

/** A report of a post; false when the person has reported it before. */
export async function insertReport(
  tx: Tx,
  report: { postId: string; by: PersonId; reason: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('discussion_report')
    .values({ post_id: report.postId, reported_by: report.by, reason: report.reason, reported_at: report.at })
    .onConflict((conflict) => conflict.columns(['post_id', 'reported_by']).doNothing())
    .returning('post_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends what is open about a post; how many reports that were. */
export async function settleReports(tx: Tx, postId: string, by: PersonId, at: Date): Promise<number> {
  const settled = await tx
    .updateTable('discussion_report')
    .set({ settled_at: at, settled_by: by })
    .where('post_id', '=', postId)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return Number(settled.numUpdatedRows)
}

/** A post that somebody has reported. Who did is nobody's to know. */
export interface ReportedPost {
  postId: string
  threadId: string
  title: string
  author: string
  body: string
  mentions: Mentionable[]
  postedAt: Date
  removedAt: Date | null
  isHidden: boolean
  reasons: string[]
  firstAt: Date
}

/** Reported posts of a course that wait for a moderator, the oldest report first, at most a hundred. */
export async function listReported(db: Db, courseId: CourseId): Promise<ReportedPost[]> {
  const { rows } = await sql<ReportedPost>`
    select post.post_id as "postId", thread.thread_id as "threadId", thread.title,
      case when person.erased_at is null then ${shownNameSql()} else '' end as author, post.body,
      coalesce((select jsonb_agg(jsonb_build_object('personId', named.person_id,
          'name', case when named.erased_at is null then ${shownNameSql('named')} else '' end))
        from discussion_mention mention join person named on named.person_id = mention.person_id
        where mention.post_id = post.post_id), '[]'::jsonb) as mentions,
      post.posted_at as "postedAt", post.removed_at as "removedAt", post.hidden_at is not null as "isHidden",
      open.reasons, open.first_at as "firstAt"
    from (
      select post_id, array_agg(reason order by reported_at, reported_by) as reasons, min(reported_at) as first_at
      from discussion_report where settled_at is null group by post_id
    ) open
    join discussion_post post on post.post_id = open.post_id
    join discussion_thread thread on thread.thread_id = post.thread_id
    join person on person.person_id = post.author_id
    where thread.course_id = ${courseId}
    order by open.first_at, post.post_id limit 100`.execute(db)
  return rows
}
