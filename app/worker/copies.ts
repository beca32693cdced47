import { parseRange } from '~/shared/byte-range'
import { copyOf, fetchPage, keepPage } from '~/shared/offline/keep-copy'
import { paths } from '~/shared/paths'
import { lock, ownedCaches } from './owner'

const wide = { ignoreVary: true, ignoreSearch: true }

interface Found {
  cache: Cache
  copy: Response
}

/** The owner's copy of an address; `search` decides for files, never for pages. */
async function findCopy(path: string, search = ''): Promise<Found | undefined> {
  for (const name of await ownedCaches()) {
    const cache = await caches.open(name)
    const copy = await (search === '' ? cache.match(path, wide) : cache.match(path + search, { ignoreVary: true }))
    if (copy !== undefined) return { cache, copy }
  }
  return undefined
}

/**
 * A page from the portal, and the copy of it renewed where there is one. Without a connection: the copy, else the way to
 * what is saved, else a page that says so.
 */
export async function openPage(request: Request, path: string, later: (work: Promise<unknown>) => void) {
  try {
    const response = await fetch(request)
    // A view of the page under a query is not the page.
    const isPlain = new URL(request.url).search === ''
    later(isPlain ? learnFrom(response.clone(), path) : renewSoon(path))
    return response
  } catch (error) {
    const found = await findCopy(path)
    if (found !== undefined) return found.copy
    if (path !== paths.saved() && (await findCopy(paths.saved())) !== undefined)
      return Response.redirect(`${paths.saved()}?saknas=${encodeURIComponent(path)}`)
    const plain = await caches.match('/offline.html')
    if (plain === undefined) throw error
    return plain
  }
}

async function learnFrom(response: Response, path: string): Promise<void> {
  const found = await findCopy(path)
  if (found === undefined) return
  if (response.ok) await renew(found, path, response)
  // A saved page that leads elsewhere: the portal does not know the reader any more.
  else if (response.type === 'opaqueredirect') await lock()
}

async function renew({ cache, copy }: Found, path: string, response: Response): Promise<void> {
  await keepPage(cache, copyOf(path, copy), response)
}

/** A picture or a caption from the portal, else its copy; a film from its copy at once, in the parts that are asked for. */
export async function openFile(request: Request, path: string): Promise<Response> {
  const found = await findCopy(path, new URL(request.url).search)
  if (found === undefined) return fetch(request)
  if (copyOf(path, found.copy).kind === 'film') return partOf(found.copy, request.headers.get('range'))
  return fetch(request).catch(() => found.copy)
}

/** The part of a kept film that a player asks for. */
export async function partOf(copy: Response, asked: string | null): Promise<Response> {
  const blob = await copy.blob()
  const range = parseRange(asked ?? undefined, blob.size)
  const headers = new Headers(copy.headers)
  headers.set('accept-ranges', 'bytes')
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${blob.size}` } })
  if (range === undefined) return new Response(blob, { status: 200, headers })
  headers.set('content-range', `bytes ${range.start}-${range.end}/${blob.size}`)
  headers.set('content-length', String(range.end - range.start + 1))
  return new Response(blob.slice(range.start, range.end + 1, copy.headers.get('content-type') ?? ''), {
    status: 206,
    headers,
  })
}

const QUIET_MS = 2_500
const waiting = new Map<string, symbol>()

/** Fetches the copy of a page anew when nothing has happened on it for a while. Does nothing for a page without a copy. */
export async function renewSoon(path: string): Promise<void> {
  const turn = Symbol(path)
  waiting.set(path, turn)
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  if (waiting.get(path) !== turn) return
  waiting.delete(path)
  await renewCopy(path)
}

async function renewCopy(path: string): Promise<boolean> {
  const found = await findCopy(path)
  if (found === undefined) return true
  const response = await fetchPage(path).catch(() => undefined)
  if (response === undefined) return false
  await renew(found, path, response)
  return true
}

/** Fetches every saved page anew, so that it fits the scripts of a new version; false when some could not be had. */
export async function renewAll(): Promise<boolean> {
  let isWhole = true
  for (const name of await ownedCaches()) {
    for (const request of await (await caches.open(name)).keys()) {
      const path = new URL(request.url).pathname
      const copy = await (await caches.open(name)).match(request)
      if (copy !== undefined && copyOf(path, copy).kind === 'page') isWhole = (await renewCopy(path)) && isWhole
    }
  }
  return isWhole
}
