export {
  type CourseImport,
  type LectureImport,
  type LessonImport,
  listStoredCourses,
  listStoredLectures,
  retireCourses,
  retireLectures,
  type StoredItem,
  upsertCourse,
  upsertLecture,
} from './store/import.server'
export { addBankQuestion, retireBankQuestion, saveBankQuestion } from './questions/commands.server'
export { quizFile } from './questions/file.server'
export { findBankQuestion, listBank, listBankTags, listBankToDraw } from './store/bank.server'
export { findCourse, findCourseForCompletion, findLesson, listCourses } from './store/course.server'
export { findLecture, findLectureById, listLectures } from './store/lecture.server'
export { type ActivityLine, findActivity, listMakerOrganisations, listUnpublished } from './store/activity.server'
export {
  findLeadersByEmail,
  findMeeting,
  findOccasion,
  insertOccasion,
  listLeaderNames,
  listOccasions,
  lockOccasion,
  type MeetingPlan,
  type OccasionPlan,
  setCancelled,
  updateOccasion,
} from './store/occasion.server'
export { createActivity, saveActivity, setState } from './activity/commands.server'
export { ownActivities } from './store/own.server'
export { moveLeaderships } from './store/leader.server'
