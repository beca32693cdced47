import { type Language, languages } from '~/shared/language'
import type { LessonKind } from '../model'
import { stateOfCourse, stateOfLesson, type TranslationState } from './course-texts'
import type { CourseDraft, DraftText } from './model'
import { inOrder } from './structure'

/** How a draft stands in its languages. The states of each text are in the order of `others`. */
export interface LanguageOverview {
  own: Language
  /** Every language but the course's own, whether it is begun or not. */
  others: Language[]
  course: TranslationState[]
  /** In the order of the course. */
  lessons: { lessonId: string; title: string; kind: LessonKind; states: TranslationState[] }[]
}

export function languageOverview(
  { settings, modules, lessons }: Pick<CourseDraft, 'settings' | 'modules' | 'lessons'>,
  texts: ReadonlyMap<string, readonly DraftText[]>,
): LanguageOverview {
  const own = settings.language
  const others = languages.filter((each) => each !== own)
  const order = inOrder({ moduleIds: modules.map(({ moduleId }) => moduleId), lessons })
  const places = new Map(order.lessons.map(({ lessonId }, index) => [lessonId, index]))
  const inPlace = lessons.toSorted((a, b) => (places.get(a.lessonId) ?? 0) - (places.get(b.lessonId) ?? 0))
  return {
    own,
    others,
    course: others.map((language) => stateOfCourse(settings, language)),
    lessons: inPlace.map((lesson) => {
      const written = texts.get(lesson.lessonId) ?? []
      const textIn = (language: Language) => written.find((text) => text.language === language)
      const { lessonId, title, kind } = lesson
      const states = others.map((language) => stateOfLesson(lesson, textIn(own), textIn(language)))
      return { lessonId, title, kind, states }
    }),
  }
}
