import { LIST_CACHE } from '~/shared/offline/saved-names'
import { paths } from '~/shared/paths'

// Keeps the attendance list that was last opened, so that a leader can open it again without a connection.

const LIST = new RegExp(`^${paths.attendance('[0-9a-f-]{36}')}$`)
const LONGEST_MS = 24 * 60 * 60 * 1000

/** Lists older than a day go, whether or not anybody opens them. */
export async function forgetOldLists(): Promise<void> {
  if (!(await caches.has(LIST_CACHE))) return
  const kept = await caches.open(LIST_CACHE)
  for (const request of await kept.keys()) {
    if (!LIST.test(new URL(request.url).pathname)) continue
    const at = Number((await kept.match(request))?.headers.get('x-kept-at') ?? 0)
    if (Date.now() - at >= LONGEST_MS) await kept.delete(request)
  }
}

async function keepList(path: string, response: Response): Promise<void> {
  const kept = await caches.open(LIST_CACHE)
  const headers = new Headers(response.headers)
  headers.set('x-kept-at', String(Date.now()))
  await kept.put(path, new Response(await response.blob(), { status: 200, headers }))
}

/** Keeps the list that a page shows, with the files that it has fetched. */
export async function keepShownList(page: string, files: readonly unknown[]): Promise<void> {
  if (!LIST.test(page)) return
  const kept = await caches.open(LIST_CACHE)
  const named = files.filter((file): file is string => typeof file === 'string' && file.startsWith('/assets/'))
  await Promise.all(
    ['/eu-emblem.svg', '/icon.svg', ...named].map(async (file) => {
      if ((await kept.match(file)) === undefined) await kept.add(file).catch(() => undefined)
    }),
  )
  const response = await fetch(page, { headers: { accept: 'text/html' } })
  if (response.ok && !response.redirected) await keepList(page, response)
}

/** The list from the portal, else the copy of the last day. */
export async function openList(request: Request, path: string): Promise<Response> {
  try {
    const response = await fetch(request)
    const isGone = response.redirected || response.type === 'opaqueredirect' || response.status === 403
    if (response.ok && !isGone) await keepList(path, response.clone())
    else if (isGone && (await caches.has(LIST_CACHE))) await (await caches.open(LIST_CACHE)).delete(path)
    return response
  } catch (error) {
    await forgetOldLists()
    const kept = await (await caches.open(LIST_CACHE)).match(path)
    if (kept !== undefined) return kept
    throw error
  }
}
