export { leaveMessage } from './feedback.server'
export { listFeedback } from './store/feedback.server'
