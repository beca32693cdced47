import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type MediaStorage, isStorageKey } from './storage'

const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** Keeps files in a folder of this machine. */
export function localStorage(folder: string): MediaStorage {
  const root = path.resolve(folder)
  const fileOf = (key: string) => {
    if (!isStorageKey(key)) throw new Error(`Not a storage key: ${key}`)
    return path.join(root, key)
  }
  return {
    keep: async (key, file) => {
      const target = fileOf(key)
      await mkdir(path.dirname(target), { recursive: true })
      const partial = `${target}.partial`
      await rm(partial, { force: true })
      // On one disk the bytes are not copied.
      await link(file, partial).catch(() => copyFile(file, partial))
      await rename(partial, target)
    },
    find: async (key) => {
      try {
        const { size, mtimeMs, ino } = await stat(fileOf(key))
        return { size, etag: `${ino.toString(36)}-${size.toString(36)}-${Math.round(mtimeMs).toString(36)}` }
      } catch (error) {
        if (isAbsent(error)) return undefined
        throw error
      }
    },
    read: (key, part) => Promise.resolve(createReadStream(fileOf(key), part)),
    fetch: (key) => Promise.resolve({ file: fileOf(key), done: () => Promise.resolve() }),
    remove: (key) => rm(fileOf(key), { recursive: true, force: true }),
  }
}
