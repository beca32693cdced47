// Keeps the attendance list that was last opened, so that a leader can open it again without a connection.
const KEPT = 'narvaro'
const LIST = /^\/narvaro\/[0-9a-f-]{36}$/
const LONGEST_MS = 24 * 60 * 60 * 1000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.clients.claim(), forgetOld()])))

// Lists older than a day go, whether or not anybody opens them.
async function forgetOld() {
  const kept = await caches.open(KEPT)
  for (const request of await kept.keys()) {
    if (!LIST.test(new URL(request.url).pathname)) continue
    const at = Number((await kept.match(request))?.headers.get('x-kept-at') ?? 0)
    if (Date.now() - at >= LONGEST_MS) await kept.delete(request)
  }
}

async function keepPage(path, response) {
  const kept = await caches.open(KEPT)
  const headers = new Headers(response.headers)
  headers.set('x-kept-at', String(Date.now()))
  await kept.put(path, new Response(await response.blob(), { status: 200, headers }))
}

self.addEventListener('message', (event) => {
  const { page, files } = event.data ?? {}
  if (typeof page !== 'string' || !LIST.test(page) || !Array.isArray(files)) return
  event.waitUntil(
    (async () => {
      const kept = await caches.open(KEPT)
      await Promise.all(
        ['/eu-emblem.svg', '/icon.svg', ...files].map(async (file) => {
          if ((await kept.match(file)) === undefined) await kept.add(file).catch(() => undefined)
        }),
      )
      const response = await fetch(page, { headers: { accept: 'text/html' } })
      if (response.ok && !response.redirected) await keepPage(page, response)
    })().catch(() => undefined),
  )
})

async function list(request, path) {
  try {
    const response = await fetch(request)
    if (response.ok && !response.redirected) await keepPage(path, response.clone())
    else if (response.redirected || response.status === 403) await (await caches.open(KEPT)).delete(path)
    return response
  } catch (error) {
    await forgetOld()
    const kept = await (await caches.open(KEPT)).match(path)
    if (kept !== undefined) return kept
    throw error
  }
}

async function file(request, path) {
  const kept = await (await caches.open(KEPT)).match(path)
  return kept ?? fetch(request)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  event.waitUntil(forgetOld().catch(() => undefined))
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && LIST.test(pathname)) event.respondWith(list(request, pathname))
  else if (/^\/assets\/|^\/(eu-emblem|icon)\.svg$/.test(pathname)) event.respondWith(file(request, pathname))
})
