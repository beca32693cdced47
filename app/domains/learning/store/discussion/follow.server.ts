import { sql } from 'kysely'
import type { LessonId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { FollowPlace } from '../../discussion/model'

/** The person's own word about a place, in place of an earlier one. */
export async function setFollow(
  db: Db,
  personId: PersonId,
  place: FollowPlace,
  change: { follows: boolean; at: Date },
): Promise<void> {
  await sql`
    insert into discussion_follow (person_id, course_id, lesson_id, thread_id, follows, changed_at, seen_at)
    values (${personId}, ${place.courseId}, ${place.lessonId}, ${place.threadId}, ${change.follows}, ${change.at}, ${change.at})
    on conflict (person_id, course_id, lesson_id, thread_id)
    do update set follows = excluded.follows, changed_at = excluded.changed_at`.execute(db)
}

/** Whoever writes in a thread follows it, unless they have said no. */
export async function followByWriting(
  db: Db,
  personId: PersonId,
  place: FollowPlace & { threadId: string },
  at: Date,
): Promise<void> {
  await sql`
    insert into discussion_follow (person_id, course_id, lesson_id, thread_id, follows, changed_at, seen_at)
    values (${personId}, ${place.courseId}, null, ${place.threadId}, true, ${at}, ${at})
    on conflict (person_id, course_id, lesson_id, thread_id) do nothing`.execute(db)
}

/** Whether the person follows the course as a whole, and which of its lessons. */
export async function findFollows(
  db: Db,
  personId: PersonId,
  courseId: string,
): Promise<{ course: boolean; lessonIds: LessonId[] }> {
  const rows = await db
    .selectFrom('discussion_follow')
    .where('person_id', '=', personId)
    .where('course_id', '=', courseId)
    .where('thread_id', 'is', null)
    .where('follows', '=', true)
    .select('lesson_id')
    .execute()
  return {
    course: rows.some(({ lesson_id }) => lesson_id === null),
    lessonIds: rows.flatMap(({ lesson_id }) => (lesson_id === null ? [] : [lesson_id as LessonId])),
  }
}

/** Who wants to know of a new post: followers of its thread, and for a new thread those of its lesson or the course. */
export async function listFollowers(
  db: Db,
  place: FollowPlace & { threadId: string },
  isNewThread: boolean,
): Promise<PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`
    select distinct person_id as "personId" from discussion_follow
    where follows and course_id = ${place.courseId} and (thread_id = ${place.threadId}
      or (${isNewThread} and thread_id is null
        and (lesson_id is null or lesson_id = ${place.lessonId}::uuid)))
    order by 1`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** The person has been in the thread. */
export async function markSeen(db: Db, personId: PersonId, threadId: string, at: Date): Promise<void> {
  await db
    .updateTable('discussion_follow')
    .set({ seen_at: at })
    .where('person_id', '=', personId)
    .where('thread_id', '=', threadId)
    .execute()
}
