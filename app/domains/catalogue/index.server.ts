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
export { findLecture, findLectureById, findPublishedTrack, listLectures } from './store/lecture.server'
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
export {
  abandonUpload,
  beginUpload,
  type BeginRefusal,
  describeMedia,
  dropUpload,
  endWork,
  failWork,
  findOwnUpload,
  finishUpload,
  processAgain,
  removeMedia,
} from './media/commands.server'
export { removeTrack, saveTrack } from './media/track-commands.server'
export { examineTracks, publishLecture, retireLecture, saveLectureDraft } from './media/lecture-commands.server'
export { findMedia, listMedia, MEDIA_PAGE, type MediaDescription, type MediaFilter } from './store/media/item.server'
export {
  eraseUploads,
  findLastLibrary,
  findUpload,
  listOpenUploads,
  listUploadsToSettle,
  moveUploads,
  type OpenUpload,
  setReceived,
} from './store/media/upload.server'
export { LEASE_SECONDS, leaseJob, type MediaJob, playAsTheyAre, releaseJob, reportJob } from './store/media/job.server'
export { findServedMedia } from './store/media/served.server'
export { findTrack, listTracks, type Track } from './store/media/track.server'
export { findLectureDraft } from './store/media/lecture-draft.server'
export { listPictures, pickMedia, type PickedMedia } from './store/media/picture.server'
