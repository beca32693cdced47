import type { OrganisationId } from '~/shared/ids'
import type { Actor, Role } from './model'

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.grants.some((grant) => grant.role === role)
}

/** Organisations in which the actor has the role; `everywhere` when the grant has no scope. */
export function scopeOf(actor: Actor, role: Role): { everywhere: boolean; organisationIds: OrganisationId[] } {
  const grants = actor.grants.filter((grant) => grant.role === role)
  return {
    everywhere: grants.some((grant) => grant.organisationId === null),
    organisationIds: grants.flatMap((grant) => (grant.organisationId === null ? [] : [grant.organisationId])),
  }
}

/** Principals review the staff of their own organisation. */
export function canReviewStaff(actor: Actor): boolean {
  return hasRole(actor, 'chef')
}

/** Participant records: the project office for everyone, coordinators for their partner, auditors to read. */
export function canReadParticipants(actor: Actor): boolean {
  return hasRole(actor, 'projektadministrator') || hasRole(actor, 'projektkoordinator') || hasRole(actor, 'revisor')
}

/** Identity numbers are revealed to the project office alone, one by one and with a reason. */
export function canRevealIdentityNumber(actor: Actor): boolean {
  return hasRole(actor, 'projektadministrator')
}

export function canEditContent(actor: Actor): boolean {
  return hasRole(actor, 'redaktor')
}

/** Messages that visitors leave at the accessibility statement. */
export function canReadFeedback(actor: Actor): boolean {
  return hasRole(actor, 'systemadministrator')
}

/** Activities are made by course leaders, by partners' coordinators for their own organisation, and by the project office. */
export function canMakeActivities(actor: Actor): boolean {
  return (
    hasRole(actor, 'kursansvarig') || hasRole(actor, 'projektkoordinator') || hasRole(actor, 'projektadministrator')
  )
}

/** Signed months are attested by the employer's principal or the partner's coordinator, never by the one who reported. */
export function canAttestMonths(actor: Actor): boolean {
  return hasRole(actor, 'chef') || hasRole(actor, 'projektkoordinator')
}

/** Projects, months and the fund's reports are kept by the project office. */
export function canKeepProjects(actor: Actor): boolean {
  return hasRole(actor, 'projektadministrator')
}

/** Reports and the evidence behind them: the project office, and auditors to read. */
export function canReadReports(actor: Actor): boolean {
  return hasRole(actor, 'projektadministrator') || hasRole(actor, 'revisor')
}

/** The log of every project: the project office, and auditors of the whole portal. */
export function canReadAuditLog(actor: Actor): boolean {
  return hasRole(actor, 'projektadministrator') || scopeOf(actor, 'revisor').everywhere
}

/** Protected personal data are known to as few as possible, and somebody stands in: two. */
export const MOST_HANDLERS = 2

/** Whether one more person may be given the role when `holders` others have it. */
export function mayGrant(role: Role, holders: number): boolean {
  return role !== 'skyddshandlaggare' || holders < MOST_HANDLERS
}

/** Protected personal data are handled by named handlers alone. */
export function canHandleProtected(actor: Actor): boolean {
  return hasRole(actor, 'skyddshandlaggare')
}
