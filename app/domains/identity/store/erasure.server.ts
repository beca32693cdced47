import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { ErasureRequest } from '../erasure/model'
import { shownNameSql } from './protection.server'

const columns = [
  'erasure_request.erasure_request_id as requestId',
  'erasure_request.person_id as personId',
  'erasure_request.state as state',
  'erasure_request.asked_at as askedAt',
  'erasure_request.decided_at as decidedAt',
  'erasure_request.reason as reason',
] as const
const branded = <Row extends { personId: string }>(row: Row) => ({ ...row, personId: row.personId as PersonId })

/** The person's latest request. */
export async function findErasureRequest(db: Db, personId: PersonId): Promise<ErasureRequest | undefined> {
  const row = await db
    .selectFrom('erasure_request')
    .where('person_id', '=', personId)
    .select(columns)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && branded(row)
}

/** Writes a request; nothing happens when one is already waiting. */
export async function insertErasureRequest(db: Db, personId: PersonId, at: Date): Promise<boolean> {
  const row = await db
    .insertInto('erasure_request')
    .values({ person_id: personId, state: 'begard', asked_at: at })
    .onConflict((conflict) => conflict.column('person_id').where('state', '=', 'begard').doNothing())
    .returning('erasure_request_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The person takes a waiting request back. */
export async function withdrawErasureRequest(db: Db, personId: PersonId, at: Date): Promise<void> {
  await db
    .updateTable('erasure_request')
    .set({ state: 'atertagen', decided_at: at })
    .where('person_id', '=', personId)
    .where('state', '=', 'begard')
    .execute()
}

/** A request that waits, held until the transaction ends; undefined when there is none or it has been decided. */
export async function holdErasureRequest(tx: Tx, requestId: string): Promise<ErasureRequest | undefined> {
  const row = await tx
    .selectFrom('erasure_request')
    .where('erasure_request_id', '=', requestId)
    .where('state', '=', 'begard')
    .select(columns)
    .forUpdate()
    .executeTakeFirst()
  return row && branded(row)
}

export async function settleErasureRequest(
  tx: Tx,
  requestId: string,
  decision: { state: 'beviljad' | 'nekad'; by: PersonId; reason: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('erasure_request')
    .set({ state: decision.state, decided_by: decision.by, decided_at: decision.at, reason: decision.reason })
    .where('erasure_request_id', '=', requestId)
    .execute()
}

export interface ListedRequest extends ErasureRequest {
  /** As the person is called in lists. */
  name: string
}

/** Requests that wait, the oldest first, and then the latest decided ones. */
export async function listErasureRequests(db: Db, limit: number): Promise<ListedRequest[]> {
  const rows = await db
    .selectFrom('erasure_request')
    .innerJoin('person', 'person.person_id', 'erasure_request.person_id')
    .select([...columns, shownNameSql().as('name')])
    .orderBy(sql`erasure_request.state <> 'begard'`)
    .orderBy(sql`case when erasure_request.state = 'begard' then erasure_request.asked_at end`)
    .orderBy('erasure_request.asked_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(branded)
}

/** Ends every sign-in of these people for good and takes their address, roles and sessions away. */
export async function eraseAccounts(tx: Tx, personIds: readonly string[], at: Date): Promise<void> {
  const ids = [...personIds]
  await tx
    .updateTable('person')
    .set({ erased_at: at, email: sql<string>`'raderad-' || person_id || '@radering.invalid'` })
    .where('person_id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute()
  await tx.deleteFrom('session').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('role_grant').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('account').where('person_id', 'in', ids).execute()
}

/** Ends the sessions of a person but the one in use; how many there were. */
export async function endOtherSessions(db: Db, personId: PersonId, here: string | undefined): Promise<number> {
  const gone = await db
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('session_hash', '<>', here ?? '')
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
