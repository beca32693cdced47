import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { slugOf } from '~/domains/catalogue'
import { listStoredMedia, type StoredMedia } from '~/domains/catalogue/index.server'
import type { MediaStorage } from '~/shared/media-storage/storage'
import { paths } from '~/shared/paths'
import type { Db } from '~db/schema'

/** Where a portal keeps its files: the content folder and the media library. */
export interface FileGround {
  db: Db
  storage: MediaStorage
  contentDir: string
}

/** A file that something of the portal names, ready to be read. */
export interface StoredSource {
  /** The name that it had when it came, for giving it one. */
  fileName: string
  /** What the library knows of it; undefined for a file of the content folder. */
  item: StoredMedia | undefined
  open: () => AsyncIterable<Uint8Array>
}

const FILES = paths.mediaFile('')
const ofLibrary = /^fil\/([0-9a-f-]{36})\/([^?]+)/

/** The stored path of an address of this site, without its version. */
export function storedPath(address: string): string {
  return (address.startsWith(FILES) ? address.slice(FILES.length) : address).replace(/\?.*$/, '')
}

async function* piecesOf(read: () => Promise<AsyncIterable<Buffer | string>>): AsyncGenerator<Uint8Array> {
  for await (const piece of await read()) yield typeof piece === 'string' ? Buffer.from(piece) : piece
}

async function ofContent(contentDir: string, relative: string): Promise<StoredSource | undefined> {
  const isPlain = relative.split('/').every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))
  if (!isPlain) return undefined
  try {
    const file = await realpath(path.join(contentDir, relative))
    const isInside = file.startsWith(`${await realpath(contentDir)}${path.sep}`)
    if (!isInside || !(await stat(file)).isFile()) return undefined
    return {
      fileName: path.basename(relative),
      item: undefined,
      open: () => piecesOf(() => Promise.resolve(createReadStream(file))),
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function ofStorage(storage: MediaStorage, item: StoredMedia, name: string): Promise<StoredSource | undefined> {
  const isPoster = name === 'poster.jpg' && item.posterKey !== null
  const key = isPoster ? item.posterKey : item.fileKey
  const stored = key === null ? undefined : await storage.find(key)
  if (key === null || stored === undefined) return undefined
  return {
    fileName: isPoster ? `poster${path.extname(key)}` : `${item.fileName.replace(/\.[^.]*$/, '')}${path.extname(key)}`,
    item: isPoster ? undefined : item,
    open: () => piecesOf(() => storage.read(key, { start: 0, end: Math.max(0, stored.size - 1) })),
  }
}

/** The files behind addresses, by address. An address whose file is not there is not among them. */
export async function findSources(
  { db, storage, contentDir }: FileGround,
  addresses: readonly string[],
): Promise<Map<string, StoredSource>> {
  const ids = addresses.flatMap((address) => ofLibrary.exec(storedPath(address))?.[1] ?? [])
  const items = new Map((await listStoredMedia(db, ids)).map((item) => [String(item.mediaId), item]))
  const found = new Map<string, StoredSource>()
  for (const address of addresses) {
    const relative = storedPath(address)
    const [, id = '', name = ''] = ofLibrary.exec(relative) ?? []
    const item = items.get(id)
    const source = id === '' ? await ofContent(contentDir, relative) : item && (await ofStorage(storage, item, name))
    if (source !== undefined) found.set(address, source)
  }
  return found
}

/** A plain name of small letters that no other file has yet. */
export function freeName(fileName: string, taken: Set<string>): string {
  const extension = path.extname(fileName).toLowerCase()
  const stem =
    slugOf(path.basename(fileName, path.extname(fileName)))
      .slice(0, 80)
      .replace(/-$/, '') || 'fil'
  for (let number = 1; ; number += 1) {
    const name = `${number === 1 ? stem : `${stem}-${number}`}${extension}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
