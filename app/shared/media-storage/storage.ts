import type { Readable } from 'node:stream'

export interface StoredFile {
  size: number
  /** Changes when the bytes change. */
  etag: string
}

/**
 * Where files of the media library are kept. A key is a path of plain names, `<id>/original.mp4`; what is kept under a
 * key does not change afterwards.
 */
export interface MediaStorage {
  /** Keeps the bytes of a file of this machine under the key, in the place of what is there. The file stays. */
  keep: (key: string, file: string, contentType: string) => Promise<void>
  find: (key: string) => Promise<StoredFile | undefined>
  /** The bytes from `start` to `end`, both included. */
  read: (key: string, part: { start: number; end: number }) => Promise<Readable>
  /** A file on this machine with the bytes, for programs; `done` lets go of it. */
  fetch: (key: string) => Promise<{ file: string; done: () => Promise<void> }>
  /** Removes the key and everything below it. What is not there is no fault. */
  remove: (key: string) => Promise<void>
}

/** A key is made of plain names alone, so it can never lead out of the storage. */
export function isStorageKey(key: string): boolean {
  return key.split('/').every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))
}
