import { sql } from 'kysely'
import type { LectureId, LessonId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** Where an answer belongs: a lesson in a round of its course, or a lecture outside a course (round 1). */
export interface ItemOf {
  personId: PersonId
  itemId: LessonId | LectureId
  round: number
}

/**
 * Stores answers by key, the latest wins. Answers that were given before attempt number `after` + 1 was submitted are
 * late and left out; true when the answers were stored.
 */
export async function upsertAnswers(
  db: Db,
  { personId, itemId, round }: ItemOf,
  answers: readonly { key: string; response: unknown }[],
  after: number,
  now: Date,
): Promise<boolean> {
  const stored = await sql`
    insert into answer (person_id, item_id, round, question_key, response, saved_at)
    select ${personId}, ${itemId}, ${round}, given.key, given.response, ${now}
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as given(key text, response jsonb)
    where not exists (
      select 1 from quiz_attempt
      where person_id = ${personId} and item_id = ${itemId} and round = ${round} and number > ${after}::bigint
    )
    on conflict (person_id, item_id, round, question_key)
    do update set response = excluded.response, saved_at = excluded.saved_at`.execute(db)
  return stored.numAffectedRows === BigInt(answers.length)
}

/**
 * Stores one answer over the one that was saved at `over` (null: over none), or where the stored one is the same; false
 * when another has taken its place since.
 */
export async function replaceAnswer(
  db: Db,
  { personId, itemId, round }: ItemOf,
  { key, response, over }: { key: string; response: unknown; over: Date | null },
  now: Date,
): Promise<boolean> {
  const stored = await sql`
    insert into answer (person_id, item_id, round, question_key, response, saved_at)
    values (${personId}, ${itemId}, ${round}, ${key}, ${JSON.stringify(response)}::jsonb, ${now})
    on conflict (person_id, item_id, round, question_key)
    do update set response = excluded.response, saved_at = excluded.saved_at
    where answer.saved_at = ${over}::timestamptz or answer.response = excluded.response`.execute(db)
  return stored.numAffectedRows === 1n
}

export async function deleteAnswers(
  db: Db,
  { personId, itemId, round }: ItemOf,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return
  await db
    .deleteFrom('answer')
    .where('person_id', '=', personId)
    .where('item_id', '=', itemId)
    .where('round', '=', round)
    .where('question_key', 'in', keys)
    .execute()
}
