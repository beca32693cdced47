import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
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
