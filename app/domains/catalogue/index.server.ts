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
export { eraseEditors, moveEditors, moveLeaderships } from './store/leader.server'
export { createCourse, openDraft } from './authoring/commands.server'
export { changeStructure, type StructureChange, type StructureRefusal } from './authoring/structure-commands.server'
export { type LessonWriting, saveLesson, takeUpdate } from './authoring/lesson-commands.server'
export { findDraft, findDraftScope } from './store/draft.server'
export { findSourceLesson, listSourceLessons, type SourceChoice } from './store/draft-source.server'
export { listTexts, listTextsOf } from './store/draft-text.server'
export { type CourseLine, listDesk, listEditors, listPictures } from './store/draft-list.server'
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
export { findFindings, lessonsToPublish, publishDraft } from './authoring/publish.server'
export { lockDraft, setDraftState } from './store/draft.server'
export { isSlugTaken, type PublishedLesson, retireCourse, type RevisionChanges } from './store/publish.server'
