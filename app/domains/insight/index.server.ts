export { findStaffProfile, heatmapFor } from './reads.server'
export { findProfileFacts, type FinishedCourse, type ProfileFacts } from './store/profile.server'
export { type HoursGlance, type OfferCard, findHoursGlance, listOffer } from './store/start.server'
export { searchPortal } from './search.server'
