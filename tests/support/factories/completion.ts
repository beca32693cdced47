import type { CompletionId, CourseId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeCourse } from './catalogue'

/** A finished course; makes the course when none is named. */
export async function makeCourseCompletion(
  db: Db,
  wish: {
    personId: PersonId
    courseId?: CourseId
    minutes?: number
    round?: number
    finishedAt?: Date
  },
): Promise<{ completionId: CompletionId; courseId: CourseId }> {
  const courseId = wish.courseId ?? (await makeCourse(db, { lessons: [] })).courseId
  const row = await db
    .insertInto('completion')
    .values({
      person_id: wish.personId,
      item_kind: 'course',
      item_id: courseId,
      course_id: courseId,
      revision: 1,
      round: wish.round ?? 1,
      minutes: wish.minutes ?? 60,
      finished_at: wish.finishedAt ?? new Date('2025-03-24T12:00:00Z'),
    })
    .returning('completion_id')
    .executeTakeFirstOrThrow()
  return { completionId: row.completion_id as CompletionId, courseId }
}
