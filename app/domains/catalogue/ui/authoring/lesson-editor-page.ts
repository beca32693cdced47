import type { Written } from '~/domains/writing'
import type { RichDocument } from '~/shared/editor/document'
import type { Language } from '~/shared/language'
import type { DraftHead } from '../../authoring/desk'
import type { LessonFields } from '../../authoring/lesson-form'
import type { TranslatedField } from '../../authoring/translation-form'
import type { LessonKind } from '../../model'

/** A text as its writer gets it. */
export interface EditedText extends Written {
  textId: string
  seq: number
  /** ISO instant. */
  savedAt: string
  markdown: string
}

/** A lesson's texts in one language; `prompt` is the task of a reflection or an assignment. */
export interface LessonTexts {
  body: EditedText
  prompt: EditedText | null
  /** The title as a form without scripts sent it. */
  typedTitle?: string | undefined
}

/** Texts to be read, not written. */
export interface ReadTexts {
  title: string
  body: RichDocument
  prompt: RichDocument | null
}

export interface LessonEditorPage {
  head: DraftHead
  viewerKey: string
  lessonId: string
  name: string
  kind: LessonKind
  language: Language
  /** The course's own language, then the others; `has` says whether the lesson has a text in it. */
  languages: { language: Language; has: boolean }[]
  fields: LessonFields
  /** Null when the lesson has none in the language. */
  texts: LessonTexts | null
  /** The texts as they are to be read: of the original beside a translation, or where nothing may be changed. */
  reading: ReadTexts | null
  lectures: { value: string; label: string }[]
  /** In another language than the course's own; `missing` has not been said to be whole. */
  translation: { fields: TranslatedField[][]; state: 'missing' | 'outdated' | 'whole' } | null
}

/** What a refused form held. */
export interface KeptLesson {
  fields: LessonFields
  title?: string | undefined
  markdown?: string | undefined
  promptMarkdown?: string | undefined
}

/** The page with what a refused form held. */
export function withKept(page: LessonEditorPage, kept: KeptLesson): LessonEditorPage {
  const { texts } = page
  if (texts === null) return { ...page, fields: kept.fields }
  const { body, prompt } = texts
  return {
    ...page,
    fields: kept.fields,
    texts: {
      body: { ...body, markdown: kept.markdown ?? body.markdown },
      prompt: prompt === null ? null : { ...prompt, markdown: kept.promptMarkdown ?? prompt.markdown },
      typedTitle: kept.title,
    },
  }
}
