import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mediaScope } from '~/domains/catalogue'
import {
  endWork,
  failWork,
  findMedia,
  findServedMedia,
  LEASE_SECONDS,
  leaseJob,
  playAsTheyAre,
  processAgain,
  releaseJob,
  reportJob,
} from '~/domains/catalogue/index.server'
import { mediaStorage } from '~/media-storage.server'
import { ffmpeg } from '~/server/ffmpeg.server'
import { renditionHeights } from '~/server/media-renditions.server'
import { workOn } from '~/server/media-work.server'
import type { MediaId } from '~/shared/ids'
import { installDebianPackage } from '../support/postgres-server'
import { openedDatabase, testDatabase } from '../support/database'
import { makeActor, makeOrganisation } from '../support/factories'
import { at, mp4, storage, upload } from '../support/media'

const db = await testDatabase()
const seconds = (count: number) => new Date(at.getTime() + count * 1000)
const worker = () => randomUUID()
const nothing = { posterKey: null, streamKey: null, durationSeconds: null, width: null, height: null }

beforeEach(async () => {
  await db.deleteFrom('media_job').execute()
})

async function waiting(bytes = mp4(10)) {
  const { organisationId } = await makeOrganisation(db)
  const editor = await makeActor(db, 'redaktor', { organisationId })
  const outcome = await upload(db, editor, { organisationId, name: 'film.mp4', bytes, processes: true })
  const mediaId = outcome.ok ? outcome.value.mediaId : ('' as MediaId)
  const item = () => findMedia(db, mediaScope(editor), mediaId)
  return { editor, organisationId, mediaId, item }
}
async function leased(who: string, when = at) {
  const job = await leaseJob(db, who, when)
  if (job === undefined) throw new Error('There was no work.')
  return job
}

describe('work on a recording', () => {
  it('is one worker’s alone, however many ask', async () => {
    const { mediaId } = await waiting()
    const jobs = await Promise.all(Array.from({ length: 5 }, () => leaseJob(db, worker(), at)))
    expect(jobs.filter((job) => job !== undefined).map((job) => job.mediaId)).toEqual([mediaId])
  })
  it('tells how far it is', async () => {
    const { item } = await waiting()
    expect(await item()).toMatchObject({ state: 'behandlas', progress: 0 })
    const one = worker()
    const job = await leased(one)
    expect(await reportJob(db, job, one, 41.6, at)).toBe(true)
    expect(await item()).toMatchObject({ state: 'behandlas', progress: 42 })
    expect(await endWork(db, job, one, { ...nothing, durationSeconds: 9.5 }, at)).toBe(true)
    expect(await item()).toMatchObject({ state: 'klar', progress: null, durationSeconds: 9.5 })
  })
  it('of a worker that was killed is taken up by another when the lease is over, and what the first made does not count', async () => {
    const { item } = await waiting()
    const [dead, heir] = [worker(), worker()]
    const first = await leased(dead)
    expect(await leaseJob(db, heir, seconds(LEASE_SECONDS - 1))).toBeUndefined()
    const second = await leased(heir, seconds(LEASE_SECONDS + 1))
    expect([first.attempt, second.attempt]).toEqual([1, 2])
    expect(await reportJob(db, first, dead, 90, seconds(70))).toBe(false)
    expect(await endWork(db, first, dead, { ...nothing, streamKey: 'fel' }, seconds(70))).toBe(false)
    await failWork(db, first, dead, 'processing', seconds(70))
    expect(await item()).toMatchObject({ state: 'behandlas', streamAddress: null })
    expect(await endWork(db, second, heir, nothing, seconds(80))).toBe(true)
    expect(await item()).toMatchObject({ state: 'klar' })
  })
  it('is kept as long as its worker tells of itself', async () => {
    await waiting()
    const [one, other] = [worker(), worker()]
    const job = await leased(one)
    await reportJob(db, job, one, 10, seconds(50))
    expect(await leaseJob(db, other, seconds(100))).toBeUndefined()
    expect(await leaseJob(db, other, seconds(111))).toBeDefined()
  })
  it('given back is there for the next at once', async () => {
    await waiting()
    const one = worker()
    await releaseJob(db, await leased(one), one)
    expect((await leased(worker())).attempt).toBe(2)
  })
  it('on a file that has been replaced stops', async () => {
    const { editor, organisationId, mediaId } = await waiting()
    const one = worker()
    const job = await leased(one)
    await upload(db, editor, { organisationId, name: 'ny.mp4', bytes: mp4(5), replaces: mediaId, processes: true })
    expect(await reportJob(db, job, one, 50, at)).toBe(false)
    expect(await endWork(db, job, one, { ...nothing, durationSeconds: 99 }, at)).toBe(false)
    expect((await leased(worker())).fileKey).not.toBe(job.fileKey)
  })
  it('that failed can be asked for again by those who keep the file', async () => {
    const { editor, organisationId, mediaId, item } = await waiting()
    const one = worker()
    await failWork(db, await leased(one), one, 'processing', at)
    expect(await item()).toMatchObject({ state: 'fel', fault: 'processing' })
    const stranger = await makeActor(db, 'redaktor', { organisationId: (await makeOrganisation(db)).organisationId })
    expect(await processAgain(db, stranger, { mediaId, organisationId }, at)).toBe(false)
    expect(await processAgain(db, editor, { mediaId, organisationId }, at)).toBe(true)
    expect(await item()).toMatchObject({ state: 'behandlas', fault: null })
    expect((await leased(worker())).attempt).toBe(1)
  })
})

it('without ffmpeg a recording goes on as it is', async () => {
  const { item } = await waiting()
  expect(await playAsTheyAre(db)).toBe(1)
  expect(await item()).toMatchObject({ state: 'klar', progress: null, durationSeconds: 10, streamAddress: null })
})

it('makes no picture larger than it was', () => {
  expect([2160, 1080, 720, 500, 360, 241].map(renditionHeights)).toEqual([
    [360, 720, 1080],
    [360, 720, 1080],
    [360, 720],
    [360],
    [360],
    [240],
  ])
})

describe('with ffmpeg', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-film-'))
  let isThere = false
  beforeAll(async () => {
    Object.assign(globalThis, { portalDatabase: await openedDatabase() })
    const run = promisify(execFile)
    const found = () =>
      run('ffmpeg', ['-version']).then(
        () => true,
        () => false,
      )
    isThere = (await found()) || (installDebianPackage('ffmpeg') && (await found()))
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function film(size: string, length: number): Promise<Buffer> {
    const file = path.join(folder, `${size}.mp4`)
    const picture = `testsrc2=size=${size}:rate=10:duration=${length}`
    const sound = `sine=frequency=440:duration=${length}`
    const args = ['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound]
    await promisify(execFile)('ffmpeg', [...args, '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-c:a', 'aac', file])
    return readFileSync(file)
  }
  async function work(bytes: Buffer) {
    const ready = await waiting(bytes)
    const programs = await ffmpeg()
    if (programs === undefined) throw new Error('ffmpeg went away.')
    const one = worker()
    const job = await leased(one, new Date())
    // The worker reads from the portal's own storage.
    const { file } = await storage.fetch(job.fileKey)
    await mediaStorage().keep(job.fileKey, file, 'video/mp4')
    await workOn(job, one, programs, new AbortController().signal)
    return ready
  }

  it(
    'makes a poster and renditions up to the height of the film, and measures it',
    { timeout: 120_000 },
    async (context) => {
      if (!isThere) return context.skip('ffmpeg is missing')
      const { item, mediaId } = await work(await film('640x400', 3))
      expect(await item()).toMatchObject({ state: 'klar', fault: null, width: 640, height: 400 })
      expect((await item())?.durationSeconds).toBeCloseTo(3, 0)
      const served = await findServedMedia(db, mediaId)
      const textOf = async (name: string) => {
        const key = `${served?.streamKey ?? ''}/${name}`
        const { size } = (await mediaStorage().find(key)) ?? { size: 0 }
        let text = ''
        for await (const part of await mediaStorage().read(key, { start: 0, end: size - 1 })) text += String(part)
        return text
      }
      const master = await textOf('master.m3u8')
      expect(master).toContain('360p/index.m3u8')
      expect(master).not.toContain('720p')
      expect(await textOf('360p/index.m3u8')).toContain('del_0000.ts')
      expect(await mediaStorage().find(served?.posterKey ?? '')).toBeDefined()
    },
  )

  it('says that a broken film cannot be played', { timeout: 60_000 }, async (context) => {
    if (!isThere) return context.skip('ffmpeg is missing')
    const { item } = await work(mp4(10))
    expect(await item()).toMatchObject({ state: 'fel', fault: 'damaged' })
  })
})
