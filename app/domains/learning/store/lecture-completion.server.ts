import type { LectureId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** When the person finished the lecture on its own, outside a course; undefined while unfinished. */
export async function findLectureFinish(db: Db, personId: PersonId, lectureId: LectureId): Promise<Date | undefined> {
  const row = await db
    .selectFrom('completion')
    .select('finished_at')
    .where('person_id', '=', personId)
    .where('item_kind', '=', 'lecture')
    .where('item_id', '=', lectureId)
    .where('round', '=', 1)
    .executeTakeFirst()
  return row?.finished_at
}

/** Records a finished lecture once; false when it was recorded before. Minutes are the nominal ones. */
export async function recordLectureCompletion(
  db: Db,
  finish: { personId: PersonId; lectureId: LectureId; minutes: number; finishedAt: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('completion')
    .values({
      person_id: finish.personId,
      item_kind: 'lecture',
      item_id: finish.lectureId,
      revision: 1,
      minutes: finish.minutes,
      finished_at: finish.finishedAt,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'item_kind', 'item_id', 'round']).doNothing())
    .returning('completion_id')
    .executeTakeFirst()
  return row !== undefined
}
