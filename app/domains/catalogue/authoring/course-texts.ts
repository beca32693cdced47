import { plainText } from '~/shared/editor/plain-text'
import type { Language } from '~/shared/language'
import type { DraftLesson, DraftText } from './model'
import { sealOfCourse, sealOfOriginal } from './original-seal'
import type { CourseSettings, CourseTextsIn } from './settings'

/** `unfinished`: readers get the original. `outdated`: the original has changed since, and readers are told. */
export type TranslationState = 'missing' | 'unfinished' | 'outdated' | 'whole'

/** The texts of a course that it has one of in each language. */
export type CoursePart = 'title' | 'summary' | 'description' | 'outcomes' | 'coverAlt'
/** What is to be translated; of the modules the titles. */
export type CourseOriginal = Pick<CourseSettings, CoursePart> & { modules?: readonly string[] }

const isSaid = (text: string | null | undefined) => (text ?? '').trim() !== ''

/** The titles of modules that the translation has none for. */
export function lackingModules({ modules = [] }: CourseOriginal, translation: CourseTextsIn): string[] {
  const named = new Map(Object.entries(translation.modules ?? {}))
  return modules.filter((title) => !isSaid(named.get(title)))
}

/** The parts that the original has and the translation lacks, or has only some of; modules apart. */
export function lackingParts(original: CourseOriginal, translation: CourseTextsIn): CoursePart[] {
  const { outcomes } = original
  const lacks: Record<CoursePart, boolean> = {
    title: !isSaid(translation.title),
    summary: isSaid(original.summary) && !isSaid(translation.summary),
    description: isSaid(plainText(original.description)) && !isSaid(plainText(translation.description)),
    outcomes: translation.outcomes.length !== outcomes.length || !translation.outcomes.every(isSaid),
    coverAlt: isSaid(original.coverAlt) && !isSaid(translation.coverAlt),
  }
  return (['title', 'summary', 'description', 'outcomes', 'coverAlt'] as const).filter((part) => lacks[part])
}

/** Whether a course can be read in the translation, though the original may say more. */
export function isReadable(original: CourseOriginal, translation: CourseTextsIn): boolean {
  return lackingParts(original, translation).every(
    (part) => part === 'coverAlt' || (part === 'outcomes' && translation.outcomes.some(isSaid)),
  )
}

/** The settings after a change: translations that were made before it are outdated when the course's own texts differ. */
export function withOutdated(before: CourseSettings, after: CourseSettings): CourseSettings {
  if (sealOfCourse(before) === sealOfCourse(after)) return after
  const translations = Object.entries(after.translations).map(([language, text]) => {
    if (text === undefined || before.translations[language as Language] === undefined) return [language, text]
    const state = isReadable(after, text) ? {} : { isUnfinished: true }
    return [language, { ...text, isOutdated: true, ...state }]
  })
  return { ...after, translations: Object.fromEntries(translations) as CourseSettings['translations'] }
}

/** The settings when a module has got a title: translations that do not have it are outdated. */
export function withModule(settings: CourseSettings, title: string): CourseSettings {
  const translations = Object.entries(settings.translations).map(([language, text]) => {
    const isKnown = text === undefined || Object.hasOwn(text.modules ?? {}, title)
    return [language, isKnown ? text : { ...text, isOutdated: true }]
  })
  return { ...settings, translations: Object.fromEntries(translations) as CourseSettings['translations'] }
}

/** The settings as readers get them: without translations that are not finished. */
export function offered(settings: CourseSettings): CourseSettings {
  const translations = Object.entries(settings.translations).filter(([, text]) => text?.isUnfinished !== true)
  return { ...settings, translations: Object.fromEntries(translations) as CourseSettings['translations'] }
}

/** How the course's own texts stand in another language. */
export function stateOfCourse(
  { translations }: Pick<CourseSettings, 'translations'>,
  language: Language,
): TranslationState {
  const text = translations[language]
  if (text === undefined) return 'missing'
  if (text.isUnfinished === true) return 'unfinished'
  return text.isOutdated === true ? 'outdated' : 'whole'
}

/** How the text of a lesson stands in another language. */
export function stateOfLesson(
  { settings }: Pick<DraftLesson, 'settings'>,
  original: DraftText | undefined,
  text: DraftText | undefined,
): TranslationState {
  if (text === undefined) return 'missing'
  if (text.originalSeal === null) return 'unfinished'
  const asked = settings.kind === 'quiz' ? settings.questions : []
  const seal = original && sealOfOriginal({ ...original, prompt: original.prompt?.body ?? null }, asked)
  return text.originalSeal === seal ? 'whole' : 'outdated'
}
