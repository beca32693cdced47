import { type RawBuilder, sql } from 'kysely'
import type { LeaderScope } from '../used-up.server'

/** SQL: the person is within a course leader's reach. */
export function isOfScope(
  personId: RawBuilder<unknown>,
  { everywhere, organisationIds }: LeaderScope,
): RawBuilder<boolean> {
  return sql<boolean>`(${everywhere} or exists (select from employment where employment.person_id = ${personId}
    and employment.organisation_id = any (${organisationIds}::uuid[])))`
}
