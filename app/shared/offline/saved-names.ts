/** Sent along when a page is fetched to be kept, so that it is not taken for a visit. */
export const KEEPING_HEADER = 'x-keep'

/** Copies older than this go, read or not. */
export const LONGEST_MS = 30 * 24 * 60 * 60 * 1000

/** The attendance list that was last opened. */
export const LIST_CACHE = 'narvaro'
/** Whose copies may be shown: one answer, at `WHO_KEY`. */
export const WHO_CACHE = 'vem'
export const WHO_KEY = '/vem'

const SAVED = 'sparat:'
const SHELL = 'skal:'

/** The cache with the scripts, styles and letters of one version of the portal. */
export function shellCache(version: string): string {
  return `${SHELL}${version}`
}

export function isShell(name: string): boolean {
  return name.startsWith(SHELL)
}

/** Where a person's copies of a course are; without a course, the page that lists them. */
export function savedCache(person: string, course = ''): string {
  return `${SAVED}${person}:${course}`
}

/** Whose a cache is, and of which course; undefined for a cache that holds nobody's copies. */
export function savedOf(name: string): { person: string; course: string } | undefined {
  const [, person, course] = /^sparat:([^:]+):(.*)$/.exec(name) ?? []
  return person === undefined || course === undefined ? undefined : { person, course }
}
