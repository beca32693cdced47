import type { Language } from '~/shared/language'
import type { Course } from '../model'
import type { ShownCohort } from './cohort-choice'
import type { ShownEntry } from './course-entry'
import type { CourseNewsContent } from './course-news'
import type { ShownRenewal } from './course-renewal'
import type { ShownStudy } from './study-days'

/** How the signed-in person stands to the course. */
export interface OwnProgress {
  done: number
  total: number
  minutesLeft: number
  finishedOn: string | null
  next: { slug: string; title: string } | null
  doneLessons: string[]
}

export interface CoursePage {
  course: Omit<Course, 'publishedAt' | 'retiredAt'> & { publishedOn: string; retired: boolean }
  names: { code: string; name: { sv: string; en: string } }[]
  signedIn: boolean
  /** Editors and course leaders are led on to how the questions work. */
  keepsQuestions: boolean
  progress: OwnProgress | null
  /** In the preview of a draft: lessons lead to their previews, and nothing can be begun. */
  preview?: { language: Language }
  /** What is new since the person was told, and the version that is kept instead; null when there is nothing to tell. */
  news?: CourseNewsContent | null
  /** Whether the reader may edit the course. */
  mayEdit?: boolean
  /** What the course asks of those who have not begun; null when it asks for nothing. */
  entry?: ShownEntry | null
  /** How long what was finished counts; null when there is nothing to say. */
  renewal?: ShownRenewal | null
  /** The cohorts in which the course may be begun. */
  cohorts?: ShownCohort[]
  /** When the lessons are open; null without days. */
  study?: ShownStudy | null
}
