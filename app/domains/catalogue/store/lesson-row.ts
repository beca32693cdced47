import type { RichDocument } from '~/shared/editor/document'
import type { CourseId, LectureId, LessonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Assignment } from '../assignment/model'
import type { LessonParts } from '../authoring/lesson-settings'
import type { Lesson, LessonKind, LessonSummary, Reflection, TranslatedLesson } from '../model'
import { plainQuiz, type Question, type QuizSettings } from '../questions/model'
import { scoredQuestions } from '../questions/translation'
import { termsOf } from '../terms/model'

/** What the tables of published lessons, current and kept, have alike. */
interface LessonRow {
  lesson_id: string
  slug: string
  title: string
  kind: LessonKind
  minutes: number
  module: string | null
  body: unknown
  lecture_id: string | null
  pass: number | null
  questions: unknown
  quiz_settings: unknown
  reflection: unknown
  assignment: unknown
  translations: unknown
}

interface StoredLesson extends LessonParts {
  lessonId: LessonId
  slug: string
  title: string
  kind: LessonKind
  minutes: number
  module: string | null
  body: RichDocument
  translations: Partial<Record<Language, TranslatedLesson>>
}

/** A published lesson as it is stored, whatever it is a part of. */
export function lessonOfRow(row: LessonRow): StoredLesson {
  return {
    lessonId: row.lesson_id as LessonId,
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    minutes: row.minutes,
    module: row.module,
    body: row.body as RichDocument,
    lectureId: row.lecture_id as LectureId | null,
    pass: row.pass,
    questions: row.questions as Question[],
    quiz: { ...plainQuiz, ...(row.quiz_settings as Partial<QuizSettings> | null) },
    reflection: row.reflection as Reflection | null,
    assignment: row.assignment as Assignment | null,
    translations: row.translations as StoredLesson['translations'],
  }
}

/** A lesson together with what its reader needs of its course. */
interface ReadLessonRow extends LessonRow {
  position: number
  course_id: string
  course_slug: string
  course_title: string
  course_language: string
  course_translations: unknown
  terms: unknown
  lessons: LessonSummary[]
}

/** A published lesson as it is read and scored: written answers are right in every language of its course. */
export function lessonAsRead(row: ReadLessonRow): Omit<Lesson, 'revision'> {
  const lesson = lessonOfRow(row)
  return {
    ...lesson,
    position: row.position,
    questions: scoredQuestions(lesson.questions, lesson.translations),
    courseId: row.course_id as CourseId,
    courseSlug: row.course_slug,
    courseTitle: row.course_title,
    courseLanguage: row.course_language,
    courseTranslations: row.course_translations as Lesson['courseTranslations'],
    schedule: termsOf(row.terms).schedule,
    lessons: row.lessons,
  }
}
