import { type Actor, hasRole, scopeOf } from '~/domains/identity'
import type { OrganisationId } from '~/shared/ids'
import type { MonthMethod } from './model'

/** Whose signed months an actor may attest: employees of these employers, participants of these partners. */
export interface AttestScope {
  everyone: boolean
  employers: readonly OrganisationId[]
  partners: readonly OrganisationId[]
}

/** The tenant lock of attesting. Own months are never within it: the one who reported never attests. */
export function attestScope(actor: Actor): AttestScope {
  return {
    everyone: false,
    employers: scopeOf(actor, 'chef').organisationIds,
    partners: scopeOf(actor, 'projektkoordinator').organisationIds,
  }
}

/** In what capacity an actor attests: the principal before the coordinator. */
export function attestMethod(actor: Actor): Extract<MonthMethod, 'chef' | 'koordinator'> {
  return hasRole(actor, 'chef') ? 'chef' : 'koordinator'
}

/** Months are locked and opened again by the project office. */
export function canLockMonths(actor: Actor): boolean {
  return hasRole(actor, 'projektadministrator')
}

/** Time is corrected by the project office and by the partner's coordinator; never the corrector's own. */
export function canCorrectTime(actor: Actor): boolean {
  return hasRole(actor, 'projektadministrator') || hasRole(actor, 'projektkoordinator')
}

/** A line of the ledger with its evidence: the office, auditors, and the coordinator of the participant's partner. */
export function canReadLines(actor: Actor): boolean {
  return canCorrectTime(actor) || hasRole(actor, 'revisor')
}
