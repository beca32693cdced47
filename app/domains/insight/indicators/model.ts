import type { MissingPart } from '~/domains/participation'

export type Gender = 'kvinna' | 'man'
/** The columns of every table of indicators. */
export const genders = ['alla', 'kvinna', 'man'] as const
export type GenderColumn = (typeof genders)[number]

/** Both days belong to the period (Stockholm days). */
export interface Period {
  from: string
  to: string
}

/** One participant record as the indicators need it. Records that were merged into another are never among them. */
export interface IndicatorRecord {
  participationId: string
  personId: string
  /** The alias of a protected person. */
  name: string
  isProtected: boolean
  /** Slug and name of the partner. */
  partner: string
  partnerName: string
  /** Whether the partner is a public administration: a municipality, a federation of them, or an authority. */
  isPublic: boolean
  /** The employer when it is an external small or medium-sized enterprise; null otherwise. */
  smallEmployer: string | null
  /** Code and name; null when the record has none. */
  municipality: string | null
  municipalityName: string | null
  registeredOn: string
  entryOn: string | null
  exitOn: string | null
  labourStatus: string
  gender: Gender | null
  /** Whole years on the entry day; null when the birth day or the entry day is unknown. */
  age: number | null
  missing: readonly MissingPart[]
  /** First day on which the person passed an activity that is assessed against a standard; null when never. */
  qualifiedOn: string | null
  /** Registered minutes in the project. */
  minutes: number
}

/** What a person may be counted as: the indicators that the portal derives, and the rests that make the sums whole. */
export const measures = [
  'EECO01',
  'EECO02',
  'EECO04',
  'EECO05',
  'labour-unknown',
  'EECO06',
  'EECO07',
  'EECO08',
  'age-30-54',
  'age-unknown',
  'left',
  'EECR03',
] as const
export type Measure = (typeof measures)[number]
/** `left` without a qualification: never shown, but reachable by subtraction and therefore guarded. */
export type CountedMeasure = Measure | 'left-unqualified'

/** A row of a table: everybody, one partner, or one municipality; `ingen` has no municipality. */
export type PartKey = 'alla' | `part:${string}` | `kommun:${string}`

export interface ShownCell {
  value: number
  /** The value is not to be shown: it is under five, or another such value could be computed from it. */
  hidden: boolean
}

export interface IndicatorTable {
  period: Period
  /** Every record of the period, incomplete and protected ones too: the whole of EECO01. */
  everyone: number
  /** Records that count in EECO01 alone: incomplete ones and those of protected persons. */
  totalOnly: number
  cells: ReadonlyMap<string, ShownCell>
}

export function cellKey(measure: CountedMeasure, part: PartKey, gender: GenderColumn): string {
  return `${measure}|${part}|${gender}`
}
