import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { CourseId, LessonId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import { type StoredPost, type StoredThread, THREADS_A_PAGE, type ThreadLine } from '../../discussion/model'

/** Who reads: a moderator sees what is hidden, everybody sees their own. */
export interface Reader {
  personId: PersonId
  moderates: boolean
}
export interface ThreadChoice {
  lessonId: LessonId | undefined
  /** Only those that the reader follows. */
  followed: boolean
  /** From 1. */
  page: number
}

/** The name of an author; empty when the account is gone. */
const authorName = sql<string>`case when person.erased_at is null then ${shownNameSql()} else '' end`

type LineRow = Omit<ThreadLine, 'lesson'> & { lessonSlug: string | null; lessonTitle: string | null; total: number }

/** A page of a course's threads, the one with the latest post first, and how many there are. One query. */
export async function listThreads(
  db: Db,
  courseId: CourseId,
  reader: Reader,
  choice: ThreadChoice,
): Promise<{ threads: ThreadLine[]; total: number }> {
  const { rows } = await sql<LineRow>`
    select thread.thread_id as "threadId", lesson.slug as "lessonSlug", lesson.title as "lessonTitle",
      case when opening.removed_at is not null then 'removed'
        when opening.hidden_at is not null and not ${reader.moderates} and opening.author_id <> ${reader.personId}
          then 'hidden' else 'shown' end as state,
      case when opening.removed_at is not null or (opening.hidden_at is not null and not ${reader.moderates}
        and opening.author_id <> ${reader.personId}) then '' else thread.title end as title,
      ${authorName} as author, thread.created_at as "startedAt", posts.last_at as "lastAt", posts.answers,
      thread.locked_at is not null as "isLocked", coalesce(follow.follows, false) as follows,
      coalesce(follow.follows and posts.others_last_at > coalesce(follow.seen_at, thread.created_at), false) as "isNew",
      count(*) over ()::int as total
    from discussion_thread thread
    join discussion_post opening on opening.thread_id = thread.thread_id and opening.is_opening
    join person on person.person_id = opening.author_id
    left join lesson on lesson.lesson_id = thread.lesson_id
    left join discussion_follow follow on follow.thread_id = thread.thread_id and follow.person_id = ${reader.personId}
    join lateral (
      select max(posted_at) as last_at, count(*) filter (where not is_opening and removed_at is null)::int as answers,
        max(posted_at) filter (where author_id <> ${reader.personId}) as others_last_at
      from discussion_post where discussion_post.thread_id = thread.thread_id
    ) posts on true
    where thread.course_id = ${courseId}
      and (${choice.lessonId ?? null}::uuid is null or thread.lesson_id = ${choice.lessonId ?? null}::uuid)
      and (not ${choice.followed} or follow.follows)
    order by posts.last_at desc, thread.thread_id
    limit ${THREADS_A_PAGE} offset ${(choice.page - 1) * THREADS_A_PAGE}`.execute(db)
  return {
    total: rows[0]?.total ?? 0,
    threads: rows.map(({ total: _total, lessonSlug, lessonTitle, ...line }) => ({
      ...line,
      lesson: lessonSlug === null || lessonTitle === null ? null : { slug: lessonSlug, title: lessonTitle },
    })),
  }
}

interface ThreadRow extends Omit<StoredThread, 'posts' | 'lesson'> {
  lesson: StoredThread['lesson']
  posts: (Omit<StoredPost, 'postedAt' | 'editedAt' | 'removedAt'> & {
    postedAt: string
    editedAt: string | null
    removedAt: string | null
  })[]
}

/** A thread of the course with its posts, the oldest first; what of it may be shown is the page's. One query. */
export async function findThread(
  db: Db,
  courseId: CourseId,
  threadId: string,
  personId: PersonId,
): Promise<StoredThread | undefined> {
  const { rows } = await sql<ThreadRow>`
    select thread.thread_id as "threadId", thread.title, thread.locked_at is not null as "isLocked",
      coalesce((select follows from discussion_follow follow
        where follow.thread_id = thread.thread_id and follow.person_id = ${personId}), false) as follows,
      case when lesson.lesson_id is null then null
        else jsonb_build_object('lessonId', lesson.lesson_id, 'slug', lesson.slug, 'title', lesson.title) end as lesson,
      (select jsonb_agg(jsonb_build_object('postId', post.post_id, 'parentId', post.parent_id,
          'isOpening', post.is_opening, 'authorId', post.author_id, 'author', ${authorName},
          'authorLeads', exists (select 1 from course_editor editor
            where editor.course_id = thread.course_id and editor.person_id = post.author_id),
          'body', post.body, 'postedAt', post.posted_at, 'editedAt', post.edited_at, 'removedAt', post.removed_at,
          'hidden', case when post.hidden_at is null then null else jsonb_build_object('reason', post.hidden_reason,
            'by', (select ${shownNameSql('hider')} from person hider where hider.person_id = post.hidden_by)) end,
          'mentions', coalesce((select jsonb_agg(jsonb_build_object('personId', named.person_id,
              'name', case when named.erased_at is null then ${shownNameSql('named')} else '' end))
            from discussion_mention mention join person named on named.person_id = mention.person_id
            where mention.post_id = post.post_id), '[]'::jsonb),
          'isReported', exists (select 1 from discussion_report report
            where report.post_id = post.post_id and report.reported_by = ${personId})
        ) order by not post.is_opening, post.posted_at, post.post_id)
        from discussion_post post join person on person.person_id = post.author_id
        where post.thread_id = thread.thread_id) as posts
    from discussion_thread thread left join lesson on lesson.lesson_id = thread.lesson_id
    where thread.thread_id = ${threadId} and thread.course_id = ${courseId}`.execute(db)
  const [row] = rows
  return (
    row && {
      ...row,
      posts: row.posts.map((post) => ({
        ...post,
        postedAt: new Date(post.postedAt),
        editedAt: instant(post.editedAt),
        removedAt: instant(post.removedAt),
      })),
    }
  )
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** A new thread; false when there is one with this id already. */
export async function insertThread(
  tx: Tx,
  thread: { threadId: string; courseId: CourseId; lessonId: LessonId | null; title: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('discussion_thread')
    .values({
      thread_id: thread.threadId,
      course_id: thread.courseId,
      lesson_id: thread.lessonId,
      title: thread.title,
      created_at: thread.at,
    })
    .onConflict((conflict) => conflict.column('thread_id').doNothing())
    .returning('thread_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Holds a thread of the course until the transaction ends: whoever writes in it waits in line. */
export async function lockThread(
  tx: Tx,
  courseId: CourseId,
  threadId: string,
): Promise<{ threadId: string; isLocked: boolean } | undefined> {
  const row = await tx
    .selectFrom('discussion_thread')
    .where('thread_id', '=', threadId)
    .where('course_id', '=', courseId)
    .select(['thread_id', 'locked_at'])
    .forUpdate()
    .executeTakeFirst()
  return row && { threadId: row.thread_id, isLocked: row.locked_at !== null }
}

/** Closes a thread to new posts, or opens it again with null. */
export async function setThreadLocked(
  tx: Tx,
  threadId: string,
  locked: { by: PersonId; at: Date } | null,
): Promise<void> {
  await tx
    .updateTable('discussion_thread')
    .set({ locked_at: locked?.at ?? null, locked_by: locked?.by ?? null })
    .where('thread_id', '=', threadId)
    .execute()
}

export async function setThreadTitle(tx: Tx, threadId: string, title: string): Promise<void> {
  await tx.updateTable('discussion_thread').set({ title }).where('thread_id', '=', threadId).execute()
}

export async function deleteThread(tx: Tx, threadId: string): Promise<void> {
  await tx.deleteFrom('discussion_thread').where('thread_id', '=', threadId).execute()
}
