import { existsSync, mkdirSync, utimesSync } from 'node:fs'
import type { Server } from 'node:http'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMedia, listOpenUploads, listUploadsToSettle } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { incomingFolder } from '~/media-storage.server'
import { refuseForeignWrites } from '~/server/headers.server'
import { mediaFiles } from '~/server/media-files.server'
import { giveUpUpload, mediaUploads, sweepUploads } from '~/server/media-uploads.server'
import type { OrganisationId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation } from '../support/factories'
import { mp4 } from '../support/media'
import { png } from '../support/media-bytes'
import { openPortal } from '../support/portal'

const db = await testDatabase()
const everywhere = { everywhere: true, organisationIds: [] }
let server: Server
let signIn: (actor: Actor) => Promise<string>
let origin = ''

interface Person {
  actor: Actor
  cookie: string
  organisationId: OrganisationId
}
async function editor(organisationId?: OrganisationId, role: 'redaktor' | 'medarbetare' = 'redaktor'): Promise<Person> {
  const place = organisationId ?? (await makeOrganisation(db)).organisationId
  const actor = await makeActor(db, role, { organisationId: place, password: 'ett långt lösenord' })
  return { actor, cookie: await signIn(actor), organisationId: place }
}

beforeAll(async () => {
  ;({ signIn } = await openPortal())
  const app = express()
  app.use(paths.mediaFiles(), mediaFiles)
  app.use(refuseForeignWrites)
  app.all([paths.mediaUploads(), `${paths.mediaUploads()}/*`], mediaUploads())
  await new Promise<void>((resolve) => {
    server = app.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const encoded = (entries: Record<string, string>) =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

function ask(
  who: Person | undefined,
  address: string,
  init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
) {
  const headers: Record<string, string> = { 'Tus-Resumable': '1.0.0', origin, ...init.headers }
  if (who !== undefined) headers['cookie'] = who.cookie
  return fetch(new URL(address, origin), { ...init, headers })
}
function begin(who: Person | undefined, name: string, size: number, more: Record<string, string> = {}) {
  const metadata = { filename: name, organisation: who?.organisationId ?? '', changed: '1742800000000', ...more }
  return ask(who, paths.mediaUploads(), {
    method: 'POST',
    headers: { 'Upload-Length': String(size), 'Upload-Metadata': encoded(metadata) },
  })
}
const patch = (who: Person, address: string, offset: number, bytes: Buffer) =>
  ask(who, address, {
    method: 'PATCH',
    headers: { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  })
const offsetOf = async (who: Person, address: string) =>
  Number((await ask(who, address, { method: 'HEAD' })).headers.get('upload-offset') ?? Number.NaN)
const idOf = (address: string) => address.split('/').at(-1) ?? ''

/** Sends the first bytes of a request that promises more, and then the connection breaks. */
function breakOff(who: Person, address: string, offset: number, promised: number, sent: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const request = http.request(new URL(address, origin), {
      method: 'PATCH',
      headers: {
        cookie: who.cookie,
        origin,
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': offset,
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': promised,
      },
    })
    request.on('error', () => resolve())
    request.write(sent, () => setTimeout(() => request.destroy(), 150))
  })
}

describe('a resumable upload', () => {
  it('goes on after the connection broke, from the very byte, and is then in the library', async () => {
    const who = await editor()
    const bytes = Buffer.concat([mp4(12), Buffer.alloc(200_000, 7)])
    const made = await begin(who, 'Min film.mp4', bytes.length)
    expect(made.status).toBe(201)
    expect(made.headers.get('upload-expires')).not.toBeNull()
    const address = made.headers.get('location') ?? ''
    expect(address).toMatch(/^\/media\/uppladdning\/[0-9a-f-]{36}$/)
    expect((await patch(who, address, 0, bytes.subarray(0, 50_000))).status).toBe(204)
    await breakOff(who, address, 50_000, 150_000, bytes.subarray(50_000, 90_000))
    await expect.poll(() => offsetOf(who, address), { timeout: 8_000 }).toBe(90_000)
    const [open] = await listOpenUploads(db, who.actor.personId)
    expect(open).toMatchObject({ fileName: 'Min film.mp4', bytes: bytes.length, received: 50_000 })
    expect((await patch(who, address, 50_000, bytes.subarray(50_000))).status).toBe(409)
    expect((await patch(who, address, 90_000, bytes.subarray(90_000))).status).toBe(204)
    const item = await findMedia(db, everywhere, idOf(address))
    expect(item).toMatchObject({ title: 'Min film', bytes: bytes.length, durationSeconds: 12, uploading: false })
    const file = await ask(who, item?.address ?? '', { headers: { range: 'bytes=100-199' } })
    expect(file.status).toBe(206)
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true)
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await ask(who, address, { method: 'HEAD' })).status).toBe(404)
  })

  it('is its owner’s alone: not a colleague’s, not another organisation’s, not a visitor’s', async () => {
    const who = await editor()
    const address = (await begin(who, 'film.mp4', 500)).headers.get('location') ?? ''
    const colleague = await editor(who.organisationId)
    const stranger = await editor()
    for (const other of [colleague, stranger]) {
      expect((await ask(other, address, { method: 'HEAD' })).status).toBe(404)
      expect((await patch(other, address, 0, Buffer.alloc(10))).status).toBe(404)
      expect((await ask(other, address, { method: 'DELETE' })).status).toBe(404)
      expect(await giveUpUpload(other.actor, idOf(address))).toBe(false)
    }
    expect((await ask(undefined, address, { method: 'HEAD' })).status).toBe(401)
    expect((await begin(undefined, 'film.mp4', 5)).status).toBe(401)
    const teacher = await editor(who.organisationId, 'medarbetare')
    expect((await begin(teacher, 'film.mp4', 5)).status).toBe(403)
    const elsewhere = await begin({ ...stranger, organisationId: who.organisationId }, 'film.mp4', 5)
    expect([elsewhere.status, await elsewhere.text()]).toEqual([403, 'not-allowed'])
    expect(await offsetOf(who, address)).toBe(0)
  })

  it('from another site is refused', async () => {
    const who = await editor()
    const foreign = await ask(who, paths.mediaUploads(), {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'Upload-Length': '5' },
    })
    expect(foreign.status).toBe(403)
  })

  it.each([
    ['../../../etc/cron.d/x.exe', 10, 422, 'name'],
    ['film.mp4', 5_000_000_000, 413, undefined],
    ['film.mp4', 0, 422, 'empty'],
  ])('of %s with %d bytes never begins', async (name, size, status, word) => {
    const who = await editor()
    const answer = await begin(who, name, size)
    expect(answer.status).toBe(status)
    if (word !== undefined) expect(await answer.text()).toBe(word)
    expect(await listOpenUploads(db, who.actor.personId)).toEqual([])
  })

  it('that is not what its name says is refused when it is whole', async () => {
    const who = await editor()
    const page = Buffer.from('<html><script>alert(document.cookie)</script></html>')
    const address = (await begin(who, '../film.mp4', page.length)).headers.get('location') ?? ''
    const answer = await patch(who, address, 0, page)
    expect([answer.status, await answer.text()]).toEqual([422, 'mismatch'])
    const item = await findMedia(db, everywhere, idOf(address))
    expect(item).toMatchObject({ state: 'fel', fault: 'mismatch', address: null, fileName: 'film.mp4' })
  })

  it('cannot be longer than it said', async () => {
    const who = await editor()
    const address = (await begin(who, 'bild.png', 100)).headers.get('location') ?? ''
    expect((await patch(who, address, 0, Buffer.alloc(5_000))).status).toBeGreaterThanOrEqual(400)
    expect(await findMedia(db, everywhere, idOf(address))).toMatchObject({ address: null })
  })

  it('given up leaves nothing', async () => {
    const who = await editor()
    const address = (await begin(who, 'film.mp4', 500)).headers.get('location') ?? ''
    expect((await ask(who, address, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(who, address, { method: 'HEAD' })).status).toBe(404)
    expect(await findMedia(db, everywhere, idOf(address))).toBeUndefined()
  })

  it('is swept beside folders of others, which stay', async () => {
    const folder = path.join(incomingFolder(), 'packages')
    mkdirSync(folder, { recursive: true })
    const left = path.join(incomingFolder(), 'lecture-left')
    mkdirSync(left, { recursive: true })
    const before = new Date(Date.now() - 2 * 3_600_000)
    for (const each of [folder, left]) utimesSync(each, before, before)
    await sweepUploads(new Date())
    expect([existsSync(folder), existsSync(left)]).toEqual([true, false])
  })

  it('whose week is over goes with the sweep, and one that is not stays', async () => {
    const who = await editor()
    const address = (await begin(who, 'film.mp4', 500)).headers.get('location') ?? ''
    await sweepUploads(new Date())
    expect(await offsetOf(who, address)).toBe(0)
    await sweepUploads(new Date(Date.now() + 8 * 86_400_000))
    expect((await ask(who, address, { method: 'HEAD' })).status).toBe(404)
    expect((await listUploadsToSettle(db, new Date())).map(({ uploadId }) => uploadId)).not.toContain(idOf(address))
  })
})

describe('a file of the library', () => {
  async function picture(who: Person): Promise<string> {
    const address = (await begin(who, 'bild.png', png.length)).headers.get('location') ?? ''
    await patch(who, address, 0, png)
    return (await findMedia(db, everywhere, idOf(address)))?.address ?? ''
  }
  it('that no page names is for its keepers', async () => {
    const who = await editor()
    const address = await picture(who)
    expect((await ask(who, address)).status).toBe(200)
    expect((await ask(await editor(who.organisationId), address)).status).toBe(200)
    expect((await ask(await editor(), address)).status).toBe(404)
    expect((await ask(await editor(who.organisationId, 'medarbetare'), address)).status).toBe(404)
    expect((await ask(undefined, address)).status).toBe(404)
    expect((await ask(who, address)).headers.get('cache-control')).toBe('private, no-cache')
  })
  it('is not reached by strange addresses', async () => {
    const who = await editor()
    const id = (await picture(who)).split('/')[3] ?? ''
    for (const rest of [
      '../../x',
      'stream/master.m3u8',
      'stream/aaaaaaaa/..%2foriginal.png',
      'a/b',
      'poster.jpg/x',
      '',
    ])
      expect([rest, (await ask(who, `${paths.mediaFiles()}/${id}/${rest}`)).status]).toEqual([rest, 404])
    expect((await ask(who, `${paths.mediaFiles()}/inget/x.png`)).status).toBe(404)
  })
  it('of a film without a poster has a drawn one', async () => {
    const who = await editor()
    const film = mp4(3)
    const upload = (await begin(who, 'film.mp4', film.length)).headers.get('location') ?? ''
    await patch(who, upload, 0, film)
    const poster = await ask(who, `${paths.mediaFiles()}/${idOf(upload)}/omslag.svg`)
    expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    expect(await poster.text()).toMatch(/^<svg .*<\/svg>$/)
    expect((await ask(await editor(), `${paths.mediaFiles()}/${idOf(upload)}/omslag.svg`)).status).toBe(404)
  })
  it('that is a document is saved, never opened', async () => {
    const who = await editor()
    const text = Buffer.from('Anteckningar')
    const upload = (await begin(who, 'text"; filename=x.html.txt', text.length)).headers.get('location') ?? ''
    await patch(who, upload, 0, text)
    const address = (await findMedia(db, everywhere, idOf(upload)))?.address ?? ''
    const { headers } = await ask(who, address)
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })
})
