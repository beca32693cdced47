import { paths } from '~/shared/paths'
import { type Copy, copyOf, fetchPage, keepFile, keepPage, marked } from './keep-copy'
import { savedCache, savedOf } from './saved-names'
import { startWorker } from './start-worker'

/** What may be saved where it is offered. */
export interface SaveOfflineProps {
  viewerKey: string
  course: { slug: string; title: string }
  lessons: readonly { slug: string; title: string }[]
  /** The lesson that is shown; without it the course is saved whole. */
  lesson?: string
}

export interface SavedPage {
  path: string
  title: string
  place: number
}
export interface Film {
  path: string
  title: string
  /** The lesson that shows it. */
  place: number
  /** Bytes; undefined while it cannot be asked for. */
  size: number | undefined
}
/** `full` when the browser has no room left, `unreachable` when the portal cannot be reached. */
export type Saving = 'saved' | 'full' | 'unreachable'

export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}

const ours = (address: string | null): string[] => {
  if (address === null) return []
  const { origin, pathname, search } = new URL(address, location.origin)
  return origin === location.origin ? [pathname + search] : []
}

function documentOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

/** Pictures, posters and captions of a page. */
function filesIn(html: string): string[] {
  const page = documentOf(html)
  const named = (selector: string, attribute: string) =>
    [...page.querySelectorAll(selector)].flatMap((element) => ours(element.getAttribute(attribute)))
  return [...new Set([...named('img[src]', 'src'), ...named('track[src]', 'src'), ...named('video[poster]', 'poster')])]
}

function filmsIn(html: string): { path: string; title: string }[] {
  return [...documentOf(html).querySelectorAll('video')].flatMap((video) => {
    const address = video.getAttribute('src') ?? video.querySelector('source[type="video/mp4"]')?.getAttribute('src')
    return ours(address ?? null).map((path) => ({ path, title: video.getAttribute('aria-label') ?? '' }))
  })
}

/** Saves pages of a course with what they show, films apart, in order; `tell` hears how many are done. */
export async function savePages(
  person: string,
  course: string,
  pages: readonly SavedPage[],
  tell: (done: number) => void,
): Promise<Saving> {
  try {
    await startWorker({ person })
    const list = await fetchPage(paths.saved())
    if (list === undefined) return 'unreachable'
    await keepPage(await caches.open(savedCache(person)), { path: paths.saved(), title: '', place: 0 }, list)
    const cache = await caches.open(savedCache(person, course))
    for (const [index, page] of pages.entries()) {
      tell(index)
      const response = await fetchPage(page.path)
      if (response === undefined) return 'unreachable'
      const html = await keepPage(cache, page, response)
      for (const file of filesIn(html)) await keepFile(cache, file)
    }
    return 'saved'
  } catch (error) {
    if (isFull(error)) return 'full'
    if (error instanceof TypeError) return 'unreachable'
    throw error
  }
}

/** The films of the saved pages of a course, with their sizes. */
export async function listFilms(person: string, course: string): Promise<Film[]> {
  const cache = await caches.open(savedCache(person, course))
  const films: Film[] = []
  for (const { path, place, kind } of await copiesIn(cache)) {
    const html = kind === 'page' ? await (await cache.match(path))?.text() : undefined
    for (const film of filmsIn(html ?? '')) films.push({ ...film, place, size: await sizeOf(film.path) })
  }
  return films.sort((a, b) => a.place - b.place)
}

async function sizeOf(path: string): Promise<number | undefined> {
  const response = await fetch(path, { method: 'HEAD' }).catch(() => undefined)
  const length = Number(response?.headers.get('content-length') ?? Number.NaN)
  return response?.ok === true && Number.isFinite(length) ? length : undefined
}

/** Saves a film; `tell` hears how many bytes have come. Asks the browser to keep what it has been given. */
export async function saveFilm(
  person: string,
  course: string,
  film: Film,
  tell: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Saving> {
  try {
    const room = await roomLeft()
    if (film.size !== undefined && room !== undefined && room < film.size) return 'full'
    await navigator.storage.persist().catch(() => false)
    const response = await fetch(film.path, { signal })
    if (!response.ok || response.body === null) return 'unreachable'
    let size = 0
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(part, out) {
          size += part.byteLength
          tell(size)
          out.enqueue(part)
        },
      }),
    )
    const { title, place } = film
    const copy = { kind: 'film' as const, title, place, size: film.size ?? 0, at: Date.now() }
    const cache = await caches.open(savedCache(person, course))
    await cache.put(film.path, marked(counted, response.headers, copy))
    return 'saved'
  } catch (error) {
    return isFull(error) ? 'full' : 'unreachable'
  }
}

/** Bytes that the browser still gives the portal; undefined where it does not say. */
export async function roomLeft(): Promise<number | undefined> {
  const { quota, usage } = await navigator.storage.estimate()
  return quota === undefined || usage === undefined ? undefined : quota - usage
}

async function copiesIn(cache: Cache): Promise<Copy[]> {
  const copies: Copy[] = []
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url)
    const kept = await cache.match(request)
    if (kept !== undefined) copies.push(copyOf(pathname + search, kept))
  }
  return copies
}

export interface SavedCourse {
  course: string
  title: string
  pages: Copy[]
  films: Copy[]
  /** Bytes of everything that is kept of it. */
  size: number
}

/** What a person has saved in this browser, by course; `only` one of them. */
export async function listSaved(person: string, only?: string): Promise<SavedCourse[]> {
  const saved: SavedCourse[] = []
  for (const name of await caches.keys()) {
    const of = savedOf(name)
    if (of === undefined || of.person !== person || of.course === '' || (only ?? of.course) !== of.course) continue
    const copies = (await copiesIn(await caches.open(name))).sort((a, b) => a.place - b.place)
    const pages = copies.filter(({ kind, path }) => kind === 'page' && path !== paths.course(of.course))
    const cover = copies.find(({ path }) => path === paths.course(of.course))
    if (cover === undefined) continue
    saved.push({
      course: of.course,
      title: cover.title,
      pages,
      films: copies.filter(({ kind }) => kind === 'film'),
      size: copies.reduce((sum, { size }) => sum + size, 0),
    })
  }
  return saved.sort((a, b) => a.title.localeCompare(b.title, 'sv'))
}

export async function removeCourse(person: string, course: string): Promise<void> {
  await caches.delete(savedCache(person, course))
}

export async function removeFilm(person: string, course: string, path: string): Promise<void> {
  await (await caches.open(savedCache(person, course))).delete(path)
}
