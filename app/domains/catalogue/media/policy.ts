import { type Actor, hasRole, scopeOf } from '~/domains/identity'
import type { OrganisationId } from '~/shared/ids'
import type { MakerScope } from '../activity/policy'

const keepers = ['redaktor', 'kursansvarig'] as const

/** The media library is kept by editors and course leaders. */
export function canKeepMedia(actor: Actor): boolean {
  return keepers.some((role) => hasRole(actor, role))
}

/** The tenant lock of the library: a grant without an organisation reaches every organisation's files. */
export function mediaScope(actor: Actor): MakerScope {
  const scopes = keepers.map((role) => scopeOf(actor, role))
  return {
    everywhere: scopes.some((scope) => scope.everywhere),
    organisationIds: [...new Set(scopes.flatMap((scope) => scope.organisationIds))],
  }
}

export function canKeepMediaOf(actor: Actor, organisationId: OrganisationId): boolean {
  const scope = mediaScope(actor)
  return scope.everywhere || scope.organisationIds.includes(organisationId)
}

/** A lecture belongs to whose library has its film; one of the content folder is the whole portal's, as its courses are. */
export function canEditLecture(actor: Actor, { organisationId }: { organisationId: OrganisationId | null }): boolean {
  return organisationId === null ? scopeOf(actor, 'redaktor').everywhere : canKeepMediaOf(actor, organisationId)
}
