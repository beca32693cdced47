import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'
import { formerStaffSql } from '~/domains/organisation/index.server'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { FormerStaff } from '../retention.server'

/** What one person has said, follows and has reported is another's; where both follow or have reported, the kept one's stays. */
export async function moveDiscussion(tx: Tx, { from, to }: { from: PersonId; to: PersonId }): Promise<void> {
  await tx.updateTable('discussion_post').set({ author_id: to }).where('author_id', '=', from).execute()
  await sql`update discussion_post set body = replace(body, ${`@{${from}}`}, ${`@{${to}}`})
    where post_id in (select post_id from discussion_mention where person_id = ${from})`.execute(tx)
  await sql`insert into discussion_mention (post_id, person_id)
    select post_id, ${to} from discussion_mention where person_id = ${from} on conflict do nothing`.execute(tx)
  await tx.deleteFrom('discussion_mention').where('person_id', '=', from).execute()
  await sql`insert into discussion_follow (person_id, course_id, lesson_id, thread_id, follows, changed_at, seen_at)
    select ${to}, course_id, lesson_id, thread_id, follows, changed_at, seen_at
    from discussion_follow where person_id = ${from} on conflict do nothing`.execute(tx)
  await tx.deleteFrom('discussion_follow').where('person_id', '=', from).execute()
  await sql`insert into discussion_report (post_id, reported_by, reason, reported_at, settled_at, settled_by)
    select post_id, ${to}, reason, reported_at, settled_at, settled_by
    from discussion_report where reported_by = ${from} on conflict do nothing`.execute(tx)
  await tx.deleteFrom('discussion_report').where('reported_by', '=', from).execute()
}

/**
 * Everything that these people have said goes; the places remain, so that what others answered still stands where it
 * stood. So do the mentions of them, what they follow and what they have reported. How many posts lost their text.
 */
export async function eraseDiscussion(tx: Tx, personIds: readonly string[], at: Date): Promise<number> {
  const ids = [...personIds]
  const gone = await emptyPosts(tx, ids, at)
  await tx.deleteFrom('discussion_mention').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('discussion_follow').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('discussion_report').where('reported_by', 'in', ids).execute()
  return gone
}

async function emptyPosts(db: Db, personIds: readonly string[], at: Date): Promise<number> {
  if (personIds.length === 0) return 0
  const ids = sql`${[...personIds]}::uuid[]`
  await sql`update discussion_thread set title = '' where thread_id in (
    select thread_id from discussion_post where author_id = any (${ids}) and is_opening)`.execute(db)
  await sql`delete from discussion_mention where post_id in (
    select post_id from discussion_post where author_id = any (${ids}))`.execute(db)
  const emptied = await sql`update discussion_post set body = '', removed_at = coalesce(removed_at, ${at}::timestamptz),
      hidden_at = null, hidden_by = null, hidden_reason = null
    where author_id = any (${ids}) and removed_at is null`.execute(db)
  return Number(emptied.numAffectedRows ?? 0)
}

/** Posts of former staff that still have their text. */
export async function countOldPosts(db: Db, { before, except }: FormerStaff): Promise<number> {
  const { rows } = await sql<{ posts: number }>`select count(*)::int as posts from discussion_post
    where removed_at is null and author_id in ${formerStaffSql(before, except)}`.execute(db)
  return rows[0]?.posts ?? 0
}

/** Empties the posts of at most `most` of them; how many posts lost their text. */
export async function emptyOldPosts(db: Db, { before, except }: FormerStaff, at: Date, most: number): Promise<number> {
  const { rows } = await sql<{ person_id: string }>`select person_id from ${formerStaffSql(before, except)} former
    where exists (select 1 from discussion_post post where post.author_id = former.person_id and post.removed_at is null)
    order by person_id limit ${most}`.execute(db)
  return emptyPosts(
    db,
    rows.map((row) => row.person_id),
    at,
  )
}

const threadOf = sql`discussion_post post join discussion_thread thread on thread.thread_id = post.thread_id
  join course on course.course_id = thread.course_id`

export const ownDiscussion: readonly OwnSection[] = [
  ownSection(
    'discussionPosts',
    ['discussion_post.author_id'],
    (ids) => sql`select course.title as title, case when post.is_opening then thread.title end as "threadTitle",
      post.body as wording, post.posted_at as "postedAt", post.edited_at as "editedAt", post.removed_at as "postRemovedAt",
      post.hidden_reason as "hiddenReason"
      from ${threadOf} where post.author_id = any (${ids}) order by post.posted_at`,
  ),
  ownSection(
    'discussionMentions',
    ['discussion_mention.person_id'],
    (ids) => sql`select course.title as title, post.posted_at as "postedAt"
      from ${threadOf} join discussion_mention mention on mention.post_id = post.post_id
      where mention.person_id = any (${ids}) order by post.posted_at`,
  ),
  ownSection(
    'discussionFollows',
    ['discussion_follow.person_id'],
    (
      ids,
    ) => sql`select course.title as title, lesson.title as "lessonTitle", follow.thread_id is not null as "isThread",
      follow.follows as follows, follow.changed_at as "changedAt", follow.seen_at as "seenAt"
      from discussion_follow follow join course on course.course_id = follow.course_id
      left join lesson on lesson.lesson_id = follow.lesson_id
      where follow.person_id = any (${ids}) order by follow.changed_at`,
  ),
  ownSection(
    'discussionReports',
    ['discussion_report.reported_by'],
    (ids) => sql`select course.title as title, report.reason as reason, report.reported_at as "reportedAt",
      report.settled_at as "settledAt"
      from ${threadOf} join discussion_report report on report.post_id = post.post_id
      where report.reported_by = any (${ids}) order by report.reported_at`,
  ),
]
