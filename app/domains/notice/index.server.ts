export { countUnreadNotices, enqueueNotice, listNotices, markNoticesRead } from './store.server'
