import type { Language } from '~/shared/language'
import type { Course, LessonSummary } from '../model'
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
  next: Pick<LessonSummary, 'slug' | 'title'> | null
  doneLessons: string[]
  /** The discussion of the course is open to the person. */
  discusses: boolean
}

export interface CoursePage {
  course: Omit<Course, 'publishedAt' | 'retiredAt' | 'translations'> & { publishedOn: string; retired: boolean }
  /** What language the texts are in, and which lessons lack it; left out in a preview. */
  reading?: {
    shown: Language
    languages: Language[]
    isOutdated: boolean
    missing: string[]
    /** Titles of modules in the course's own language, which have no other. */
    ownModules: string[]
    /** What the text of the cover is in. */
    cover: string
  }
  names: { code: string; name: { sv: string; en: string } }[]
  signedIn: boolean
  /** Tells one person's copies on a shared device from another's; null for somebody who does not take the course. */
  savesAs: string | null
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
