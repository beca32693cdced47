import { KEEPING_HEADER } from './saved-names'

const AT = 'x-kept-at'
const SIZE = 'x-kept-size'
const TITLE = 'x-kept-title'
const KIND = 'x-kept-kind'
const PLACE = 'x-kept-place'

export type CopyKind = 'page' | 'file' | 'film'
export interface Copy {
  path: string
  kind: CopyKind
  title: string
  /** Its place in the course. */
  place: number
  /** Bytes. */
  size: number
  /** When it was fetched, in ms. */
  at: number
}

/** An answer of the portal as it is kept: its own headers, when it came, how large it is and what it is called. */
export function marked(body: BodyInit, from: Headers, copy: Omit<Copy, 'path'>): Response {
  const headers = new Headers(from)
  // The body is kept as it is read.
  for (const name of ['content-encoding', 'content-length', 'set-cookie']) headers.delete(name)
  headers.set(AT, String(copy.at))
  headers.set(SIZE, String(copy.size))
  headers.set(TITLE, encodeURIComponent(copy.title))
  headers.set(KIND, copy.kind)
  headers.set(PLACE, String(copy.place))
  return new Response(body, { status: 200, headers })
}

/** What is known of a kept answer. One without marks was kept at the beginning of time. */
export function copyOf(path: string, { headers }: Pick<Response, 'headers'>): Copy {
  const kind = headers.get(KIND)
  return {
    path,
    kind: kind === 'page' || kind === 'film' ? kind : 'file',
    title: decodeURIComponent(headers.get(TITLE) ?? ''),
    place: Number(headers.get(PLACE) ?? 0),
    size: Number(headers.get(SIZE) ?? 0),
    at: Number(headers.get(AT) ?? 0),
  }
}

/** Scripts, styles and letters that a page names. */
export function assetsIn(html: string): string[] {
  return [...new Set([...html.matchAll(/["'](\/assets\/[^"'?\s]+)["']/g)].map((match) => match[1] ?? ''))]
}

/** Fetches a page as it stands now; undefined when the portal does not show it to this person. */
export async function fetchPage(path: string): Promise<Response | undefined> {
  const response = await fetch(path, { headers: { accept: 'text/html', [KEEPING_HEADER]: '1' }, redirect: 'manual' })
  return response.ok ? response : undefined
}

/** Keeps a page and the files that it cannot be shown without. Answers the page's text. */
export async function keepPage(
  cache: Cache,
  { path, title, place }: Pick<Copy, 'path' | 'title' | 'place'>,
  response: Response,
): Promise<string> {
  const html = await response.text()
  const size = new Blob([html]).size
  await cache.put(path, marked(html, response.headers, { kind: 'page', title, place, size, at: Date.now() }))
  for (const asset of assetsIn(html)) await keepFile(cache, asset)
  return html
}

/** Keeps a file of this portal, unless it is kept already; a file that cannot be had is left out. */
export async function keepFile(cache: Cache, path: string): Promise<void> {
  if ((await cache.match(path)) !== undefined) return
  const response = await fetch(path).catch(() => undefined)
  if (response === undefined || !response.ok || response.status === 206) return
  const blob = await response.blob()
  const copy = { kind: 'file' as const, title: '', place: 0, size: blob.size, at: Date.now() }
  await cache.put(path, marked(blob, response.headers, copy))
}
