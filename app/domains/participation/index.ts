export {
  type AttendedItem,
  type AttendedRequest,
  type CreditedTime,
  type CreditItem,
  type CreditRequest,
  type LedgerEntry,
  type OutsideReason,
} from './model'
export {
  participantOrders,
  type ParticipantFilter,
  type ParticipantOrder,
  readParticipantFilter,
  writeParticipantFilter,
} from './filter'
export { canAddIdentityNumber, canKeepRecords, participantScope, type ParticipantScope } from './policy'
export { type Completeness, completenessOf, type MissingPart } from './rules/completeness'
export type { DatesFault } from './rules/dates'
export {
  checkDigitOf,
  type IdentityNumber,
  type IdentityNumberFault,
  parseIdentityNumber,
} from './rules/identity-number'
export { type MonthSum, roundMonth, sumMonths, totalOf } from './rules/months'
export { type HoursOverview, overviewOf } from './hours-view'
export { recordPageOf } from './record-page'
export {
  type GoalMeasure,
  goalMeasures,
  type LocalGoal,
  type MonthStanding,
  type PartnerRole,
  partnerRoles,
  type ProjectDetail,
  type ProjectPartner,
  type ProjectRules,
  type Rounding,
} from './project/model'
export { shownGoal } from './project/overview'
export { isExternal } from './project/aid'
export { editedGoal, shownAidForm } from './project/partner-page'
export { canKeepGoals, reachesPartner, reachesProject } from './policy'
export {
  attestationWanted,
  dueDay,
  isAidFormInForce,
  type ReportCalendar,
  reportCalendar,
  triedDay,
} from './project/rules'
export { reportsPageOf } from './reports/page'
export type { ExportBatch, IncompleteRecord, ReportMonth, ReportProject } from './reports/model'
export type {
  MonthEvent,
  MonthEventKind,
  MonthLine,
  MonthMethod,
  PersonMonth,
  PersonMonthState,
  PlannedMeeting,
  ProjectMonthState,
  SignedLine,
  Statement,
} from './months/model'
export { attestScope, type AttestScope, canCorrectTime, canLockMonths, canReadLines } from './months/policy'
export { daysOf, isMonth, monthAfter, monthIsOver, monthOf } from './months/rules/calendar'
export { type Finding, findingsOf, standingLines } from './months/rules/findings'
export { canonicalLines } from './months/rules/lines'
export { type MonthAct, stateAfter, waitsForSignature } from './months/rules/state'
export { ruleFields, writeProjectRules } from './project/settings'
export { changedFields, toldChanges } from './project/told-changes'
export {
  type CheckedRow,
  FILE_LIMITS,
  type FileFault,
  type FileForm,
  type ImportCounts,
  type ImportField,
  importFields,
  type ImportProject,
  type Mapping,
  type Problem,
  type ProblemCode,
  type Remark,
  type RowDetail,
  type RowOutcome,
  WAITS_DAYS,
} from './import/model'
export { checkRows, countRows } from './import/check-rows'
export { fieldOfHeading, missingColumns, recogniseColumns } from './import/columns'
export { type PreviewPage, previewPageOf, readRowsChoice, refusedLines, ROWS_A_PAGE } from './import/preview-page'
export { maskNumbers } from './import/mask'
export {
  detailOf,
  type KeptReason,
  participationIdOf,
  reasonOfTable,
  reasonsToKeep,
  type RowIds,
  type UndoFacts,
} from './import/row-changes'
export { canImportParticipants, importReach } from './policy'
export { type ShownFinding, type ShownLine, type SignPage, signPageOf } from './months/sign-page'
export { type SignableMonth, signableMonths } from './months/signable'
export { type MonthKey, readKeys, type ShownWork, workPageOf, writeKey } from './months/work-page'
export {
  type CommonKind,
  commonKinds,
  type ProjectCounts,
  type ProjectStanding,
  projectKinds,
  type RetentionEvent,
  type RetentionRule,
} from './retention/model'
export { countAll, cutoffOf, daysBefore, type Readiness, readinessOf } from './retention/rules'
export { monthsPageOf, readClosingFilter } from './months/closing-page'
export { type DatesProposal, keyOfProposal, proposalOf, type RecordActivity } from './dates/rules'
export { attestReminderStep, reminderStep } from './months/rules/reminders'
export type { InformationVersion } from './information/model'
export { blocksOf, faultsOfWording, LEAST_LETTERS, MOST_LETTERS, nextVersion } from './information/rules'
export { type MergeCandidate, type MergePair, type MergePlan, type MergeReason, type MergeSide } from './merge/model'
export { numberInForce, numbersDiffer } from './merge/rules'
export { canMergePeople } from './policy'
export { mergePageOf } from './merge/page'
