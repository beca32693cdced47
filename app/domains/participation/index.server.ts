export { changeDates, creditAttendance, creditTime } from './commands.server'
export {
  addIdentityNumber,
  type AddNumberRefusal,
  addProtectedNumber,
  revealIdentityNumber,
  revealProtectedNumber,
} from './records/numbers.server'
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
export {
  type FileForm,
  findReachedBatch,
  openFile,
  type ReachedBatch,
  releaseFile,
  type ReleaseRefusal,
} from './reports/download.server'
export { listFileEvents } from './store/report-release.server'
export { listDifference, listShownLines } from './store/report-lines.server'
export {
  attestAsOffice,
  attestMonths,
  type BulkResult,
  markMonthsChanged,
  returnMonths,
  signMonth,
  type SignRefusal,
} from './months/commands.server'
export { correctEntry, type CorrectRefusal, stateTime, type StateRefusal } from './months/correct.server'
export { linesSha256 } from './months/lines-sha256.server'
export { continueLock, lockMonth, type LockRefusal, reopenMonth, type ReopenRefusal } from './months/lock.server'
export { countPersonMonths, type ListedMonth, listPersonMonths, listProjectMonths } from './store/months-list.server'
export { type AttestedKey, findPersonMonth, findProjectMonth, listOwnMonths } from './store/months-sign.server'
export { listPartnerCandidates, listProjectChanges } from './store/project-settings.server'
export { changeProjectRules, keepPartner } from './project/commands.server'
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
