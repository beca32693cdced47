import type { RichDocument } from '~/shared/editor/document'
import type { Language } from '~/shared/language'
import type { TranslationState } from '../../authoring/course-texts'
import type { CourseTextsFields } from '../../authoring/course-texts-form'
import type { DraftHead } from '../../authoring/desk'
import type { ShownText } from './text-field'

export interface CourseTextsPage {
  head: DraftHead
  /** The course's own language, and the one that is written. */
  own: Language
  language: Language
  original: {
    title: string
    summary: string
    /** Null when there is none. */
    description: RichDocument | null
    outcomes: string[]
    /** Titles of modules, each once. */
    modules: string[]
    coverAlt: string
  }
  fields: CourseTextsFields
  description: ShownText
  state: TranslationState
  /** The original has changed since the translation was written, finished or not. */
  isOutdated: boolean
}

export interface CourseTextsAnswer {
  errors: Record<string, string>
  conflict: boolean
}
