import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Question } from '~/domains/catalogue'
import type { Tx } from '~db/schema'
import type { Attempt, Responses } from '../model'
import type { ItemOf } from './answer.server'

/** One at a time for the same person and item, until the transaction ends: numbering has no gaps and no collisions. */
export async function lockAttempts(tx: Tx, { personId, itemId }: ItemOf): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`attempt:${personId}:${itemId}`}, 0))`.execute(tx)
}

export async function findLatestAttempt(tx: Tx, { personId, itemId, round }: ItemOf): Promise<Attempt | undefined> {
  const row = await tx
    .selectFrom('quiz_attempt')
    .leftJoin('question_set', 'question_set.question_set_id', 'quiz_attempt.question_set_id')
    .select(['number', 'responses', 'score', 'passed', 'submitted_at as submittedAt', 'questions'])
    .where('person_id', '=', personId)
    .where('item_id', '=', itemId)
    .where('round', '=', round)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, responses: row.responses as Responses, questions: row.questions as Question[] | null }
}

/** Keeps the questions as they are worded now, once for everybody who is asked the same. */
async function keepQuestions(tx: Tx, questions: readonly Question[]): Promise<string> {
  const text = JSON.stringify(questions)
  const id = createHash('sha256').update(text).digest('hex').slice(0, 40)
  await tx
    .insertInto('question_set')
    .values({ question_set_id: id, questions: text })
    .onConflict((conflict) => conflict.column('question_set_id').doNothing())
    .execute()
  return id
}

/** Keeps an attempt for ever, with its questions as they were asked. */
export async function insertAttempt(
  tx: Tx,
  { personId, itemId, round }: ItemOf,
  attempt: Attempt & { questions: readonly Question[] },
): Promise<void> {
  await tx
    .insertInto('quiz_attempt')
    .values({
      person_id: personId,
      item_id: itemId,
      round,
      number: attempt.number,
      responses: JSON.stringify(attempt.responses),
      score: attempt.score,
      passed: attempt.passed,
      submitted_at: attempt.submittedAt,
      question_set_id: await keepQuestions(tx, attempt.questions),
    })
    .execute()
}
