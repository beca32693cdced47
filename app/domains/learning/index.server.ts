export { type Watch, type WatchedLecture, findWatch, listWatches, recordHeartbeat } from './store/watch.server'
export {
  LONGEST_TEXT,
  enrol,
  saveAnswer,
  saveAnswers,
  saveReflection,
  stateTranscriptRead,
  submitQuiz,
} from './commands.server'
export { findLearnerCourse, listMyCourses, listProgress } from './reads.server'
export type { ItemOf } from './store/answer.server'
export {
  type FinishedLesson,
  listFinishedLessons,
  recordCourseCompletion,
  recordLessonCompletion,
} from './store/completion.server'
export { findEnrolment, lockEnrolment, recordVisit } from './store/enrolment.server'
export { findItemWork } from './store/progress.server'
export { type ShownLecture, openLesson } from './lesson-page.server'
export { finishLecture, submitLectureCheck } from './lecture-commands.server'
export { findLectureFinish } from './store/lecture-completion.server'
export {
  deleteOldAccessNeeds,
  listAttendedMeetings,
  listBookings,
  listEmployers,
  listMeetingsAhead,
  type MeetingAhead,
  moveAccessNeedsDeletion,
  queueBooking,
  setAccessNeeds,
  setBookingState,
} from './store/booking.server'
export { addInterest, listInterested, removeInterest } from './store/interest.server'
export { type ActivityStanding, findStanding } from './store/standing.server'
export {
  deleteFeed,
  type FeedMeeting,
  findFeed,
  findFeedOwner,
  listFeedMeetings,
  saveFeed,
} from './store/calendar-feed.server'
export {
  type MarkRefusal,
  type MarkWish,
  handInProduct,
  recordMark,
  recordMarks,
  wrongCodeLimit,
} from './attendance/commands.server'
export {
  TICKET_SECONDS,
  checkInCode,
  checkInTicket,
  isCheckInCode,
  isCheckInTicket,
  readCode,
} from './attendance/check-in-code.server'
export { bookAtTheDoor, listNames } from './store/attendance-door.server'
export { insertConfirmation, listConfirmations, recordActivityCompletion } from './store/attendance-confirm.server'
export {
  type FoundPerson,
  findOpenPersonByEmail,
  findProtectedAmong,
  listAttendance,
  listMatchable,
  mayBeAdded,
  searchColleagues,
} from './store/attendance-list.server'
export { findMark, isConfirmed, listMarks, lockMeeting } from './store/attendance-mark.server'
export { findAttendanceMeeting, findCheckInSecret, listOpenMeetings } from './store/attendance-meeting.server'
export { listProducts, setProductAccepted } from './store/attendance-product.server'
