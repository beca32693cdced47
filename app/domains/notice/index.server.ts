export {
  countUnreadNotices,
  enqueueNotice,
  enqueueNotices,
  listNotices,
  markNoticesRead,
  markNoticesReadAbout,
} from './store.server'
export { leaveMessage } from './feedback.server'
export { listFeedback } from './store/feedback.server'
export { ownNotices } from './store/own.server'
export { eraseNotices } from './store/erase.server'
export { moveNotices } from './store/merge.server'
export { endMail, findMailChoice, gatherMail, putOffMail, saveMailChoice, takeMail } from './store/mail.server'
