export { countUnreadNotices, enqueueNotice, enqueueNotices, listNotices, markNoticesRead } from './store.server'
export { leaveMessage } from './feedback.server'
export { listFeedback } from './store/feedback.server'
