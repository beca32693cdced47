import path from 'node:path'
import { env } from './env.server'
import { localStorage } from './shared/media-storage/local-storage.server'
import { s3Storage } from './shared/media-storage/s3-storage.server'
import type { MediaStorage } from './shared/media-storage/storage'

let opened: MediaStorage | undefined

/** Where the files of the media library are kept, by the settings. */
export function mediaStorage(): MediaStorage {
  const { s3 } = env().media
  opened ??= s3 === undefined ? localStorage(path.join(env().dataDir, 'media')) : s3Storage(s3)
  return opened
}

/** Files of works on their way in, each under the one who sends it. */
export function workFolder(): string {
  return path.join(env().dataDir, 'incoming-works')
}

/** Files on their way in lie here until they are whole. */
export function incomingFolder(): string {
  return path.join(env().dataDir, 'incoming')
}
