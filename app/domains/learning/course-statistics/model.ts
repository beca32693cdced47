import type { LessonKind } from '~/domains/catalogue'

/** A number of people as it is told: a multiple of five; null is fewer than five, perhaps nobody. */
export type Told = number | null

/** A published version with how many began while it was the newest. */
export interface VersionStarts {
  revision: number
  publishedAt: Date
  starts: number
}

/** Versions that are counted together, so that nobody stands out among those who began in them. */
export interface VersionGroup {
  first: number
  last: number
  /** From this instant on and before that; null is without an end. */
  from: Date | null
  before: Date | null
  starts: number
}

/** Exact numbers of people. They do not leave the server. */
export interface CourseCounts {
  starts: number
  finishes: number
  lessons: { slug: string; title: string; kind: LessonKind; opened: number; finished: number }[]
  lectures: { slug: string; title: string; minutes: number[] }[]
}

/** The same as they are told: rounded, and nothing below five people. */
export interface ToldCounts {
  starts: Told
  finishes: Told
  lessons: { slug: string; title: string; kind: LessonKind; opened: Told; finished: Told }[]
  /** How many have played something of each minute; the first minute first. */
  lectures: { slug: string; title: string; minutes: Told[] }[]
}
