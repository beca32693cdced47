export {
  type CourseImport,
  insertLecture,
  type LectureImport,
  type LessonImport,
  type ModuleImport,
  listStoredCourses,
  listStoredLectures,
  retireCourses,
  retireLectures,
  type StoredItem,
  type TranslationImport,
  upsertCourse,
  upsertLecture,
} from './store/import.server'
export { addBankQuestion, retireBankQuestion, saveBankQuestion } from './questions/commands.server'
export { quizFile } from './questions/file.server'
export { judgeFile, titleOfName } from './media/rules'
export {
  dropKept,
  type FileToKeep,
  keepFiles,
  type KeptFile,
  type KeptFiles,
  writeKept,
  writeTracks,
} from './media/package-commands.server'
export {
  type DraftImport,
  type DraftImportRefusal,
  importDraft,
  type ImportTarget,
} from './authoring/import-draft.server'
export { examineFile, pictureSize } from './media/measure.server'
export { findBankQuestion, importBank, listBank, listBankTags, listBankToDraw } from './store/bank.server'
export {
  findCourse,
  findCourseForCompletion,
  findLesson,
  findOpenCourse,
  listCourses,
  type Viewer,
} from './store/course.server'
export { canMakePaths, savePath } from './path/commands.server'
export { findPath, listPaths, listStoredPaths, type PathImport, retirePaths, upsertPath } from './store/path.server'
export { addCohort, closeCohort, type CohortRefusal, saveCohort } from './cohort/commands.server'
export {
  eraseCohortLeaders,
  findCohort,
  findCohortLeader,
  findLeaderEmail,
  listCohorts,
  listLedCohorts,
  lockCohort,
  moveCohorts,
} from './store/cohort.server'
export { listCourseNames, listRequirements, type NamedCourse } from './store/requirement.server'
export {
  erasePermits,
  findAccountByEmail,
  givePermit,
  listPermits,
  movePermits,
  revokePermit,
} from './store/permit.server'
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
export { eraseEditors, moveEditors, moveLeaderships } from './store/leader.server'
export { createCourse, openDraft } from './authoring/commands.server'
export { changeStructure, type StructureChange, type StructureRefusal } from './authoring/structure-commands.server'
export {
  beginText,
  changeDraftText,
  type LessonWriting,
  type MetPart,
  saveLesson,
  takeUpdate,
} from './authoring/lesson-commands.server'
export { versionName } from './authoring/lesson-texts.server'
export { findDraft, findDraftScope } from './store/draft.server'
export { findSourceLesson, listSourceLessons, type SourceChoice } from './store/draft-source.server'
export { findTextPlace, listTexts, listTextsOf } from './store/draft-text.server'
export { type CourseLine, listCovers, listDesk, listEditors } from './store/draft-list.server'
export { dismissEditor, inviteEditor, saveSettings, sealOfSettings } from './authoring/settings-commands.server'
export { readWrittenText, type WrittenText } from './authoring/written-text.server'
export { mediaAddress } from './store/media-address'
export {
  findRevisionForCompletion,
  findRevisionLesson,
  listRevisionNews,
  type RevisionNews,
} from './store/revision.server'
export { auditCourse } from './authoring/commands.server'
export { findFindings, lessonsToPublish, publishDraft, searchTextOf } from './authoring/publish.server'
export { type CourseToPack, findCourseToPack, type PackedState, packedStates } from './authoring/packed-course.server'
export {
  insertWholeMedia,
  listBankOf,
  listMediaByHash,
  listStoredMedia,
  listWholeLectures,
  type MediaToKeep,
  type StoredLecture,
  type StoredMedia,
} from './store/package.server'
export { lockDraft, setDraftState } from './store/draft.server'
export { isSlugTaken, type PublishedLesson, retireCourse, type RevisionChanges } from './store/publish.server'
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
export { examineUpload } from './media/take.server'
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
export { findServedMedia, isShownTo } from './store/media/served.server'
export { findTrack, listTracks, type Track } from './store/media/track.server'
export { findLectureDraft } from './store/media/lecture-draft.server'
export { listPictures, pickMedia, type PickedMedia } from './store/media/picture.server'
export { beginMuxUpload, followMux } from './media/mux-commands.server'
export { findMuxFilm } from './store/media/mux.server'
