import { type RawBuilder, sql } from 'kysely'
import type { ParticipantScope } from '../policy'

/** The SQL of the scope over the tables `participation` and `project`: the partner's records, or those of an owned project. */
export function withinScope(scope: ParticipantScope): RawBuilder<boolean> {
  if (scope.everyone) return sql<boolean>`true`
  if (scope.organisationIds.length === 0) return sql<boolean>`false`
  const ids = sql.join(scope.organisationIds)
  return sql<boolean>`(participation.partner_id in (${ids}) or project.owner_id in (${ids}))`
}
