export { demonstrationPeople } from './demonstration'
export { type Actor, type Grant, type Protection, type Role, roles } from './model'
export {
  canAttestMonths,
  canEditContent,
  canHandleProtected,
  canKeepProjects,
  canMakeActivities,
  canReadAuditLog,
  canReadFeedback,
  canReadParticipants,
  canReadReports,
  canRevealIdentityNumber,
  canReviewStaff,
  hasRole,
  scopeOf,
} from './policy'
export { isReason } from './rules/reason'
export { isProtected, type NamedPerson, shownName } from './rules/shown-name'
export type { ErasureRequest, ErasureState } from './erasure/model'
