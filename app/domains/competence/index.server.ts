export { grantEvidence, saveSelfAssessment, setSharing } from './commands.server'
export { findFramework } from './store/framework.server'
export { hasViewedToday, listCourseOffers, listProfileViews } from './store/profile.server'
