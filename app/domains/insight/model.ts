import type { ConfirmedLevel } from '~/domains/competence'
import type { PersonId } from '~/shared/ids'

export const jobs = [
  'larare',
  'sfi-larare',
  'yrkeslarare',
  'syv',
  'specialpedagog',
  'rektor',
  'administrator',
  'annan',
] as const
export type Job = (typeof jobs)[number]
export const schoolForms = ['sfi', 'grundlaggande', 'gymnasial', 'yrkesvux', 'anpassad', 'yh', 'alla'] as const
export type SchoolForm = (typeof schoolForms)[number]

/** The choice that the address holds. `area` opens one area into its competences. */
export interface StaffFilter {
  municipality: string | null
  job: Job | null
  schoolForm: SchoolForm | null
  area: string | null
}

export interface StaffEmployment {
  municipality: { code: string; name: string } | null
  job: Job
  schoolForm: SchoolForm
}

/** One of the staff as read. A person with protected data has an alias as name, and no employment is told. */
export interface StaffFacts {
  personId: PersonId
  name: string
  sortName: string
  protected: boolean
  shared: boolean
  /** The Stockholm day of entry into the project, if any. */
  since: string | null
  employments: StaffEmployment[]
  /** Empty when the profile is not shared. */
  evidence: { code: string; courseId: string; level: number; weight: number; grantedOn: string }[]
}

export interface HeatmapColumn {
  code: string
  name: { sv: string; en: string }
  /** The competences behind the column: an area's all, or the one itself. */
  codes: string[]
}

export interface HeatmapCell {
  level: ConfirmedLevel
  rose: boolean
  confirmed: number
}

export interface HeatmapRow {
  personId: PersonId
  name: string
  /** One cell a column; null when the profile is not shared. */
  cells: HeatmapCell[] | null
}

export interface FacetChoice {
  value: string
  label: string
  count: number
}

export interface Heatmap {
  columns: HeatmapColumn[]
  rows: HeatmapRow[]
  shared: number
  notShared: number
  /** True when protected persons are left out because a filter by workplace or work is on. */
  protectedLeftOut: boolean
  compared: boolean
  /** For each column the number on level 1 or more, 2 or more …; null under five who share. */
  atLeast: number[][] | null
  facets: { municipality: FacetChoice[]; job: FacetChoice[]; schoolForm: FacetChoice[] }
}

/** A product that is asked for: of the person after a meeting, or of those whose occasion the person leads. */
export interface ProductToDo {
  kind: 'hand-in' | 'accept'
  /** The occasion to hand in for, or the meeting on whose page the leader reads. */
  id: string
  title: string
}
