import type { ThreadLine } from '../../discussion/model'

/** The threads of a course as one person meets them. */
export interface OpenDiscussionPage {
  course: { slug: string; title: string }
  closed: null
  viewerKey: string
  newKey: string
  /** The lesson whose threads are shown; null for all. */
  lesson: { slug: string; title: string } | null
  lessons: { value: string; label: string }[]
  followed: boolean
  takesPosts: boolean
  isOff: boolean
  isRetired: boolean
  moderates: boolean
  openReports: number
  follows: boolean
  threads: ThreadLine[]
  total: number
  page: number
  pages: number
}

export type DiscussionPage = OpenDiscussionPage | { course: { slug: string; title: string }; closed: 'join' | 'off' }
