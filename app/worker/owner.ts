import { LIST_CACHE, LONGEST_MS, WHO_CACHE, WHO_KEY, isShell, savedOf } from '~/shared/offline/saved-names'
import { copyOf } from '~/shared/offline/keep-copy'

/** The person whose copies may be shown; undefined while nobody is known to be signed in. */
export async function findOwner(): Promise<string | undefined> {
  if (!(await caches.has(WHO_CACHE))) return undefined
  return (await (await caches.open(WHO_CACHE)).match(WHO_KEY))?.text()
}

/** A page says who is signed in. What others have left on this device goes, before anything of it can be shown. */
export async function setOwner(person: string): Promise<void> {
  const before = await findOwner()
  const names = await caches.keys()
  const isOthers = (name: string) => {
    const saved = savedOf(name)
    return saved === undefined ? name === LIST_CACHE && before !== person : saved.person !== person
  }
  await Promise.all(names.filter(isOthers).map((name) => caches.delete(name)))
  await (await caches.open(WHO_CACHE)).put(WHO_KEY, new Response(person))
}

/** Nobody is known to be signed in: copies stay, but none is shown until a page says whose they are. */
export async function lock(): Promise<void> {
  await caches.delete(WHO_CACHE)
}

/** Removes all that is somebody's. */
export async function wipe(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => !isShell(name)).map((name) => caches.delete(name)))
}

/** The names of the owner's caches. */
export async function ownedCaches(): Promise<string[]> {
  const owner = await findOwner()
  if (owner === undefined) return []
  return (await caches.keys()).filter((name) => savedOf(name)?.person === owner)
}

/** Removes copies that nobody has refreshed for a month; a course without pages goes whole. */
export async function forgetOldCopies(now: number): Promise<void> {
  for (const name of await caches.keys()) {
    if (savedOf(name) === undefined) continue
    const cache = await caches.open(name)
    let pages = 0
    for (const request of await cache.keys()) {
      const kept = await cache.match(request)
      if (kept === undefined) continue
      const { kind, at } = copyOf('', kept)
      if (kind === 'page' && now - at >= LONGEST_MS) await cache.delete(request)
      else if (kind === 'page') pages += 1
    }
    if (pages === 0) await caches.delete(name)
  }
}
