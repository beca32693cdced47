import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Protection } from '../model'

/** How a person's data are protected; an unknown person counts as protected. */
export async function findProtection(db: Db, personId: PersonId): Promise<Protection> {
  const row = await db.selectFrom('person').select('protection').where('person_id', '=', personId).executeTakeFirst()
  return row === undefined ? 'protected' : (row.protection as Protection)
}

/** SQL of `shownName` over a joined table `person` (or its alias in the statement): the name, or the alias of a protected person. */
export function shownNameSql(table = 'person'): RawBuilder<string> {
  const of = (column: string) => sql.ref(`${table}.${column}`)
  return sql<string>`case when ${of('protection')} = 'none' then ${of('given_name')} || ' ' || ${of('family_name')}
    else coalesce(${of('alias')}, '') end`
}

export interface ProtectedPerson {
  personId: PersonId
  alias: string
  protection: Protection
}

/** Everybody whose personal data are protected, by alias. */
export async function listProtectedPeople(db: Db): Promise<ProtectedPerson[]> {
  const rows = await db
    .selectFrom('person')
    .where('protection', '<>', 'none')
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .select(['person_id', 'alias', 'protection'])
    .orderBy('alias')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    alias: row.alias ?? '',
    protection: row.protection,
  }))
}

export interface OpenPerson {
  personId: PersonId
  name: string
  email: string
}

/** People without protection whose name or e-mail holds the text, at most twenty; protected people are never found by name. */
export async function searchOpenPeople(db: Db, text: string): Promise<OpenPerson[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .selectFrom('person')
    .where('protection', '=', 'none')
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .where(sql<boolean>`(given_name || ' ' || family_name ilike ${pattern} or email ilike ${pattern})`)
    .select(['person_id', 'given_name', 'family_name', 'email'])
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('person_id')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    name: `${row.given_name} ${row.family_name}`,
    email: row.email,
  }))
}

export interface HandledPerson {
  personId: PersonId
  givenName: string
  familyName: string
  email: string
  alias: string | null
  protection: Protection
}

export async function findHandledPerson(db: Db, personId: PersonId): Promise<HandledPerson | undefined> {
  const row = await db
    .selectFrom('person')
    .where('person_id', '=', personId)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .select(['given_name as givenName', 'family_name as familyName', 'email', 'alias', 'protection'])
    .executeTakeFirst()
  return row && { personId, ...row }
}

/** Holds the person until the transaction ends, so that two changes come one after the other. */
export async function holdPerson(tx: Tx, personId: PersonId): Promise<void> {
  await tx.selectFrom('person').select('person_id').where('person_id', '=', personId).forNoKeyUpdate().execute()
}

/**
 * An alias that nobody has and nobody has had, `Deltagare W-0412`: drawn by lot, so that its number tells nothing.
 * One caller at a time draws; five digits when the ten thousand are gone.
 */
export async function drawAlias(tx: Tx): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('person.alias'))`.execute(tx)
  const { rows } = await sql<{ alias: string }>`
    select candidate.alias from (
      select 'Deltagare W-' || lpad(number::text, 4, '0') as alias, number > 9999 as long
      from generate_series(1, 19999) number
    ) candidate
    where not exists (select from person where person.alias = candidate.alias)
      and not exists (select from audit_event where action = 'protection.changed'
        and detail->>'alias' = candidate.alias)
    order by candidate.long, random() limit 1`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('Every alias is taken')
  return row.alias
}

export async function updateProtection(
  tx: Tx,
  personId: PersonId,
  change: { protection: Protection; alias: string | null },
): Promise<void> {
  await tx.updateTable('person').set(change).where('person_id', '=', personId).executeTakeFirstOrThrow()
}

export interface HandlingEvent {
  action: string
  reason: string | null
  /** The handler or office person who did it; their alias when they are protected themselves. */
  actor: string | null
  happenedAt: Date
}

const handled = ['protection.changed', 'protected-name.revealed', 'identity-number.revealed', 'identity-number.added']

/** What has been done with a person's protected data, the newest first. */
export async function listHandling(db: Db, personId: PersonId): Promise<HandlingEvent[]> {
  return db
    .selectFrom('audit_event')
    .leftJoin('person', 'person.person_id', 'audit_event.actor_id')
    .where('audit_event.subject_kind', '=', 'person')
    .where('audit_event.subject_id', '=', personId)
    .where('audit_event.action', 'in', handled)
    .select([
      'audit_event.action as action',
      'audit_event.reason as reason',
      'audit_event.happened_at as happenedAt',
      shownNameSql().as('actor'),
    ])
    .orderBy('audit_event.happened_at', 'desc')
    .orderBy('audit_event.audit_event_id', 'desc')
    .limit(200)
    .execute()
}

/** How many may handle protected data at this moment. One caller at a time counts until its transaction ends. */
export async function countHandlers(tx: Tx, at: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('role_grant.skyddshandlaggare'))`.execute(tx)
  const row = await tx
    .selectFrom('role_grant')
    .innerJoin('person', 'person.person_id', 'role_grant.person_id')
    .leftJoin('account', 'account.person_id', 'role_grant.person_id')
    .where('role_grant.role', '=', 'skyddshandlaggare')
    .where('person.merged_into', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where(sql<boolean>`(role_grant.expires_at is null or role_grant.expires_at > ${at})`)
    .select(sql<number>`count(distinct role_grant.person_id)`.as('handlers'))
    .executeTakeFirstOrThrow()
  return row.handlers
}
