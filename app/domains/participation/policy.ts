import { type Actor, hasRole, scopeOf } from '~/domains/identity'
import type { OrganisationId } from '~/shared/ids'

/** Whose participant records an actor reaches: everybody's, or those of these partners (and of the projects they own). */
export type ParticipantScope = { everyone: true } | { everyone: false; organisationIds: OrganisationId[] }

const readers = ['projektadministrator', 'revisor', 'projektkoordinator'] as const

/** The tenant lock of every read and write of participant records. No role, no organisation: nothing is reached. */
export function participantScope(actor: Actor): ParticipantScope {
  const scopes = readers.map((role) => ({ role, ...scopeOf(actor, role) }))
  if (scopes.some((scope) => scope.everywhere && scope.role !== 'projektkoordinator')) return { everyone: true }
  return { everyone: false, organisationIds: scopes.flatMap((scope) => scope.organisationIds) }
}

/** Auditors read; the office and the partner's coordinator keep the days of a record. */
export function canKeepRecords(actor: Actor): boolean {
  return hasRole(actor, 'projektadministrator') || hasRole(actor, 'projektkoordinator')
}

/** Identity numbers are added by those who may reveal them: the project office alone. */
export function canAddIdentityNumber(actor: Actor): boolean {
  return hasRole(actor, 'projektadministrator')
}

/** Whether an auditor audits the projects of an owner: all of them, or those of the organisations in the grants. */
export function canAuditOwner(actor: Actor, ownerId: OrganisationId): boolean {
  const scope = scopeOf(actor, 'revisor')
  return scope.everywhere || scope.organisationIds.includes(ownerId)
}

/** Two records of the same person are made one by the project office, which reaches every partner. */
export function canMergePeople(actor: Actor): boolean {
  return scopeOf(actor, 'projektadministrator').everywhere
}

/** Files of participants are taken in by the office, and by coordinators for their own partner. */
export function canImportParticipants(actor: Actor): boolean {
  return canKeepRecords(actor)
}

/** Whose participants a file may make and change; what an auditor may read gives no right here. */
export function importReach(actor: Actor): { everyone: boolean; organisationIds: OrganisationId[] } {
  const office = scopeOf(actor, 'projektadministrator')
  const coordinator = scopeOf(actor, 'projektkoordinator')
  return {
    everyone: office.everywhere,
    organisationIds: [...office.organisationIds, ...coordinator.organisationIds],
  }
}

/** Whether a partner's page, goals and form are within an actor's scope. */
export function reachesPartner(scope: ParticipantScope, organisationId: OrganisationId): boolean {
  return scope.everyone || scope.organisationIds.includes(organisationId)
}

/** Local goals: the office keeps those of every partner, a coordinator those of the own one. */
export function canKeepGoals(actor: Actor, organisationId: OrganisationId): boolean {
  if (hasRole(actor, 'projektadministrator')) return true
  return scopeOf(actor, 'projektkoordinator').organisationIds.includes(organisationId)
}

/** Whether the whole project is within an actor's scope: that of the office and auditors of its owner. */
export function reachesProject(scope: ParticipantScope, ownerId: OrganisationId): boolean {
  return scope.everyone || scope.organisationIds.includes(ownerId)
}
