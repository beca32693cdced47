export { type SignInRefusal, changePassword, createAccount, hashPassword, signIn } from './commands.server'
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
  listSessions,
  recordAudit,
  updateLanguage,
} from './store.server'
export { insertPeople, listReferences, type NewPerson, recordAudits, removePeople } from './store/people.server'
