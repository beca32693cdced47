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
  listChosenParticipants,
  listParticipantIds,
  listParticipants,
  listReachedProjects,
  type ParticipantRow,
  type ParticipantTotals,
  type ReachedProject,
  sumParticipants,
} from './store/participants.server'
export { findRecord, listOwnRecords, type OwnRecord, type ParticipantRecord } from './store/record.server'
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
  bookingBlocks,
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
export { batchPageFor } from './reports/batch-reads.server'
export {
  attestAsOffice,
  attestMonths,
  type BulkResult,
  markMonthsChanged,
  returnMonths,
  signMonth,
  type SignRefusal,
} from './months/commands.server'
export {
  correctEntry,
  type CorrectRefusal,
  type CorrectRequest,
  stateTime,
  type StateRefusal,
} from './months/correct.server'
export { linesSha256 } from './months/lines-sha256.server'
export { lockMonth, lockNextPart, type LockRefusal, reopenMonth, type ReopenRefusal } from './months/lock.server'
export { listGoingLocks } from './store/months-lock.server'
export { countPersonMonths, type ListedMonth, listPersonMonths } from './store/months-list.server'
export {
  type AttestedKey,
  findOwnMonth,
  findPersonMonth,
  findProjectMonth,
  listOwnMonths,
} from './store/months-sign.server'
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
  findImport,
  type ImportState,
  listImports,
  lockImports,
  moveImport,
  type StoredImport,
} from './store/import-participants.server'
export {
  countImportRows,
  forgetImported,
  type ImportRow,
  insertImportRows,
  listImportRows,
  updateImportRows,
} from './store/import-participants-rows.server'
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
export { listMonthEvents, listMonthLines, listPlannedMeetings } from './store/months-lines.server'
export { countWork, listCheckedLines, listDiarienr, listWorkItems } from './store/months-worklist.server'
export { listBirthDays } from './store/birth-days.server'
export { findAidForm, listExternalEmployers } from './store/project-aid.server'
export { keepAidForm, keepGoal, setGoalClosed } from './project/partner-commands.server'
export { deleteProjectEvidence } from './retention/commands.server'
export { findProjectStanding, listHeldPeople, listRetentionEvents, listRetentionRules } from './store/retention.server'
export { ownParticipation } from './store/own.server'
export { openOwnNumbers } from './records/own-numbers.server'
export {
  eraseTime,
  listCreditedCompletions,
  listEvidenceOf,
  listOwnEvidence,
  type OwnEvidence,
} from './store/erase.server'
export { listProjectMonths, type MonthOverview } from './store/months-overview.server'
export { closingPageFor, standingPageFor } from './months/closing-reads.server'
export { linePageFor } from './ledger/line-reads.server'
export { confirmDates, type DatesProposals, listDatesProposals } from './dates/commands.server'
export {
  withdrawSignature,
  type WithdrawRefusal,
  withdrawStatement,
  type WithdrawStatementRefusal,
} from './months/withdraw.server'
export {
  listUnattested,
  listUnfinishedMonths,
  listUnsigned,
  type UnfinishedMonth,
} from './store/months-reminders.server'
export { acknowledgeInformation, publishInformation, type PublishRefusal } from './information/commands.server'
export {
  countWaitingInformation,
  findInformation,
  informationWaits,
  listInformation,
  listOwnInformation,
} from './store/information.server'
export { findByNumber, moveParticipation, planMerge } from './merge/commands.server'
export { listMergeCandidates, listMergeSides } from './store/merge-candidates.server'
export { findMergedRecord, insertMerge, listMerges } from './store/merge-records.server'
export { holdLedgers } from './store/months-sums.server'
export { auditsProject } from './store/audited.server'
export { verifyChain } from './proof/verify.server'
