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
export { listBookings } from './store/booking.server'
