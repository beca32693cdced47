import { z } from 'zod'
import type { RichDocument } from '~/shared/editor/document'
import { audiences, schoolForms, themes } from '../model'
import { courseTerms } from '../terms/model'

const line = (most: number) => z.string().trim().max(most)
const document = z.custom<RichDocument>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc',
)
const level = z.int().min(1).max(4)

/** The texts of a course in another language than its own. */
const translation = z.object({
  title: line(120),
  summary: line(220),
  description: document,
  /** In the order of the original's; one that is not translated yet is empty. */
  outcomes: z.array(line(300)).max(8),
  coverAlt: line(300).optional(),
  /** The titles of its modules, by the original's. */
  modules: z.record(z.string(), line(150)).optional(),
  /** The original has changed since. */
  isOutdated: z.boolean().optional(),
  /** Its writer has not said that it is whole; readers do not get it. */
  isUnfinished: z.boolean().optional(),
})
export type CourseTextsIn = z.output<typeof translation>

/**
 * The settings of a draft. Most may be empty while the course is made; `checks` says what must be there to publish.
 */
export const courseSettings = z.object({
  title: line(120).min(1),
  summary: line(220),
  description: document,
  language: z.enum(['sv', 'en']),
  level,
  form: z.enum(['kort-kurs', 'kurs']),
  themes: z.array(z.enum(themes)),
  audiences: z.array(z.enum(audiences)),
  schoolForms: z.array(z.enum(schoolForms)),
  outcomes: z.array(line(300)).max(8),
  competences: z.array(z.object({ code: line(10), level, weight: z.number().gt(0).max(1) })).max(6),
  assessed: z.boolean(),
  /** As stored: relative to the content folder, or an address of the portal. */
  coverPath: z.string().nullable(),
  coverAlt: line(300).nullable(),
  licence: line(200),
  sources: z
    .array(
      z.object({
        title: line(500),
        publisher: line(500),
        url: z.url({ protocol: /^https?$/ }),
        year: z.int().min(1900).max(2100).optional(),
      }),
    )
    .max(40),
  translations: z.object({ sv: translation.optional(), en: translation.optional() }),
  terms: courseTerms.prefault({}),
})
export type CourseSettings = z.output<typeof courseSettings>

export const emptyDocument: RichDocument = { type: 'doc', content: [] }

/** The settings of a course that has nothing but its title. */
export function newSettings(title: string, language: 'sv' | 'en'): CourseSettings {
  return {
    title,
    summary: '',
    description: emptyDocument,
    language,
    level: 1,
    form: 'kort-kurs',
    themes: [],
    audiences: [],
    schoolForms: [],
    outcomes: [],
    competences: [],
    assessed: true,
    coverPath: null,
    coverAlt: null,
    licence: 'CC BY 4.0',
    sources: [],
    translations: {},
    terms: courseTerms.parse({}),
  }
}

/** The languages in which the course is written, its own first. */
export function courseLanguages(settings: Pick<CourseSettings, 'language' | 'translations'>): ('sv' | 'en')[] {
  const others = (['sv', 'en'] as const).filter(
    (language) => language !== settings.language && settings.translations[language] !== undefined,
  )
  return [settings.language, ...others]
}
