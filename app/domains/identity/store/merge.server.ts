import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Protection } from '../model'

export interface MergeablePerson {
  personId: PersonId
  givenName: string
  familyName: string
  email: string
  alias: string | null
  protection: Protection
  mergedInto: PersonId | null
}

/** A person that may be merged into another or have been; undefined for nobody and for those erased. */
export async function findMergeablePerson(db: Db, personId: PersonId): Promise<MergeablePerson | undefined> {
  const row = await db
    .selectFrom('person')
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .select([
      'given_name as givenName',
      'family_name as familyName',
      'email',
      'alias',
      'protection',
      'merged_into as mergedInto',
    ])
    .executeTakeFirst()
  return row && { ...row, personId, mergedInto: row.mergedInto as PersonId | null }
}

/** Holds people until the transaction ends, in one order, so that two merges never wait for each other. */
export async function holdPeople(tx: Tx, personIds: readonly PersonId[]): Promise<void> {
  await tx
    .selectFrom('person')
    .where('person_id', 'in', [...personIds])
    .select('person_id')
    .orderBy('person_id')
    .forNoKeyUpdate()
    .execute()
}

/**
 * The merged person points at the kept one, signs in no more, and is signed out everywhere. A request to be erased that
 * waits is the kept person's, unless that person has one waiting already.
 */
export async function endMergedPerson(tx: Tx, ids: { from: PersonId; to: PersonId }, at: Date): Promise<void> {
  await tx.updateTable('person').set({ merged_into: ids.to }).where('person_id', '=', ids.from).execute()
  await tx
    .updateTable('account')
    .set({ disabled_at: at })
    .where('person_id', '=', ids.from)
    .where('disabled_at', 'is', null)
    .execute()
  await sql`
    update erasure_request set person_id = ${ids.to} where person_id = ${ids.from} and state = 'begard'
      and not exists (select from erasure_request own where own.person_id = ${ids.to} and own.state = 'begard')`.execute(
    tx,
  )
  await tx
    .updateTable('erasure_request')
    .set({ state: 'atertagen', decided_at: at })
    .where('person_id', '=', ids.from)
    .where('state', '=', 'begard')
    .execute()
  await tx.deleteFrom('session').where('person_id', '=', ids.from).execute()
}

/** Who these people are now: for each who was merged into another, the one who stands in the end. */
export async function listKeptPeople(db: Db, personIds: readonly PersonId[]): Promise<Map<PersonId, PersonId>> {
  const { rows } = await sql<{ was: PersonId; now: PersonId }>`
    with recursive steps as (
      select person_id as was, merged_into as now from person
      where person_id = any (${[...personIds]}::uuid[]) and merged_into is not null
      union all
      select steps.was, person.merged_into from steps join person on person.person_id = steps.now
      where person.merged_into is not null
    )
    select steps.was, steps.now from steps join person on person.person_id = steps.now and person.merged_into is null`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.was, row.now]))
}
