import type { Language } from '~/shared/language'
import type { SourceLesson } from '../store/draft-source.server'
import type { LessonText } from '../store/draft-text.server'
import type { TranslationImport } from '../store/import.server'
import { hasTask } from './lesson-settings'
import { sealOfOriginal } from './original-seal'
import { emptyDocument } from './settings'

/** What a version of a course is called in the history of its texts. */
export const versionName = (revision: number) => `Version ${revision}`

/** What a lesson says, published or read from files. */
interface SpokenLesson extends Pick<
  SourceLesson,
  'language' | 'kind' | 'title' | 'body' | 'reflection' | 'assignment' | 'questions'
> {
  translations: Partial<Record<Language, TranslationImport>>
}

function sealOf({ isUnfinished, isOutdated }: TranslationImport, seal: string): string | null {
  if (isUnfinished === true) return null
  return isOutdated === true ? 'before' : seal
}

/**
 * The texts of a lesson, by language. `own` is the language of the course that takes it: it always has a text,
 * if need be the lesson's original.
 */
export function textsOfLesson(lesson: SpokenLesson, own: Language): LessonText[] {
  const { language, title, body, kind, reflection, assignment, questions } = lesson
  const original = { title, body, prompt: reflection?.prompt ?? assignment?.task ?? null }
  const seal = sealOfOriginal(original, questions)
  const others = Object.entries(lesson.translations).map(([other, text]) => ({
    language: other as Language,
    title: text.title,
    body: text.body,
    prompt: !hasTask(kind) ? null : (text.prompt ?? emptyDocument),
    questions: text.questions ?? {},
    originalSeal: sealOf(text, seal),
  }))
  const all: LessonText[] = [{ language, ...original }, ...others]
  return all.some((text) => text.language === own) ? all : [...all, { language: own, ...original }]
}
