import { type Actor, hasRole } from '~/domains/identity'
import type { StoredCertificate } from './model'

/** Who may see whose certificate it is, and have the document: the holder; the office and auditors unless the holder is protected. */
export function canSeeHolder(
  actor: Actor | undefined,
  certificate: Pick<StoredCertificate, 'personId' | 'holderProtected'>,
): boolean {
  if (actor === undefined) return false
  if (actor.personId === certificate.personId) return true
  if (certificate.holderProtected) return false
  return hasRole(actor, 'projektadministrator') || hasRole(actor, 'revisor')
}
