import type { RichDocument } from '~/shared/editor/document'
import type { CourseId, LessonId, OrganisationId, PersonId, TextId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { LessonKind } from '../model'
import type { QuizTexts } from '../questions/translation'
import type { LessonSettings } from './lesson-settings'
import type { CourseSettings } from './settings'

export const draftStates = ['utkast', 'granskning', 'publicerad', 'avpublicerad'] as const
export type DraftState = (typeof draftStates)[number]

/** Whose a draft is and who works on it: all that the policy needs to know. */
export interface DraftScope {
  /** Null: a course of the whole portal. */
  organisationId: OrganisationId | null
  editors: readonly PersonId[]
  state: DraftState
}

export interface DraftModule {
  moduleId: string
  title: string
}

/** A lesson of a draft in its place; the title is that of the course's own language. */
export interface DraftLesson {
  lessonId: LessonId
  slug: string
  moduleId: string | null
  kind: LessonKind
  title: string
  minutes: number
  settings: LessonSettings
  /** Languages in which the lesson has a text. */
  languages: Language[]
  /** Set when the lesson was taken from another course. */
  source: { lessonId: LessonId; revision: number; isOutdated: boolean } | null
}

export interface RemovedLesson {
  lessonId: LessonId
  title: string
}

/** A course under work with its structure, in order. */
export interface CourseDraft extends DraftScope {
  courseId: CourseId
  slug: string
  organisationName: string | null
  settings: CourseSettings
  /** The newest published version, and whether the course is open to learners; null before the first. */
  published: { revision: number; isOpen: boolean } | null
  baseRevision: number | null
  reviewNote: string
  returnReason: string
  submittedBy: PersonId | null
  submittedAt: Date | null
  changedAt: Date
  modules: DraftModule[]
  lessons: DraftLesson[]
  removed: RemovedLesson[]
}

/** The text of a draft lesson in one language, with the saves that it and its task stand at. */
export interface DraftText {
  language: Language
  textId: TextId
  title: string
  body: RichDocument
  seq: number
  savedAt: Date
  /** The task of a reflection or an assignment; null for lessons of other kinds. */
  prompt: { textId: TextId; body: RichDocument; seq: number; savedAt: Date } | null
  /** Of a translation: what the questions say. */
  questions: QuizTexts
  /** Of a translation: how the original was when it was said to be whole; null before that. */
  originalSeal: string | null
}

export interface DraftLessonWithTexts extends DraftLesson {
  texts: DraftText[]
}
