import type { RichDocument } from '~/shared/editor/document'
import type { CourseId, LectureId, LessonId } from '~/shared/ids'
import type { Assignment } from './assignment/model'
import type { Language } from '~/shared/language'
import type { Question, QuizSettings } from './questions/model'
import type { CourseTerms } from './terms/model'
import type { QuizTexts } from './questions/translation'

export const themes = [
  'sprakutveckling',
  'validering',
  'ai',
  'npf-tillganglighet',
  'distans-flexibelt',
  'vagledning',
  'yrke-apl',
  'samverkan-ledning',
  'grundlaggande-fardigheter',
  'larcentrum',
  'bedomning',
] as const
export type Theme = (typeof themes)[number]

export const audiences = [
  'larare',
  'sfi-larare',
  'yrkeslarare',
  'syv',
  'specialpedagog',
  'rektor',
  'handledare',
  'all-personal',
] as const
export type Audience = (typeof audiences)[number]

export const schoolForms = [
  'sfi',
  'grundlaggande',
  'gymnasial',
  'yrkesvux',
  'anpassad',
  'yh',
  'folkbildning',
  'alla',
] as const
export type SchoolForm = (typeof schoolForms)[number]

export const lessonKinds = ['article', 'lecture', 'quiz', 'reflection', 'assignment'] as const
export type LessonKind = (typeof lessonKinds)[number]

export const timeBands = ['short', 'medium', 'long'] as const
/** Nominal time: up to 1 h, up to 2 h, longer. */
export type TimeBand = (typeof timeBands)[number]

export interface Source {
  title: string
  publisher: string
  url: string
  year?: number | undefined
}

export interface Reflection {
  prompt: RichDocument
  minWords: number
}

/** A published lesson in another language than its course's own. */
export interface TranslatedLesson {
  title: string
  body: RichDocument
  /** The task of a reflection. */
  prompt?: RichDocument | undefined
  /** What the questions of a quiz say. */
  questions?: QuizTexts | undefined
  /** The original has changed since. */
  isOutdated?: boolean | undefined
}

/** A course's own texts in another language than its own. */
export interface CourseTranslation {
  title: string
  summary: string
  description: RichDocument
  outcomes: string[]
  isOutdated?: boolean | undefined
}

/** A competence of Westums kompetensram that a course gives evidence of. */
export interface CourseCompetence {
  code: string
  level: number
  /** 1 is full evidence. */
  weight: number
}

export interface LessonSummary {
  lessonId: LessonId
  slug: string
  title: string
  kind: LessonKind
  minutes: number
  position: number
  /** The title of the module that the lesson is in. */
  module: string | null
  /** The titles in other languages; null when there are none. */
  titles?: Partial<Record<Language, string>> | null | undefined
}

export interface CourseForCompletion {
  courseId: CourseId
  slug: string
  revision: number
  title: string
  level: number
  assessed: boolean
  nominalMinutes: number
  outcomes: string[]
  competences: CourseCompetence[]
  lessons: LessonSummary[]
  terms: CourseTerms
  language: string
  translations: Partial<Record<Language, Pick<CourseTranslation, 'title' | 'outcomes'>>>
}

export interface CourseCard {
  courseId: CourseId
  slug: string
  title: string
  summary: string
  level: number
  nominalMinutes: number
  themes: Theme[]
  audiences: Audience[]
  competences: CourseCompetence[]
  lessonCount: number
  coverPath: string | null
  coverAlt: string | null
  publishedAt: Date
}

export interface Course extends Omit<CourseCard, 'lessonCount'> {
  revision: number
  description: RichDocument
  language: string
  form: string
  schoolForms: SchoolForm[]
  outcomes: string[]
  assessed: boolean
  licence: string
  sources: Source[]
  lessons: LessonSummary[]
  terms: CourseTerms
  /** Published learning paths of which the course is a part. */
  learningPaths: { slug: string; title: string }[]
  translations: Partial<Record<Language, CourseTranslation>>
  retiredAt: Date | null
}

export interface Lesson extends LessonSummary {
  courseId: CourseId
  courseSlug: string
  courseTitle: string
  courseLanguage: string
  courseTranslations: Partial<Record<Language, Pick<CourseTranslation, 'title'>>>
  revision: number
  body: RichDocument
  translations: Partial<Record<Language, TranslatedLesson>>
  /** For kind lecture. */
  lectureId: LectureId | null
  /** Per cent, for kind quiz. */
  pass: number | null
  questions: Question[]
  quiz: QuizSettings
  reflection: Reflection | null
  /** For kind assignment. */
  assignment: Assignment | null
  /** When the lessons of the course are open, to those in no cohort. */
  schedule: CourseTerms['schedule']
  /** Of the course, in order. */
  lessons: LessonSummary[]
}

/** One spoken unit; seconds from the start. */
export interface Cue {
  start: number
  end: number
  text: string
}

/** A picture that belongs to a part of a lecture, from its second until the next one's. */
export interface Slide {
  second: number
  /** Stored: relative to the content folder; shown: an address on this site. */
  path: string
  /** Empty for a picture that only decorates. */
  alt: string
}

export interface LectureCard {
  lectureId: LectureId
  slug: string
  title: string
  summary: string
  minutes: number
  durationSeconds: number
  themes: Theme[]
  audiences: Audience[]
  competenceCodes: string[]
  posterPath: string
  recordedOn: string
  speaker: string
}

/** Paths of files are addresses on this site, ready to use. */
export interface Lecture extends LectureCard {
  description: RichDocument
  language: string
  voiceNote: string | null
  licence: string
  sources: Source[]
  check: { pass: number; questions: Question[] }
  videoPath: string | null
  muxPlaybackId: string | null
  /** HLS renditions, where the portal has made them. */
  streamPath: string | null
  /** The captions in the lecture's own language. */
  captionsPath: string
  /** Every text that goes with the picture, the lecture's own captions first. */
  tracks: { kind: 'captions' | 'descriptions'; language: string; url: string }[]
  chapters: Cue[]
  transcript: Cue[]
  /** In the order of the film; empty for a lecture without pictures beside. */
  slides: Slide[]
  /** Active courses, open to everybody, in which the lecture is a lesson. */
  courses: { slug: string; title: string; lessonSlug: string }[]
}
