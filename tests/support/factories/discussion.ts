import { randomUUID } from 'node:crypto'
import type { CourseId, LessonId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makePerson } from './people'

/** A thread with its opening, whose id is the thread's; `reported` by somebody else who takes the course. */
export async function makeThread(
  db: Db,
  wish: {
    courseId: CourseId
    authorId: PersonId
    lessonId?: LessonId
    title?: string
    body?: string
    at?: Date
    reported?: boolean
  },
): Promise<{ threadId: string }> {
  const threadId = randomUUID()
  const at = wish.at ?? new Date('2025-03-20T12:00:00Z')
  await db
    .insertInto('discussion_thread')
    .values({
      thread_id: threadId,
      course_id: wish.courseId,
      lesson_id: wish.lessonId ?? null,
      title: wish.title ?? 'En fråga',
      created_at: at,
    })
    .execute()
  await db
    .insertInto('discussion_post')
    .values({
      post_id: threadId,
      thread_id: threadId,
      author_id: wish.authorId,
      depth: 0,
      parent_id: null,
      is_opening: true,
      body: wish.body ?? 'Hur gör ni?',
      posted_at: at,
    })
    .execute()
  if (wish.reported === true) {
    const { personId } = await makePerson(db)
    await db
      .insertInto('discussion_report')
      .values({ post_id: threadId, reported_by: personId, reason: 'Stötande', reported_at: at })
      .execute()
  }
  return { threadId }
}
