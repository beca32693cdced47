import type { MediaItem } from '../../media/model'

/** As a loader hands it over. */
export type ShownItem = Omit<MediaItem, 'createdAt' | 'changedAt' | 'tracks'> & {
  createdAt: string | Date
  changedAt: string | Date
  tracks: (Omit<MediaItem['tracks'][number], 'changedAt'> & { changedAt: string | Date })[]
}
