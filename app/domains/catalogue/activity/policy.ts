import { type Actor, canMakeActivities, scopeOf } from '~/domains/identity'
import type { OrganisationId, PersonId } from '~/shared/ids'

const makers = ['kursansvarig', 'projektkoordinator', 'projektadministrator'] as const

/** Whose activities an actor keeps: everybody's, or those of these organisations. */
export interface MakerScope {
  everywhere: boolean
  organisationIds: OrganisationId[]
}

/** The tenant lock of making: a coordinator's grant without an organisation reaches nobody's activities. */
export function makerScope(actor: Actor): MakerScope {
  if (!canMakeActivities(actor)) return { everywhere: false, organisationIds: [] }
  const scopes = makers.map((role) => ({ role, ...scopeOf(actor, role) }))
  return {
    everywhere: scopes.some((scope) => scope.everywhere && scope.role !== 'projektkoordinator'),
    organisationIds: [...new Set(scopes.flatMap((scope) => scope.organisationIds))],
  }
}

/** Course leaders and the project office keep every activity within their grant, coordinators those of their own organisation. */
export function canManageActivity(actor: Actor, activity: { organisationId: OrganisationId }): boolean {
  const scope = makerScope(actor)
  return scope.everywhere || scope.organisationIds.includes(activity.organisationId)
}

/** Those who keep the activity, and the leaders of this very occasion. */
export function canLead(
  actor: Actor,
  occasion: { organisationId: OrganisationId; leaders: readonly PersonId[] },
): boolean {
  return occasion.leaders.includes(actor.personId) || canManageActivity(actor, occasion)
}
