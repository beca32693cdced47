export { findStaffProfile, heatmapFor } from './reads.server'
export { findProfileFacts, type FinishedCourse, type ProfileFacts } from './store/profile.server'
export { type OfferCard, type StartGlance, type StartPath, findStartGlance, listOffer } from './store/start.server'
export { searchPortal } from './store/search.server'
export { type AreaLevel, listAreaLevels } from './start.server'
export { readIndicatorRecords, readIndicators } from './indicators/read.server'
export {
  type ActivityContext,
  findActivityContext,
  findCalendarChoices,
  listCalendarMeetings,
  listNextMeetings,
  listUndated,
  type NextMeeting,
} from './store/calendar.server'
export { ownCopyJson, readOwnCopy } from './own/copy.server'
export { listLookedAt } from './own/looked-at.server'
export { actorColumns, ownSections } from './own/sections.server'
export { countErasable, type Erasable } from './store/erasable.server'
export { bundleEntries, type BundleMaking, type BundleTexts } from './bundle/make.server'
export type { BundleSources } from './bundle/documents.server'
export { checkBundle } from './bundle/check.server'
export { listBundles, type TakenBundle } from './store/bundle-log.server'
export { projectPaper } from './project-paper/draw.server'
export { readProjectSummary } from './project-paper/read.server'
export { findAuditPlace } from './store/audit-about.server'
export { listAuditLines } from './store/audit-log.server'
export { listReminders } from './reminders.server'
export { listMailLines } from './mail/lines.server'
