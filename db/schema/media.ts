import type { ColumnType, Generated } from 'kysely'
import type { Json, Timestamp } from './identity'

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface MediaItemTable {
  media_id: Generated<string>
  organisation_id: string
  kind: 'video' | 'audio' | 'picture' | 'file'
  title: string
  language: string | null
  licence: Generated<string>
  credit: Generated<string>
  alt: string | null
  decorative: Generated<boolean>
  state: 'laddas-upp' | 'behandlas' | 'klar' | 'fel'
  fault: string | null
  /** As the person named it; only shown. */
  file_name: string
  /** Where the stored bytes are, a key of the media storage. */
  file_key: string | null
  content_type: string | null
  bytes: number
  duration_seconds: number | null
  width: number | null
  height: number | null
  poster_key: string | null
  /** Folder of the HLS renditions. */
  stream_key: string | null
  /** The film is kept by Mux, and there is no file here. */
  at_mux: Generated<boolean>
  uploaded_by: string | null
  created_at: Timestamp
  changed_at: Timestamp
}
/** A file on its way: of a new item, or a new file for an item that is there. */
export interface MediaUploadTable {
  upload_id: string
  media_id: string
  file_name: string
  bytes: number
  file_changed_at: Unset<Date>
  received: Generated<number>
  started_by: string
  started_at: Timestamp
  expires_at: Timestamp
}
/** Written by triggers of the tables whose rows name a file of the library. */
export interface MediaUseTable {
  media_id: string
  holder_kind: string
  holder_id: string
  title: string
  slug: string | null
  shown: boolean
}
export interface MediaTrackTable {
  media_id: string
  kind: 'captions' | 'chapters' | 'descriptions'
  language: string
  cues: Json<unknown>
  changed_at: Timestamp
}
export interface MediaJobTable {
  media_id: string
  progress: Generated<number>
  attempts: Generated<number>
  leased_by: Unset<string>
  leased_until: Unset<Date>
  created_at: Timestamp
}
/** What Mux calls an item's upload, film and way to play it. */
export interface MediaMuxTable {
  media_id: string
  upload_id: string
  asset_id: Unset<string>
  playback_id: Unset<string>
}
export interface LectureDraftTable {
  media_id: string
  fields: Json<unknown>
  /** Of the lecture in the catalogue, once published. */
  slug: string | null
  changed_at: Timestamp
}
