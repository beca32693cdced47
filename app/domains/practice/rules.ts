import { audiences, schoolForms, themes } from '~/domains/catalogue'
import {
  type ExampleFacet,
  type ExampleFilter,
  type FacetCount,
  exampleFacets,
  exampleLevels,
  exampleSorts,
} from './model'

export const pageSize = 24

/** The name of each facet in the address. */
export const facetParameters: Record<ExampleFacet, string> = {
  level: 'niva',
  theme: 'tema',
  audience: 'malgrupp',
  schoolForm: 'skolform',
  competence: 'kompetens',
  country: 'land',
}

function chosen<T extends string>(address: URLSearchParams, name: string, known: readonly T[]): T[] {
  const given = address.getAll(name)
  return known.filter((value) => given.includes(value))
}

function matching(address: URLSearchParams, name: string, form: RegExp): string[] {
  return [...new Set(address.getAll(name))].filter((value) => form.test(value)).slice(0, 20)
}

/** Reads the choices of an address. Values that do not exist are left out, so that an old or mistyped link still works. */
export function readExampleFilter(address: URLSearchParams): ExampleFilter {
  const page = Number(address.get('sida') ?? '1')
  return {
    level: chosen(address, facetParameters.level, exampleLevels),
    theme: chosen(address, facetParameters.theme, themes),
    audience: chosen(address, facetParameters.audience, audiences),
    schoolForm: chosen(address, facetParameters.schoolForm, schoolForms),
    competence: matching(address, facetParameters.competence, /^K\d\.\d{1,2}$/).sort(),
    country: matching(address, facetParameters.country, /^[A-Z]{2}$/).sort(),
    sort: exampleSorts.find((sort) => sort === address.get('sortering')) ?? 'senaste',
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  }
}

/** The choices as an address part (`?tema=ai&land=SE`, empty without choices), always in the same order. */
export function exampleQuery(filter: ExampleFilter): string {
  const address = new URLSearchParams()
  for (const facet of exampleFacets) for (const value of filter[facet]) address.append(facetParameters[facet], value)
  if (filter.sort !== 'senaste') address.set('sortering', filter.sort)
  if (filter.page > 1) address.set('sida', String(filter.page))
  const text = address.toString()
  return text === '' ? '' : `?${text}`
}

/** The choices after a click on a value: chosen when it was not, let go when it was. Starts on the first page. */
export function toggleChoice(filter: ExampleFilter, facet: ExampleFacet, value: string): ExampleFilter {
  const before: readonly string[] = filter[facet]
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value]
  const address = new URLSearchParams(exampleQuery({ ...filter, [facet]: [], page: 1 }))
  for (const each of after) address.append(facetParameters[facet], each)
  return readExampleFilter(address)
}

export function withoutChoices(filter: ExampleFilter): ExampleFilter {
  return { ...readExampleFilter(new URLSearchParams()), sort: filter.sort }
}

export function countChoices(filter: ExampleFilter): number {
  return exampleFacets.reduce((sum, facet) => sum + filter[facet].length, 0)
}

export interface FacetChoice {
  value: string
  count: number
  active: boolean
  name: { sv: string; en: string } | null
}

const order: Record<ExampleFacet, readonly string[]> = {
  level: exampleLevels,
  theme: themes,
  audience: audiences,
  schoolForm: schoolForms,
  competence: [],
  country: [],
}

/** The values of a facet that lead somewhere, with those chosen even when nothing is left of them, in reading order. */
export function choicesOf(facet: ExampleFacet, counts: readonly FacetCount[], filter: ExampleFilter): FacetChoice[] {
  const active: readonly string[] = filter[facet]
  const found = counts.filter((count) => count.facet === facet)
  const missing = active.filter((value) => !found.some((count) => count.value === value))
  const position = (value: string) => {
    const at = order[facet].indexOf(value)
    return at === -1 ? order[facet].length : at
  }
  return [
    ...found.map(({ value, count, name }) => ({ value, count, name, active: active.includes(value) })),
    ...missing.map((value) => ({ value, count: 0, name: null, active: true })),
  ].sort((a, b) => position(a.value) - position(b.value) || a.value.localeCompare(b.value, 'sv'))
}
