export {
  type SignInRefusal,
  changePassword,
  confirmPassword,
  createAccount,
  hashPassword,
  signIn,
} from './commands.server'
export { sessionsOf } from './session.server'
export { changeProtection, type ProtectionRefusal, revealName } from './protection/commands.server'
export {
  findHandledPerson,
  findProtection,
  type HandlingEvent,
  listHandling,
  listProtectedPeople,
  type ProtectedPerson,
  searchOpenPeople,
  shownNameSql,
} from './store/protection.server'
export { hashSessionId } from './store/session.server'
export {
  type AuditEvent,
  type SessionRow,
  deleteSessionOf,
  findActor,
  listSessions,
  recordAudit,
  updateLanguage,
} from './store.server'
export {
  insertPeople,
  listReferences,
  listRoleHolders,
  type NewPerson,
  recordAudits,
  removePeople,
} from './store/people.server'
export { listOwnIds, type OwnRow, ownIdentity, ownSection, type OwnSection } from './store/own.server'
export { askErasure, withdrawErasure } from './erasure/commands.server'
export {
  endOtherSessions,
  eraseAccounts,
  findErasureRequest,
  holdErasureRequest,
  listErasureRequests,
  type ListedRequest,
  settleErasureRequest,
} from './store/erasure.server'
export {
  endMergedPerson,
  findMergeablePerson,
  holdPeople,
  listKeptPeople,
  type MergeablePerson,
} from './store/merge.server'
