import { paths } from '~/shared/paths'
import { savedName } from '../media/rules'

/** Stored paths are relative to the content folder, with their version; the site serves them under /media. */
export function mediaAddress(path: string): string
export function mediaAddress(path: string | null): string | null
export function mediaAddress(path: string | null): string | null {
  return path === null ? null : paths.mediaFile(path)
}

/** The version of a stored file: the folder that its upload made. */
const versionOf = (key: string) => (key.split('/')[1] ?? '').slice(0, 8)

/** Stored paths of a file of the library: the name is for people, the id finds it, `v` changes with the file. */
export function filePath(mediaId: string, title: string, key: string): string {
  const extension = /\.([a-z0-9]+)$/.exec(key)?.[1] ?? 'bin'
  return `fil/${mediaId}/${savedName(title, extension)}?v=${versionOf(key)}`
}
export function posterPath(mediaId: string, key: string): string {
  return `fil/${mediaId}/poster.jpg?v=${versionOf(key)}`
}
export function streamPath(mediaId: string, key: string): string {
  return `fil/${mediaId}/stream/${versionOf(key)}/master.m3u8`
}

export const fileAddress = (mediaId: string, title: string, key: string): string =>
  mediaAddress(filePath(mediaId, title, key))
export const posterAddress = (mediaId: string, key: string): string => mediaAddress(posterPath(mediaId, key))
export const streamAddress = (mediaId: string, key: string): string => mediaAddress(streamPath(mediaId, key))
