export { type HoursGlance, type OfferCard, findHoursGlance, listOffer } from './store/start.server'
