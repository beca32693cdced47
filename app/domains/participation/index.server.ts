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
export { openVault, readOrMakeKey, type Vault } from './vault.server'
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
export {
  checkStoredRows,
  chooseColumns,
  giveUpImport,
  openRows,
  previewImport,
  uploadImport,
  wipeStaleImports,
} from './import/commands.server'
export { readStepPage } from './import/step-page.server'
export { templateCsv, templateXlsx } from './import/template.server'
export { readFileTable } from './import/workbook.server'
export {
  countImportRows,
  findImport,
  forgetImported,
  type ImportRow,
  type ImportState,
  insertImportRows,
  listImportRows,
  listImports,
  lockImports,
  moveImport,
  type StoredImport,
  updateImportRows,
} from './store/import-participants.server'
export { listImportProjects } from './store/import-participants-facts.server'
export {
  insertFirstNumbers,
  insertParticipations,
  listHoldings,
  listRemovableNumbers,
  lockBuiltUpon,
  removeNumbers,
  removeParticipations,
  updateParticipations,
} from './store/import-participants-write.server'
