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
