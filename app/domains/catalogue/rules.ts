import { type CourseCard, type TimeBand, audiences, themes, timeBands } from './model'

/** Choices on the course list; an empty list chooses all. Within a facet any value fits, between facets all must. */
export interface CourseFilter {
  areas: string[]
  levels: number[]
  times: TimeBand[]
  themes: string[]
  audiences: string[]
}

export const facetNames = ['areas', 'levels', 'times', 'themes', 'audiences'] as const
export type FacetName = (typeof facetNames)[number]

export const courseSorts = ['title', 'newest', 'shortest', 'level'] as const
export type CourseSort = (typeof courseSorts)[number]

export interface FacetValue {
  value: string
  /** Courses shown if this value were added to the other facets' choices. */
  count: number
  active: boolean
}
export type Facets = Record<FacetName, FacetValue[]>

export const noFilter: CourseFilter = { areas: [], levels: [], times: [], themes: [], audiences: [] }

export function timeBand(minutes: number): TimeBand {
  return minutes <= 60 ? 'short' : minutes <= 120 ? 'medium' : 'long'
}

/** The area of a competence code: `K5.2` is in `K5`. */
export function areaOf(code: string): string {
  return code.split('.')[0] ?? code
}

type Sortable = Pick<CourseCard, 'title' | 'publishedAt' | 'nominalMinutes' | 'level'>
type Filterable = Pick<CourseCard, 'competences' | 'level' | 'nominalMinutes' | 'themes' | 'audiences'>

function valuesOf(course: Filterable, facet: FacetName): string[] {
  switch (facet) {
    case 'areas':
      return [...new Set(course.competences.map(({ code }) => areaOf(code)))]
    case 'levels':
      return [String(course.level)]
    case 'times':
      return [timeBand(course.nominalMinutes)]
    case 'themes':
      return course.themes
    case 'audiences':
      return course.audiences
  }
}

function matchesFacet(course: Filterable, facet: FacetName, filter: CourseFilter): boolean {
  const chosen: (string | number)[] = filter[facet]
  if (chosen.length === 0) return true
  const values = valuesOf(course, facet)
  // A course for everyone suits each audience.
  if (facet === 'audiences' && values.includes('all-personal')) return true
  return chosen.some((value) => values.includes(String(value)))
}

export function matches(course: Filterable, filter: CourseFilter): boolean {
  return facetNames.every((facet) => matchesFacet(course, facet, filter))
}

const orders: Record<FacetName, readonly (string | number)[]> = {
  areas: ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'],
  levels: [1, 2, 3, 4],
  times: timeBands,
  themes,
  audiences,
}

/** Every facet's values with counts that respect the choices in the other facets; values of no course are left out. */
export function facetsOf(courses: Filterable[], filter: CourseFilter): Facets {
  const facet = (name: FacetName): FacetValue[] => {
    const others = courses.filter((course) =>
      facetNames.every((other) => other === name || matchesFacet(course, other, filter)),
    )
    const chosen: (string | number)[] = filter[name]
    return orders[name].flatMap((value): FacetValue[] => {
      const alone = { ...noFilter, [name]: [value] }
      const active = chosen.includes(value)
      if (!active && !courses.some((course) => matchesFacet(course, name, alone))) return []
      return [
        { value: String(value), count: others.filter((course) => matchesFacet(course, name, alone)).length, active },
      ]
    })
  }
  return {
    areas: facet('areas'),
    levels: facet('levels'),
    times: facet('times'),
    themes: facet('themes'),
    audiences: facet('audiences'),
  }
}

export function sortCourses<C extends Sortable>(courses: C[], sort: CourseSort): C[] {
  const byTitle = (a: C, b: C) => a.title.localeCompare(b.title, 'sv')
  const orders: Record<CourseSort, (a: C, b: C) => number> = {
    title: byTitle,
    newest: (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || byTitle(a, b),
    shortest: (a, b) => a.nominalMinutes - b.nominalMinutes || byTitle(a, b),
    level: (a, b) => a.level - b.level || byTitle(a, b),
  }
  return [...courses].sort(orders[sort])
}

const parameters: Record<FacetName, string> = {
  areas: 'omrade',
  levels: 'niva',
  times: 'tid',
  themes: 'tema',
  audiences: 'malgrupp',
}
const sortParameter = 'ordning'
const sortWords: Record<CourseSort, string> = { title: 'titel', newest: 'nyast', shortest: 'kortast', level: 'niva' }
const timeWords: Record<TimeBand, string> = { short: 'kort', medium: 'mellan', long: 'lang' }

/** Reads choices from an address; what it does not know it leaves out. */
export function filterFromAddress(query: URLSearchParams): { filter: CourseFilter; sort: CourseSort } {
  const known = <V extends string | number>(facet: FacetName, values: readonly V[], word: (value: V) => string) => {
    const asked = query.getAll(parameters[facet])
    return values.filter((value) => asked.includes(word(value)))
  }
  return {
    filter: {
      areas: known('areas', ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'], (value) => value.toLowerCase()),
      levels: known('levels', [1, 2, 3, 4], String),
      times: known('times', timeBands, (value) => timeWords[value]),
      themes: known('themes', themes, String),
      audiences: known('audiences', audiences, String),
    },
    sort: courseSorts.find((sort) => sortWords[sort] === query.get(sortParameter)) ?? 'title',
  }
}

/** The query of an address for these choices, `` or `?…`, always in the same order. */
export function addressOfFilter(filter: CourseFilter, sort: CourseSort): string {
  const query = new URLSearchParams()
  for (const area of filter.areas) query.append(parameters.areas, area.toLowerCase())
  for (const level of filter.levels) query.append(parameters.levels, String(level))
  for (const time of filter.times) query.append(parameters.times, timeWords[time])
  for (const theme of filter.themes) query.append(parameters.themes, theme)
  for (const audience of filter.audiences) query.append(parameters.audiences, audience)
  if (sort !== 'title') query.append(sortParameter, sortWords[sort])
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The same choices with one value added, or taken away when it was chosen. */
export function toggled(filter: CourseFilter, facet: FacetName, value: string): CourseFilter {
  const flip = <V extends string | number>(values: V[], all: readonly V[]): V[] =>
    all.filter((each) => values.includes(each) !== (String(each) === value))
  return {
    areas: facet === 'areas' ? flip(filter.areas, orders.areas.map(String)) : filter.areas,
    levels: facet === 'levels' ? flip(filter.levels, [1, 2, 3, 4]) : filter.levels,
    times: facet === 'times' ? flip(filter.times, timeBands) : filter.times,
    themes: facet === 'themes' ? flip(filter.themes, themes.map(String)) : filter.themes,
    audiences: facet === 'audiences' ? flip(filter.audiences, audiences.map(String)) : filter.audiences,
  }
}

/** The lessons of a course in the modules that they follow one another in. */
export function byModule<T extends { module: string | null }>(
  lessons: readonly T[],
): { module: string | null; lessons: T[] }[] {
  const groups: { module: string | null; lessons: T[] }[] = []
  for (const lesson of lessons) {
    const last = groups.at(-1)
    if (last !== undefined && last.module === lesson.module) last.lessons.push(lesson)
    else groups.push({ module: lesson.module, lessons: [lesson] })
  }
  return groups
}
