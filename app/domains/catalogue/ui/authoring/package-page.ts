import type { LessonKind } from '../../model'

/** A package that waits, as its page shows it. */
export interface PackagePage {
  fileName: string
  course: { title: string; slug: string } | undefined
  licence: string
  origin: { address: string; state: 'published' | 'draft'; revision: number | null } | null
  problems: {
    count: number
    first: {
      file: string
      line?: number | undefined
      field?: string | undefined
      message: string
      remedy: string
    }[]
  }
  contents: PackageContentsPage | null
  libraries: { value: string; label: string }[]
  owners: { value: string; label: string }[]
}

export interface PackageContentsPage {
  lessons: { title: string; kind: LessonKind; minutes: number; languages: string[] }[]
  minutes: number
  lectures: {
    slug: string
    title: string
    seconds: number
    size: string
    licence: string
    state: 'new' | 'same' | 'other'
  }[]
  files: { path: string; title: string; licence: string; credit: string; size: string }[]
  questions: number
  unknownCodes: string[]
  bytes: string
  present: { title: string; isPublished: boolean; hasChanges: boolean; mayReplace: boolean } | null
}
