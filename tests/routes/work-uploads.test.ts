import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domains/identity'
import { workFolder } from '~/media-storage.server'
import { refuseForeignWrites } from '~/server/headers.server'
import { sweepWorks, workUploads } from '~/server/work-uploads.server'
import { paths } from '~/shared/paths'
import { begunFilesOf, giveUpWork } from '~/works-on-the-way.server'
import { assignmentGround } from '../support/assignment'
import { testDatabase } from '../support/database'
import { makeActor } from '../support/factories'
import { openPortal } from '../support/portal'

const db = await testDatabase()
const ground = await assignmentGround(db, { minWords: 0, mostFiles: 1 })
let server: Server
let signIn: (actor: Actor) => Promise<string>
let origin = ''

beforeAll(async () => {
  ;({ signIn } = await openPortal())
  const app = express()
  app.use(refuseForeignWrites)
  app.all([paths.workUploads(), `${paths.workUploads()}/*`], workUploads())
  await new Promise<void>((resolve) => {
    server = app.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

interface Person {
  actor: Actor
  cookie: string
}
const password = 'ett långt lösenord'
async function learner(): Promise<Person> {
  const actor = await ground.learner({ password })
  return { actor, cookie: await signIn(actor) }
}

function ask(who: Person | undefined, address: string, method: string, headers: Record<string, string>, body?: Buffer) {
  return fetch(new URL(address, origin), {
    method,
    headers: { 'Tus-Resumable': '1.0.0', origin, ...(who === undefined ? {} : { cookie: who.cookie }), ...headers },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  })
}
function begin(who: Person | undefined, filename: string, size: number, more: Record<string, string> = {}) {
  const metadata = { filename, course: ground.course.slug, lesson: 'lektion-1', changed: '1742800000000', ...more }
  const encoded = Object.entries(metadata).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
  const headers = { 'Upload-Length': String(size), 'Upload-Metadata': encoded.join(',') }
  return ask(who, paths.workUploads(), 'POST', headers)
}
const patch = (who: Person, address: string, offset: number, bytes: Buffer) =>
  ask(
    who,
    address,
    'PATCH',
    { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    bytes,
  )
const head = (who: Person | undefined, address: string) => ask(who, address, 'HEAD', {})
const attached = async ({ actor }: Person) => (await ground.open(actor)).work.attached.map(({ name }) => name)
const begunOf = ({ actor }: Person) => begunFilesOf(actor.personId, ground.at())
const idOf = (address: string) => address.split('/').at(-1) ?? ''
const text = Buffer.from('Ett mål som alla kan nå. '.repeat(400))

describe('a file on its way to a work', () => {
  it('comes in pieces, is told of between them, and then goes with the work', async () => {
    const who = await learner()
    const made = await begin(who, '../min plan.txt', text.length)
    expect(made.status).toBe(201)
    const address = made.headers.get('location') ?? ''
    expect((await patch(who, address, 0, text.subarray(0, 4000))).status).toBe(204)
    expect(await attached(who)).toEqual([])
    expect(await begunOf(who)).toMatchObject([
      { uploadId: idOf(address), bytes: text.length, received: 4000, fileChangedAt: 1742800000000 },
    ])
    expect((await patch(who, address, 4000, text.subarray(4000))).status).toBe(204)
    expect(await attached(who)).toEqual(['min plan.txt'])
    expect(await begunOf(who)).toEqual([])
    expect((await head(who, address)).status).toBe(404)
  })

  it('is its sender’s alone', async () => {
    const [who, other] = [await learner(), await learner()]
    const address = (await begin(who, 'plan.txt', text.length)).headers.get('location') ?? ''
    expect((await head(other, address)).status).toBe(404)
    expect((await patch(other, address, 0, text)).status).toBe(404)
    expect((await ask(other, address, 'DELETE', {})).status).toBe(404)
    await giveUpWork(other.actor.personId, idOf(address))
    expect((await head(undefined, address)).status).toBe(401)
    expect((await head(who, address)).status).toBe(200)
    await giveUpWork(who.actor.personId, idOf(address))
    expect((await head(who, address)).status).toBe(404)
  })

  it('is refused at its beginning where it cannot be taken', async () => {
    const who = await learner()
    const stranger = { actor: await makeActor(db, 'medarbetare', { password }), cookie: '' }
    stranger.cookie = await signIn(stranger.actor)
    const said = async (answer: Response) => [answer.status, await answer.text()]
    expect((await begin(undefined, 'plan.txt', 5)).status).toBe(401)
    expect(await said(await begin(stranger, 'plan.txt', 5))).toEqual([403, 'not-enrolled'])
    expect(await said(await begin(who, 'plan.txt', 5, { lesson: 'finns-inte' }))).toEqual([403, 'no-such-lesson'])
    expect(await said(await begin(who, 'plan.exe', 5))).toEqual([422, 'not-allowed'])
    expect(await said(await begin(who, 'plan.txt', 0))).toEqual([422, 'empty'])
    expect((await begin(who, 'plan.txt', 600_000_000)).status).toBe(413)
    for (let count = 0; count < 10; count++) expect((await begin(who, 'plan.txt', 5)).status).toBe(201)
    expect(await said(await begin(who, 'plan.txt', 5))).toEqual([422, 'busy'])
  })

  it('that is not what its name says, or is one too many, leaves nothing behind', async () => {
    const who = await learner()
    const page = Buffer.from('<html><script>alert(1)</script></html>')
    const film = (await begin(who, 'film.mp4', page.length)).headers.get('location') ?? ''
    const wrong = await patch(who, film, 0, page)
    expect([wrong.status, await wrong.text()]).toEqual([422, 'mismatch'])
    for (const [name, answer] of [
      ['ett.txt', [204, '']],
      ['två.txt', [422, 'too-many']],
    ] as const) {
      const address = (await begin(who, name, text.length)).headers.get('location') ?? ''
      const given = await patch(who, address, 0, text)
      expect([given.status, await given.text()]).toEqual(answer)
    }
    expect(await attached(who)).toEqual(['ett.txt'])
    expect(await begunOf(who)).toEqual([])
  })

  it('that came whole when the process died is taken once by the sweep, and half ones stay for two days', async () => {
    const who = await learner()
    const whole = idOf((await begin(who, 'hel.txt', text.length)).headers.get('location') ?? '')
    const half = idOf((await begin(who, 'halv.txt', text.length)).headers.get('location') ?? '')
    writeFileSync(path.join(workFolder(), whole), text)
    await sweepWorks()
    await sweepWorks()
    expect(await attached(who)).toEqual(['hel.txt'])
    expect(existsSync(path.join(workFolder(), whole))).toBe(false)
    expect((await begunOf(who)).map(({ uploadId }) => uploadId)).toEqual([half])
  })
})
