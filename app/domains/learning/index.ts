export {
  WATCHED_SHARE,
  isWatched,
  partsLeft,
  resumeAt,
  watchedSeconds,
  watchedShare,
  wholeSeconds,
} from './watch-rules'
export { type LectureNote, LONGEST_NOTE, MOST_NOTES, notesMarkdown, notesText } from './notes'
export {
  type Attempt,
  type CourseProgress,
  type Enrolment,
  type ItemWork,
  type LearnerCourse,
  type LessonState,
  type MyCourse,
  type Responses,
} from './model'
export {
  type DoneRule,
  type Remaining,
  countWords,
  courseProgress,
  doneRuleOf,
  newsSince,
  nextLesson,
  secondsToWatch,
  whatIsLeft,
} from './rules'
export {
  acceptResponses,
  answerFaults,
  arrangedQuestions,
  askedQuestions,
  attemptsLeft,
  drawnQuestions,
  isTold,
  type QuizResult,
  reviewAttempt,
  scoreQuiz,
} from './quiz'
export { itemStatistics } from './statistics/rules'
export { statisticsLines, versionText } from './course-statistics/file'
export { findingsOf } from './course-statistics/findings'
export { workOf } from './questions/registry'
export type {
  AnswerFault,
  AskedQuestion,
  QuestionWork,
  ReviewedOption,
  ReviewedPart,
  ReviewedQuestion,
} from './questions/work'
export { type LessonPage } from './lesson-page'
export { type AssignmentPage, type AssessPage, type Feedback, type PageFile } from './assignment/page'
export {
  leftOf,
  type Step,
  stepsOf,
  type WorkFacts,
  type WorkState,
  workStateOf,
  workStates,
} from './assignment/standing'
export { type Assessment, type AssessmentFault, noAssessment, readAssessment } from './assignment/review-form'
export { canLeadAssignments, leadScope } from './assignment/policy'
export { type LessonForm, LONGEST_ANSWER, lessonForm, MOST_PARTS } from './lesson-form'
export { responsesOf } from './answers'
export {
  type AttendanceMeeting,
  type AttendanceMethod,
  type ConfirmedLine,
  type Confirmation,
  type ListedPerson,
  type Mark,
  type Product,
} from './attendance/model'
export { canReadAttendance } from './attendance/policy'
export {
  CHECK_IN_OPENS_MINUTES,
  cameAtCheckIn,
  cameLate,
  checkInWindow,
  confirmedLine,
  hasAttended,
  leftEarly,
  meetingMinutes,
  presentMinutes,
  presentSpan,
  readTimes,
  type Standing,
  standingOf,
  type TimesFault,
} from './attendance/rules'
export { type Booking, type BookingLine, type BookingState, bookingStates } from './booking/model'
export { isActive, movesUp, organisationOf, placesLeft, queueNumber, type SeatLimits } from './booking/rules'
export {
  type ActivityPageContent,
  type ActivityStanding,
  isAhead,
  occasionViewOf,
  type OccasionView,
} from './booking/activity-view'
export { bookingForms } from './booking/booking-forms'
export {
  MEETING_FILE_BYTES,
  type MeetingFileFault,
  type Nameable,
  type PersonInFile,
  type RowProblem,
} from './attendance/meeting-file/model'
export { chosenSpans, matchFile, otherDay, presenceOf } from './attendance/meeting-file/match'
export {
  type Discussion,
  LONGEST_POST,
  LONGEST_REASON,
  LONGEST_TITLE,
  type Mentionable,
  MOST_POSTS,
  type ShownText,
  type ThreadLine,
  THREADS_A_PAGE,
} from './discussion/model'
export { discussionForm, reportsForm, threadForm } from './discussion/forms'
export { canModerate, canReadDiscussion } from './discussion/policy'
export { isOpen, mayEdit, mayRemove, readPost, readReason, remainsOf, tellOf, type TextFault } from './discussion/rules'
export { labelled, shownText, withMentions } from './discussion/text'
export { threadPageOf } from './discussion/thread-page'
