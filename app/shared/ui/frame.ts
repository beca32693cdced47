import type { Language } from '~/shared/language'

/** What the frame round every page knows of the reader. */
export interface Frame {
  language: Language
  requestId: string
  toast: string | undefined
  demo: { day: string | undefined } | undefined
  actor:
    | {
        /** Tells one person's work on a shared device from another's. */
        key: string
        name: string
        makesCourses: boolean
        reviewsStaff: boolean
        readsParticipants: boolean
        attests: boolean
        readsReports: boolean
        keepsProjects: boolean
        handlesProtected: boolean
        keepsMedia: boolean
      }
    | undefined
}
