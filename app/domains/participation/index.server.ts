export {
  addIdentityNumber,
  type AddNumberRefusal,
  changeDates,
  creditAttendance,
  creditTime,
  revealIdentityNumber,
} from './commands.server'
export { listMaskedNumbers, type MaskedNumber } from './store/identity-number.server'
export { type FinishedCourse, listFinishedCourses, listLedger, listProjectLines } from './store/ledger.server'
export {
  listFilterChoices,
  listParticipants,
  listReachedProjects,
  type ParticipantRow,
  type ParticipantTotals,
  type ReachedProject,
  sumParticipants,
} from './store/participants.server'
export {
  acknowledgeNotice,
  findRecord,
  listOwnRecords,
  type OwnRecord,
  type ParticipantRecord,
} from './store/record.server'
export { openVault, type Vault } from './vault.server'
export {
  dropWaitingKey,
  keepWaitingKey,
  readOrMakeKey,
  readWaitingKey,
  takeWaitingKey,
  waitingKeyPath,
} from './keys/key-file.server'
export { openIdentityVault } from './keys/open.server'
export { rotateIdentityKey } from './keys/rotate.server'
export { findProjectFacts, type ProjectFacts } from './store/project.server'
export { listStoredProjects, type ProjectImport, upsertProject } from './store/import.server'
export {
  findBookingBlock,
  findProjectByDiarienr,
  listMonthStandings,
  listPartners,
  listProjectCards,
  listProjects,
  type ProjectCard,
} from './store/project-detail.server'
export { listGoals } from './store/project-goals.server'
export { type BatchRequest, makeBatch } from './reports/commands.server'
export {
  findUsableTemplate,
  keepTemplateFile,
  readTemplateFile,
  type UsableTemplate,
} from './reports/template-file.server'
export { findBatch, findReportProject, listBatches, listReportMonths } from './store/reports.server'
export { findEarlierMonth, listIncomplete } from './store/report-batch.server'
export { queueReexports } from './store/report-queue.server'
export { listBirthDays } from './store/birth-days.server'
