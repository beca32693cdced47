import { languages, type Language } from '~/shared/language'
import type { Course, CourseTranslation, Lesson, LessonSummary } from './model'

type Translated = Partial<Record<Language, unknown>>

/** The languages that a course can be read in, its own first. */
export function readingLanguages(own: string, translations: Translated): Language[] {
  const first = ownLanguage(own)
  return [first, ...languages.filter((each) => each !== first && translations[each] !== undefined)]
}

export function ownLanguage(own: string): Language {
  return own === 'en' ? 'en' : 'sv'
}

/** The language that a reader gets who would rather have `wished`. */
export function languageFor(own: string, translations: Translated, wished: Language): Language {
  return readingLanguages(own, translations).find((each) => each === wished) ?? ownLanguage(own)
}

/** Lessons with their titles in a language, where they have one. */
export function titledIn<T extends Pick<LessonSummary, 'title' | 'lessonId'>>(
  lessons: readonly T[],
  from: readonly LessonSummary[],
  language: Language,
): T[] {
  const titles = new Map(from.map(({ lessonId, titles: each }) => [lessonId, each?.[language]]))
  return lessons.map((lesson) => ({ ...lesson, title: titles.get(lesson.lessonId) ?? lesson.title }))
}

/** The texts of a course in a language. */
export function courseIn(course: Course, language: Language): Course {
  const { isOutdated: _state, ...texts }: Partial<CourseTranslation> = course.translations[language] ?? {}
  return { ...course, ...texts, lessons: titledIn(course.lessons, course.lessons, language) }
}

/** How a lesson stands in a language of its course. */
export interface LessonLanguage {
  /** What its text is in. */
  shown: Language
  languages: Language[]
  /** It has no text in the language that the course is read in. */
  isMissing: boolean
  /** The original has changed since it was translated. */
  isOutdated: boolean
}

export function lessonLanguage(lesson: Lesson, wished: Language): LessonLanguage {
  const { courseLanguage, courseTranslations, translations } = lesson
  const course = languageFor(courseLanguage, courseTranslations, wished)
  const own = ownLanguage(courseLanguage)
  const isMissing = course !== own && translations[course] === undefined
  return {
    shown: isMissing ? own : course,
    languages: readingLanguages(courseLanguage, courseTranslations),
    isMissing,
    isOutdated: translations[course]?.isOutdated === true && !isMissing,
  }
}

/** The texts of a lesson in the language that its reader gets; what is asked and counted stays the same. */
export function lessonIn(lesson: Lesson, wished: Language): Lesson {
  const course = languageFor(lesson.courseLanguage, lesson.courseTranslations, wished)
  const { shown } = lessonLanguage(lesson, wished)
  const text = lesson.translations[shown]
  const { reflection, assignment } = lesson
  return {
    ...lesson,
    title: text?.title ?? lesson.title,
    body: text?.body ?? lesson.body,
    courseTitle: lesson.courseTranslations[course]?.title ?? lesson.courseTitle,
    reflection: reflection === null ? null : { ...reflection, prompt: text?.prompt ?? reflection.prompt },
    assignment: assignment === null ? null : { ...assignment, task: text?.prompt ?? assignment.task },
    lessons: titledIn(lesson.lessons, lesson.lessons, course),
  }
}
