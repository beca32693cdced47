import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { copyOf, marked } from '~/shared/offline/keep-copy'
import { LIST_CACHE, LONGEST_MS, savedCache, savedOf, shellCache } from '~/shared/offline/saved-names'
import { paths } from '~/shared/paths'
import { MemoryCaches } from '../../tests/support/memory-caches'
import { askedFor } from './asked'
import { openFile, openPage, partOf } from './copies'
import { findOwner, forgetOldCopies, lock, ownedCaches, setOwner, wipe } from './owner'

const origin = 'https://portal.example'
const lesson = paths.lesson('kurs', 'lektion')

beforeEach(() => vi.stubGlobal('caches', new MemoryCaches()))
afterEach(() => vi.unstubAllGlobals())

async function save(person: string, course: string, path = lesson, body = `${person}s sida`, at = Date.now()) {
  const copy = { kind: 'page' as const, title: 'Titel å', place: 2, size: 7, at }
  const cache = await caches.open(savedCache(person, course))
  await cache.put(path, marked(body, new Headers({ 'content-type': 'text/html' }), copy))
}

describe('what a request is to the worker', () => {
  const ask = (url: string, method = 'GET', mode: RequestMode = 'cors') =>
    askedFor({ url: url.startsWith('http') ? url : origin + url, method, mode }, origin).as

  it.each([
    [lesson, 'GET', 'navigate', 'page'],
    [paths.staff(), 'GET', 'navigate', 'page'],
    [paths.attendance('12345678-1234-4123-8123-123456789012'), 'GET', 'navigate', 'list'],
    ['/assets/root-x1.js', 'GET', 'no-cors', 'asset'],
    [paths.mediaFile('lectures/x/video.mp4'), 'GET', 'no-cors', 'file'],
    [paths.lectureTrack('x', 'captions', 'sv', 'vtt'), 'GET', 'cors', 'file'],
    [`${lesson}.data`, 'GET', 'cors', 'changed'],
    [`${lesson}.data`, 'POST', 'cors', 'changed'],
    [paths.lessonDraft('kurs', 'lektion'), 'POST', 'cors', 'changed'],
    [paths.lessonUnsent('kurs', 'lektion'), 'POST', 'cors', 'changed'],
    [paths.signIn(), 'POST', 'navigate', 'sign-in'],
    [`${paths.signIn()}.data`, 'POST', 'cors', 'sign-in'],
    [paths.signOut(), 'POST', 'navigate', 'sign-out'],
    [`${paths.staff()}.data`, 'GET', 'cors', 'none'],
    [paths.participantsCsv(), 'GET', 'cors', 'none'],
    ['https://stream.mux.com/x.m3u8', 'GET', 'cors', 'none'],
  ] as const)('%s by %s, mode %s: %s', (url, method, mode, as) => expect(ask(url, method, mode)).toBe(as))
})

describe('whose copies are shown', () => {
  it('are the person\u2019s whom a page has named, and nobody\u2019s after a sign-in that no page has followed', async () => {
    await setOwner('anna')
    await save('anna', 'kurs')
    expect(await ownedCaches()).toEqual([savedCache('anna', 'kurs')])
    await lock()
    expect(await ownedCaches()).toEqual([])
    await setOwner('anna')
    expect(await ownedCaches()).toHaveLength(1)
    await setOwner('bo')
    expect((await caches.keys()).filter((name) => savedOf(name) !== undefined)).toEqual([])
  })

  it('never are another\u2019s, in whatever order people come and go', async () => {
    const person = fc.constantFrom('anna', 'bo', 'cia')
    const step = fc.oneof(
      fc.record({ do: fc.constant('come' as const), person }),
      fc.record({ do: fc.constant('save' as const), person }),
      fc.record({ do: fc.constant('sign-in' as const), person }),
      fc.record({ do: fc.constant('leave' as const), person }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        vi.stubGlobal('caches', new MemoryCaches())
        await (await caches.open(shellCache('v1'))).put('/offline.html', new Response(''))
        for (const { do: what, person: who } of steps) {
          const owner = await findOwner()
          if (what === 'save' && owner !== undefined) await save(owner, 'kurs')
          if (what === 'sign-in') await lock()
          if (what === 'leave') await wipe()
          if (what === 'come') {
            await setOwner(who)
            const left = (await caches.keys()).flatMap((name) => savedOf(name)?.person ?? [])
            expect(left.every((each) => each === who)).toBe(true)
          }
          if (what === 'leave') expect(await caches.keys()).toEqual([shellCache('v1')])
          const now = await findOwner()
          expect((await ownedCaches()).every((name) => savedOf(name)?.person === now)).toBe(true)
        }
      }),
    )
  })

  it('the list of attendance goes with its leader, and stays for the same one', async () => {
    await setOwner('anna')
    await (await caches.open(LIST_CACHE)).put('/narvaro/x', new Response('namn'))
    await setOwner('anna')
    expect(await caches.has(LIST_CACHE)).toBe(true)
    await setOwner('bo')
    expect(await caches.has(LIST_CACHE)).toBe(false)
  })

  it('go after a month, the course with its last page', async () => {
    await setOwner('anna')
    const now = Date.now()
    await save('anna', 'gammal', lesson, 'x', now - LONGEST_MS)
    await save('anna', 'ny', lesson, 'x', now - LONGEST_MS + 1000)
    await forgetOldCopies(now)
    expect(await ownedCaches()).toEqual([savedCache('anna', 'ny')])
  })
})

describe('opening', () => {
  const later: Promise<unknown>[] = []
  const open = (path: string) => openPage(new Request(origin + path), path, (work) => void later.push(work))
  const offline = () => Promise.reject(new TypeError('Failed to fetch'))

  it('a page gives what the portal says, and renews the copy', async () => {
    await setOwner('anna')
    await save('anna', 'kurs')
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<p>Ny sida</p>')))
    expect(await (await open(lesson)).text()).toBe('<p>Ny sida</p>')
    await Promise.all(later)
    const copy = await (await caches.open(savedCache('anna', 'kurs'))).match(lesson)
    expect(await copy?.text()).toBe('<p>Ny sida</p>')
    expect(copy && copyOf(lesson, copy)).toMatchObject({ title: 'Titel å', place: 2, kind: 'page', size: 14 })
  })

  it('keeps no page that nobody has saved', async () => {
    await setOwner('anna')
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('namn på andra')))
    await open(paths.staff())
    await Promise.all(later)
    expect(await caches.match(paths.staff())).toBeUndefined()
  })

  it('without a connection gives the copy, else the way to what is saved, else a page that says so', async () => {
    await (await caches.open(shellCache('v1'))).put('/offline.html', new Response('Du är offline'))
    vi.stubGlobal('fetch', offline)
    vi.stubGlobal(
      'Response',
      class extends Response {
        static override redirect = (url: string) => new Response(url, { status: 302 })
      },
    )
    expect(await (await open(lesson)).text()).toBe('Du är offline')
    await setOwner('anna')
    await save('anna', 'kurs')
    expect(await (await open(`${lesson}`)).text()).toBe('annas sida')
    await save('anna', '', paths.saved())
    expect((await open(paths.home())).status).toBe(302)
    await lock()
    expect(await (await open(lesson)).text()).toBe('Du är offline')
  })

  it('a saved film gives the part that a player asks for', async () => {
    await setOwner('anna')
    const path = paths.mediaFile('lectures/x/video.mp4')
    const copy = { kind: 'film' as const, title: 'Film', place: 1, size: 10, at: Date.now() }
    const cache = await caches.open(savedCache('anna', 'kurs'))
    await cache.put(`${path}?v=1`, marked('0123456789', new Headers({ 'content-type': 'video/mp4' }), copy))
    vi.stubGlobal('fetch', offline)
    const part = await openFile(new Request(`${origin}${path}?v=1`, { headers: { range: 'bytes=2-4' } }), path)
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234'])
    await expect(openFile(new Request(`${origin}${path}?v=2`), path)).rejects.toThrow()
    expect((await partOf(new Response('0123'), 'bytes=9-')).status).toBe(416)
    expect((await partOf(new Response('0123'), null)).status).toBe(200)
  })
})
