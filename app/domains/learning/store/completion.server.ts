import type { CompletionId, CourseId, LessonId, PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

export interface CourseFinish {
  personId: PersonId
  courseId: CourseId
  revision: number
  round: number
  minutes: number
  finishedAt: Date
}
export interface LessonFinish extends CourseFinish {
  lessonId: LessonId
}
export interface Recorded {
  completionId: CompletionId
  /** False when it was recorded before; what was recorded then stands. */
  created: boolean
}

/** Records a finished lesson once per round. */
export function recordLessonCompletion(tx: Tx, finish: LessonFinish): Promise<Recorded> {
  return record(tx, 'lesson', finish.lessonId, finish)
}

/** Records a finished course once per round. */
export function recordCourseCompletion(tx: Tx, finish: CourseFinish): Promise<Recorded> {
  return record(tx, 'course', finish.courseId, finish)
}

async function record(
  tx: Tx,
  kind: 'lesson' | 'course',
  itemId: LessonId | CourseId,
  { personId, courseId, revision, round, minutes, finishedAt }: CourseFinish,
): Promise<Recorded> {
  const inserted = await tx
    .insertInto('completion')
    .values({
      person_id: personId,
      item_kind: kind,
      item_id: itemId,
      course_id: courseId,
      revision,
      round,
      minutes,
      finished_at: finishedAt,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'item_kind', 'item_id', 'round']).doNothing())
    .returning('completion_id')
    .executeTakeFirst()
  if (inserted !== undefined) return { completionId: inserted.completion_id as CompletionId, created: true }
  const earlier = await tx
    .selectFrom('completion')
    .select('completion_id')
    .where('person_id', '=', personId)
    .where('item_kind', '=', kind)
    .where('item_id', '=', itemId)
    .where('round', '=', round)
    .executeTakeFirstOrThrow()
  return { completionId: earlier.completion_id as CompletionId, created: false }
}

export interface FinishedLesson {
  completionId: CompletionId
  lessonId: LessonId
  title: string
  minutes: number
  finishedAt: Date
}

/** Every lesson of the course finished in the round, in the order of the course; also lessons withdrawn since. */
export async function listFinishedLessons(
  tx: Tx,
  personId: PersonId,
  courseId: CourseId,
  round: number,
): Promise<FinishedLesson[]> {
  const rows = await tx
    .selectFrom('completion')
    .innerJoin('lesson', 'lesson.lesson_id', 'completion.item_id')
    .select([
      'completion.completion_id',
      'lesson.lesson_id',
      'lesson.title',
      'completion.minutes',
      'completion.finished_at as finishedAt',
    ])
    .where('completion.person_id', '=', personId)
    .where('completion.course_id', '=', courseId)
    .where('completion.item_kind', '=', 'lesson')
    .where('completion.round', '=', round)
    .orderBy('lesson.position')
    .orderBy('lesson.lesson_id')
    .execute()
  return rows.map(({ completion_id, lesson_id, ...row }) => ({
    completionId: completion_id as CompletionId,
    lessonId: lesson_id as LessonId,
    ...row,
  }))
}
