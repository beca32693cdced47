import type { Audience, SchoolForm, Source, Theme } from '~/domains/catalogue'
import type { RichDocument } from '~/shared/editor/document'
import type { TextId } from '~/shared/ids'

export const exampleLevels = ['lokal', 'regional', 'nationell', 'nordisk', 'internationell'] as const
export type ExampleLevel = (typeof exampleLevels)[number]

export const exampleSorts = ['senaste', 'titel', 'lastid'] as const
export type ExampleSort = (typeof exampleSorts)[number]

export const exampleFacets = ['level', 'theme', 'audience', 'schoolForm', 'competence', 'country'] as const
export type ExampleFacet = (typeof exampleFacets)[number]

/** Choices within a facet widen, facets narrow each other; an empty list is no choice. `page` counts from 1. */
export interface ExampleFilter {
  level: ExampleLevel[]
  theme: Theme[]
  audience: Audience[]
  schoolForm: SchoolForm[]
  /** Codes of Westums kompetensram. */
  competence: string[]
  /** ISO 3166-1 alpha-2, or EU for several countries. */
  country: string[]
  sort: ExampleSort
  page: number
}

export interface ExampleCard {
  slug: string
  title: string
  summary: string
  organisation: string
  level: ExampleLevel
  country: string
  place: string
  year: string
  readingMinutes: number
  themes: Theme[]
}

/** Examples that a choice of this value would show beside the other facets' choices. */
export interface FacetCount {
  facet: ExampleFacet
  value: string
  count: number
  /** For competences of the framework. */
  name: { sv: string; en: string } | null
}

export interface ExampleList {
  examples: ExampleCard[]
  /** Of all pages. */
  total: number
  facets: FacetCount[]
}

export interface ExampleCompetence {
  code: string
  name: { sv: string; en: string } | null
}

export interface Example extends ExampleCard {
  exampleId: string
  textId: TextId
  contactRole: string | null
  resources: string | null
  licence: string
  sourceLicence: string
  language: string
  sources: Source[]
  body: RichDocument
  audiences: Audience[]
  schoolForms: SchoolForm[]
  competences: ExampleCompetence[]
  publishedAt: Date
  editedAt: Date | null
  related: ExampleCard[]
}
