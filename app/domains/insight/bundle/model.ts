import type { ChainVerdict } from '~/domains/participation'
import type { PersonId, ProjectId } from '~/shared/ids'

/** The form of a bundle; another number means that a checker of this one does not know it. */
export const BUNDLE_FORM = 'westum-underlag/1'
export const MANIFEST = 'manifest.json'

export const documentKinds = [
  'narvarointyg',
  'narvarolista',
  'intyg',
  'scb',
  'sammanstallning',
  'siffror',
  'tidsrader',
  'signaturer',
  'frysta',
  'logg',
  'statsstod',
  'verifiering',
  'index',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** One file of a bundle as its manifest names it. */
export interface BundleFile {
  path: string
  kind: DocumentKind
  /** The month that the file is about, `2025-03`; null for several or none. */
  month: string | null
  bytes: number
  sha256: string
}

/** The sums of a month and the documents that they rest on, as paths within the bundle. */
export interface BundleFigure {
  month: string
  persons: number
  registeredMinutes: number
  reportableMinutes: number
  reportedMinutes: number
  minutesInFile: number
  /** Null for one person: months and files have no sums of theirs. */
  agrees: boolean | null
  documents: string[]
}

export interface BundleManifest {
  form: typeof BUNDLE_FORM
  project: { diarienr: string; name: string }
  /** What the bundle holds: some months, one person (by record), or all. */
  scope: { months: string[]; participationId: string | null }
  madeAt: string
  madeBy: string
  reason: string
  verification: { at: string } & ChainVerdict
  figures: BundleFigure[]
  files: BundleFile[]
  /** What is not in the bundle, and why. */
  leftOut: string[]
}

export interface BundleScope {
  projectId: ProjectId
  months: readonly string[]
  person: { personId: PersonId; participationId: string } | undefined
}
