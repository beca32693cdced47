export { type Watch, type WatchedLecture, findWatch, listWatches, recordHeartbeat } from './store/watch.server'
export { deleteNote, findNotes, findViewing, saveNote } from './store/note.server'
export {
  LONGEST_TEXT,
  enrol,
  saveAnswer,
  saveAnswers,
  savePrompt,
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
export { findEnrolmentAt, insertRound, lockEnrolment, recordVisit } from './store/enrolment.server'
export {
  type CohortMember,
  countMembers,
  countSeatsTaken,
  listDeadlinesAhead,
  listMembers,
  listOfferedCohorts,
  type OfferedCohort,
} from './store/cohort.server'
export { listFinishedSlugs } from './store/finished.server'
export { setWatchesAside } from './store/watch-past.server'
export {
  countUnderway,
  followNewest,
  keepUnderway,
  knowRevision,
  lockUnderway,
  moveUnderway,
  type Underway,
} from './store/revision.server'
export { findItemWork } from './store/progress.server'
export { dealOut, type HandInRefusal, handInVersion } from './assignment/hand-in.server'
export { openAssessment } from './assignment/assess-page.server'
export { openSubmission } from './assignment/submission-page.server'
export { findFacts } from './store/assignment/facts.server'
export {
  deleteFile,
  detachFile,
  findReadableFile,
  insertFile,
  listAttached,
  listLooseFiles,
} from './store/assignment/file.server'
export { findGivenWork, insertRelease, insertReview } from './store/assignment/review.server'
export {
  findLatestVersion,
  findSubmissionPlace,
  lockAssignment,
  lockEnrolmentsOf,
  type SubmissionPlace,
} from './store/assignment/submission.server'
export { listAssignmentCourses, listWork, type WorkLine } from './store/assignment/worklist.server'
export { type ShownLecture, openLesson } from './lesson-page.server'
export { giveAttempt } from './attempt-commands.server'
export { listUsedUp } from './store/used-up.server'
export { findCourseStatistics } from './course-statistics/page.server'
export { listFirstAttempts } from './store/statistics.server'
export { checkOf, inWrittenOrder, paperOf } from './quiz-paper.server'
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
export { findStanding } from './store/standing.server'
export { deleteFeed, type FeedMeeting, findFeed, listFeedMeetings } from './store/calendar-feed.server'
export { calendarFile, calendarHeaders, findFeedOwnerByToken, makeFeed } from './booking/feed.server'
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
export {
  insertConfirmation,
  listConfirmations,
  recordActivityCompletion,
  sealOf,
} from './store/attendance-confirm.server'
export {
  type FoundPerson,
  findOpenPersonByEmail,
  isParticipant,
  listAttendance,
  listNameable,
  mayBeAdded,
  searchColleagues,
} from './store/attendance-list.server'
export { findMark, isConfirmed, listMarks, lockMeeting } from './store/attendance-mark.server'
export { findAttendanceMeeting, findCheckInSecret, listOpenMeetings } from './store/attendance-meeting.server'
export { findOwnProduct, listProducts, setProductAccepted } from './store/attendance-product.server'
export { type AttendancePage, attendancePage } from './attendance/page.server'
export { attendanceListPdf, attendanceListTable, type ListTexts } from './attendance/list-paper.server'
export { countOldTraces, deleteOldAnswers, deleteOldWatches } from './store/retention.server'
export { ownLearning } from './store/own.server'
export { deleteAnswers, deleteWatches } from './store/retention.server'
export { eraseStudies, eraseWishes, listBookedAhead } from './store/erase.server'
export { copyCompletions, listTouched, moveBookings, moveOpenMarks, moveWork } from './store/merge.server'
export { readMeetingFile, textOfMeetingFile } from './attendance/meeting-file/read.server'
export { readImportForm } from './attendance/meeting-file/form.server'
export { previewLessons, previewPage } from './preview.server'
export { countAct } from './discussion/limits.server'
export { followDiscussion } from './discussion/follow-commands.server'
export {
  holdThread,
  openDiscussion,
  openForModerating,
  openForWriting,
  type OpenRefusal,
} from './discussion/open.server'
export { findFollows, followByWriting, listFollowers, markSeen } from './store/discussion/follow.server'
export { countOldPosts, emptyOldPosts, eraseDiscussion, moveDiscussion } from './store/discussion/keep.server'
export {
  countPosts,
  deletePost,
  emptyPost,
  findHeldPost,
  findPostPlace,
  insertPost,
  setPostHidden,
  updatePost,
} from './store/discussion/post.server'
export { insertReport, listReported, settleReports } from './store/discussion/report.server'
export { findDiscussion, listNamed, listNamesLike, listTaking, setSwitch } from './store/discussion/standing.server'
export {
  deleteThread,
  findThread,
  insertThread,
  listThreads,
  setThreadLocked,
  setThreadTitle,
} from './store/discussion/thread.server'
