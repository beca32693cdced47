import { sql } from 'kysely'
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
    .select(['number', 'responses', 'score', 'passed', 'submitted_at as submittedAt'])
    .where('person_id', '=', personId)
    .where('item_id', '=', itemId)
    .where('round', '=', round)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, responses: row.responses as Responses }
}

export async function insertAttempt(tx: Tx, { personId, itemId, round }: ItemOf, attempt: Attempt): Promise<void> {
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
    })
    .execute()
}
