import type { RichDocument } from '~/shared/editor/document'
import type { LectureId, LessonId } from '~/shared/ids'
import type { LessonParts } from '../authoring/lesson-settings'
import type { LessonKind, Reflection } from '../model'
import { plainQuiz, type Question, type QuizSettings } from '../questions/model'

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
}

interface StoredLesson extends LessonParts {
  lessonId: LessonId
  slug: string
  title: string
  kind: LessonKind
  minutes: number
  module: string | null
  body: RichDocument
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
  }
}
