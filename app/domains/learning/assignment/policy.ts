import { type Actor, hasRole, scopeOf } from '~/domains/identity'

/** Assignments are read and approved by course leaders. */
export function canLeadAssignments(actor: Actor): boolean {
  return hasRole(actor, 'kursansvarig')
}

/** Whose work a course leader reads. */
export function leadScope(actor: Actor) {
  return scopeOf(actor, 'kursansvarig')
}
