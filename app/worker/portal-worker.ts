import { isShell, shellCache } from '~/shared/offline/saved-names'
import { askedFor } from './asked'
import { forgetOldLists, keepShownList, openList } from './attendance-list'
import { openFile, openPage, renewAll, renewSoon } from './copies'
import { forgetOldCopies, lock, setOwner, wipe } from './owner'
import { type FetchedEvent, scope } from './scope'

/** Files of this version of the portal that reading pages may ask for; filled in by the build. */
declare const READING_FILES: { version: string; files: string[] }

const shell = shellCache(READING_FILES.version)
const plainFiles = ['/offline.html', '/eu-emblem.svg', '/icon.svg']

/** A new version takes over when all its files are here; until then the one before serves on. */
async function install(): Promise<void> {
  await (await caches.open(shell)).addAll([...plainFiles, ...READING_FILES.files])
  await scope.skipWaiting()
}

/** Saved pages name the files of the version that made them: those go when every page has been fetched anew. */
async function takeOver(): Promise<void> {
  await scope.clients.claim()
  await forgetOld()
  if (!(await renewAll())) return
  const old = (await caches.keys()).filter((name) => isShell(name) && name !== shell)
  await Promise.all(old.map((name) => caches.delete(name)))
}

async function forgetOld(): Promise<void> {
  await Promise.all([forgetOldLists(), forgetOldCopies(Date.now())])
}

async function signOut(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const plain = await caches.match('/offline.html')
    if (plain === undefined) throw error
    return plain
  } finally {
    await wipe()
  }
}

function serve(event: FetchedEvent): void {
  const { request } = event
  const asked = askedFor(request, scope.location.origin)
  switch (asked.as) {
    case 'list':
      event.waitUntil(forgetOld())
      return event.respondWith(openList(request, asked.path))
    case 'page':
      event.waitUntil(forgetOld())
      return event.respondWith(openPage(request, asked.path, event.waitUntil.bind(event)))
    case 'asset':
      return event.respondWith(caches.match(asked.path).then((kept) => kept ?? fetch(request)))
    case 'file':
      return event.respondWith(openFile(request, asked.path))
    case 'sign-in':
      return event.waitUntil(lock())
    case 'sign-out':
      return event.respondWith(signOut(request))
    case 'changed':
      return event.waitUntil(renewSoon(asked.path))
    case 'none':
      return
  }
}

function isMessage(value: unknown): value is { person?: unknown; page?: unknown; files?: unknown } {
  return typeof value === 'object' && value !== null
}

/** What pages say is done in the order in which it comes: whose the device is, before anything is kept. */
let turn: Promise<unknown> = Promise.resolve()

async function hear(said: unknown): Promise<void> {
  if (!isMessage(said)) return
  const { person, page, files } = said
  if (typeof person === 'string') await setOwner(person)
  if (typeof page === 'string' && Array.isArray(files)) await keepShownList(page, files)
}

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))
scope.addEventListener('fetch', serve)
scope.addEventListener('message', (event) => {
  turn = turn.then(() => hear(event.data)).catch(() => undefined)
  event.waitUntil(turn)
})
