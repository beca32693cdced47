import type { MediaId } from '~/shared/ids'
import type { Cue } from '../../model'
import type { TrackKind } from '../../media/model'

export interface TrackPlace {
  name: { mediaId: MediaId; kind: TrackKind; language: string }
  recording: {
    address: string | null
    posterAddress: string | null
    durationSeconds: number | null
    title: string
    isFilm: boolean
  }
  cues: Cue[]
  /** When the text was changed as it was opened; null for a new one. */
  version: string | null
}

export interface TrackFailure {
  text: string
  errors: string[]
  /** Somebody else's text, when two have written at once. */
  stored?: string
}
