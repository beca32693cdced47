export { selfAssessmentForm } from './form.server'
export { grantEvidence, saveSelfAssessment, setSharing } from './commands.server'
export { findFramework } from './store/framework.server'
export {
  type FrameworkImport,
  listCompetenceCodes,
  listStoredFrameworks,
  replaceMappings,
  upsertFramework,
} from './store/import.server'
export { hasViewedToday, listCourseOffers, listProfileViews } from './store/profile.server'
export { findEntryFacts } from './store/entry.server'
export { listAreaNames, listCompetenceNames } from './store/names.server'
export { countOldAssessments, deleteOldAssessments } from './store/retention.server'
export { ownCompetence } from './store/own.server'
export { deleteAssessments } from './store/retention.server'
export { eraseCompetence } from './store/erase.server'
export { copyEvidence, moveSelfAssessments } from './store/merge.server'
