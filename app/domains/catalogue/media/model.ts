import type { MediaId, OrganisationId } from '~/shared/ids'

export const mediaKinds = ['video', 'audio', 'picture', 'file'] as const
export type MediaKind = (typeof mediaKinds)[number]

export const mediaStates = ['laddas-upp', 'behandlas', 'klar', 'fel'] as const
export type MediaState = (typeof mediaStates)[number]

/** Why a file could not be taken: not what its name says, not allowed, broken, or the work on it failed. */
export const mediaFaults = ['mismatch', 'not-allowed', 'svg', 'damaged', 'processing'] as const
export type MediaFault = (typeof mediaFaults)[number]

export const trackKinds = ['captions', 'chapters', 'descriptions'] as const
export type TrackKind = (typeof trackKinds)[number]

/** Languages in which captions and recordings are offered by name. */
export const mediaLanguages = ['sv', 'en', 'ar', 'so', 'fa', 'uk', 'pl', 'fi', 'es', 'fr', 'de', 'no', 'da'] as const

/** A row that names a file of the library: a lecture, a lesson, a course, an activity or an example. */
export interface MediaUse {
  kind: string
  title: string
  /** Of the page, where it has one of its own. */
  slug: string | null
  /** For a lesson: the address of its course. */
  courseSlug: string | null
  shown: boolean
}

export interface MediaCard {
  mediaId: MediaId
  organisationId: OrganisationId
  organisationName: string
  kind: MediaKind
  title: string
  language: string | null
  alt: string | null
  decorative: boolean
  state: MediaState
  fault: MediaFault | null
  fileName: string
  contentType: string | null
  bytes: number
  durationSeconds: number | null
  width: number | null
  height: number | null
  /** Addresses of this site, ready to use. */
  address: string | null
  posterAddress: string | null
  streamAddress: string | null
  /** The film is kept by Mux: there is no file here. */
  atMux: boolean
  createdAt: Date
  changedAt: Date
  /** Per cent of the upload or of the work on the file; null when nothing goes on. */
  progress: number | null
  uses: number
}

export interface MediaItem extends Omit<MediaCard, 'uses'> {
  licence: string
  credit: string
  uploadedBy: string | null
  uses: MediaUse[]
  tracks: { kind: TrackKind; language: string; cues: number; changedAt: Date }[]
  lecture: { slug: string | null; state: LectureState } | null
  /** True while a file is on its way, to a new item or to this one. */
  uploading: boolean
}

export type LectureState = 'utkast' | 'publicerad' | 'avpublicerad'
