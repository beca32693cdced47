export { demonstrationPeople } from './demonstration'
export { type Actor, type Grant, type Protection, type Role, roles } from './model'
export {
  canEditContent,
  canReadFeedback,
  canReadParticipants,
  canRevealIdentityNumber,
  canReviewStaff,
  hasRole,
  scopeOf,
} from './policy'
