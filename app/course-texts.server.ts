import {
  type CourseDraft,
  type CourseSettings,
  type CourseTextsFields,
  courseTextsFieldsOf,
  type CourseTextsFault,
  draftHead,
  emptyDocument,
  moduleNameOf,
  stateOfCourse,
} from './domains/catalogue'
import { readWrittenText, sealOfTexts, type WrittenText } from './domains/catalogue/index.server'
import type { CourseTextsPage } from './domains/catalogue/ui/authoring/course-texts-page'
import type { Actor } from './domains/identity'
import { translator } from './i18n/translator.server'
import { languageOf } from './server/language.server'
import type { RichDocument } from './shared/editor/document'
import { forReading } from './shared/editor/for-reading.server'
import { markdownFromDocument } from './shared/editor/markdown/writer'
import { plainText } from './shared/editor/plain-text'
import { notFound } from './shared/http.server'
import { type Language, languages } from './shared/language'

type Translation = CourseSettings['translations'][Language]

/** The language of the address, when a course can have its texts in it beside its own. */
export function otherLanguage({ settings }: CourseDraft, asked: string | undefined): Language {
  return languages.find((each) => each === asked && each !== settings.language) ?? notFound()
}

/** The titles of the modules, each once. */
export function moduleTitles({ modules }: CourseDraft): string[] {
  return [...new Set(modules.map(({ title }) => title))]
}

/** The fields with a name for each module, in the order of the course. */
function inOrderOf(moduleTitle: string[], fields: CourseTextsFields): CourseTextsFields {
  return { ...fields, moduleTitle, moduleName: moduleTitle.map((title) => moduleNameOf(fields, title)) }
}

/** The page on which a course's own texts are translated; with `isCopy` a language that has none begins with the original's. */
export function courseTextsPage(draft: CourseDraft, actor: Actor, language: Language, isCopy = false): CourseTextsPage {
  const { settings } = draft
  const { title, summary, description, outcomes } = settings
  const coverAlt = settings.coverAlt ?? ''
  const text = settings.translations[language]
  const titles = moduleTitles(draft)
  const modules = Object.fromEntries(titles.map((each) => [each, each]))
  const begun = isCopy ? { title, summary, description, outcomes, coverAlt, modules } : undefined
  const shown = text ?? begun ?? { title: '', summary: '', description: emptyDocument, outcomes: [] }
  const isEmpty = plainText(description).trim() === ''
  return {
    head: draftHead(draft, actor),
    own: settings.language,
    language,
    original: {
      ...{ title, summary, outcomes, coverAlt, modules: titles },
      description: isEmpty ? null : forReading(description),
    },
    fields: inOrderOf(titles, courseTextsFieldsOf(shown, sealOfTexts(settings, language))),
    description: { document: shown.description, markdown: markdownFromDocument(shown.description) },
    state: stateOfCourse(settings, language),
    isOutdated: text?.isOutdated === true,
  }
}

/** The page with what a refused form held. */
export function keptCourseTexts(
  page: CourseTextsPage,
  fields: CourseTextsFields,
  { description, markdown }: { description: RichDocument; markdown: string | undefined },
): CourseTextsPage {
  return {
    ...page,
    fields: inOrderOf(page.original.modules, fields),
    description: { document: description, markdown: markdown ?? markdownFromDocument(description) },
  }
}

/** The description as a form sends it. Pictures of Markdown are those of the original and of what was written before. */
export function writtenDescription(
  sent: { json: string | undefined; markdown: string | undefined },
  { description: original }: CourseSettings,
  before: Translation,
): { written: WrittenText; description: RichDocument } {
  const known: RichDocument = { type: 'doc', content: [...original.content, ...(before?.description.content ?? [])] }
  const written = readWrittenText(sent, known)
  return { written, description: written.ok ? written.document : (before?.description ?? emptyDocument) }
}

/** What is wrong with a form, by field, in the reader's language. */
export function courseTextsErrors(
  request: Request,
  faults: Record<string, CourseTextsFault>,
  written: WrittenText,
): Record<string, string> {
  const t = translator(languageOf(request))('courseLanguages')
  const errors: Record<string, string> = {}
  for (const [field, fault] of Object.entries(faults)) {
    const [, list, row] = /^(outcome|module)-(\d+)$/.exec(field) ?? []
    const number = Number(row ?? 0) + 1
    const part =
      list === 'outcome' || list === 'module' ? t(`texts.${list}`, { number }) : t(`texts.part.${partOf(field)}`)
    errors[field] = t(`fault.${fault}`, { part, number })
  }
  if (written.ok) return errors
  const { fault } = written
  const body = fault.kind === 'line' ? t('fault.line', { ...fault }) : t('fault.body', { message: fault.message })
  return { ...errors, body }
}

function partOf(field: string): 'title' | 'summary' | 'description' | 'coverAlt' {
  switch (field) {
    case 'title':
    case 'summary':
    case 'coverAlt':
      return field
    default:
      return 'description'
  }
}
