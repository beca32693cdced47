import type { Language } from '~/shared/language'
import type { Course, LessonSummary } from '../model'
import type { CourseNewsContent } from './course-news'

/** How the signed-in person stands to the course. */
export interface OwnProgress {
  done: number
  total: number
  minutesLeft: number
  finishedOn: string | null
  next: Pick<LessonSummary, 'slug' | 'title'> | null
  doneLessons: string[]
}

export interface CoursePage {
  course: Omit<Course, 'publishedAt' | 'retiredAt' | 'translations'> & { publishedOn: string; retired: boolean }
  /** What language the texts are in, and which lessons lack it; left out in a preview. */
  reading?: { shown: Language; languages: Language[]; isOutdated: boolean; missing: string[] }
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
}
