import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import express from 'express'
import { afterAll, describe, expect, it } from 'vitest'
import { draftOf, emptyLecture, mediaScope } from '~/domains/catalogue'
import {
  beginMuxUpload,
  findLecture,
  findMedia,
  findMuxFilm,
  findServedMedia,
  followMux,
  pickMedia,
  publishLecture,
  saveLectureDraft,
} from '~/domains/catalogue/index.server'
import { muxWebhook } from '~/server/mux-webhook.server'
import { muxApi } from '~/shared/mux/api.server'
import { openedDatabase, testDatabase } from '../support/database'
import { makeActor, makeOrganisation, unique } from '../support/factories'
import { at, caption, quota } from '../support/media'
import { muxMessage, muxSecrets, startMuxServer } from '../support/mux-server'
import { everyType } from '../support/questions'

const db = await testDatabase()
const mux = await startMuxServer()
const api = muxApi({ url: mux.url, tokenId: muxSecrets.MUX_TOKEN_ID, tokenSecret: muxSecrets.MUX_TOKEN_SECRET })
afterAll(() => mux.stop())

async function library() {
  const { organisationId } = await makeOrganisation(db)
  const editor = await makeActor(db, 'kursansvarig', { organisationId })
  const begin = (wish: { fileName?: string; bytes?: number; by?: typeof api } = {}) =>
    beginMuxUpload(db, editor, wish.by ?? api, {
      wish: {
        uploadId: randomUUID(),
        organisationId,
        replaces: undefined,
        fileName: wish.fileName ?? 'film.mp4',
        bytes: wish.bytes ?? 1000,
        fileChangedAt: null,
      },
      quota,
      origin: 'https://portal.example',
      at,
    })
  const count = async () =>
    (await db.selectFrom('media_item').where('organisation_id', '=', organisationId).selectAll().execute()).length
  return { editor, organisationId, begin, count }
}

async function begunFilm() {
  const { editor, organisationId, begin } = await library()
  const begun = await begin()
  if (!begun.ok) throw new Error(begun.refusal)
  const { mediaId, url } = begun.value
  const uploadId = url.split('/').at(-1) ?? ''
  const tell = (type: string, data: object) => followMux(db, { type, data }, at)
  const item = () => findMedia(db, mediaScope(editor), mediaId)
  const ready = (more: object = {}) =>
    tell('video.asset.ready', {
      id: `film-${uploadId}`,
      upload_id: uploadId,
      duration: 30.256,
      playback_ids: [{ id: `spela-${uploadId}`, policy: 'signed' }],
      ...more,
    })
  return { editor, organisationId, mediaId, uploadId, tell, item, ready }
}

describe('a film on its way to Mux', () => {
  it('has room in the library and an address at Mux that takes it for signed playing alone', async () => {
    const { mediaId, uploadId, item } = await begunFilm()
    expect(mux.uploads.get(uploadId)?.wish).toEqual({
      cors_origin: 'https://portal.example',
      timeout: 86_400,
      new_asset_settings: { playback_policy: ['signed'], passthrough: mediaId },
    })
    expect(await item()).toMatchObject({ state: 'laddas-upp', atMux: true, uploading: true, address: null })
  })

  it('is refused as every upload is, and leaves nothing when Mux cannot be reached', async () => {
    const { begin, count } = await library()
    expect(await begin({ fileName: 'bild.png' })).toEqual({ ok: false, refusal: 'kind' })
    expect(await begin({ bytes: quota.file + 1 })).toEqual({ ok: false, refusal: 'too-large' })
    mux.state.isDown = true
    expect(await begin()).toEqual({ ok: false, refusal: 'failed' })
    mux.state.isDown = false
    const stranger = muxApi({ url: mux.url, tokenId: 'annan', tokenSecret: 'annan' })
    expect(await begin({ by: stranger })).toEqual({ ok: false, refusal: 'failed' })
    expect(await count()).toBe(0)
  })
})

describe('what Mux tells', () => {
  it('takes the item from upload to work to whole, and news that come again or late change nothing', async () => {
    const { mediaId, uploadId, tell, item, ready } = await begunFilm()
    const taken = () => tell('video.upload.asset_created', { id: uploadId, asset_id: `film-${uploadId}` })
    expect(await taken()).toBe(true)
    expect(await item()).toMatchObject({ state: 'behandlas', uploading: false })
    expect(await ready()).toBe(true)
    const whole = await item()
    expect(whole).toMatchObject({ state: 'klar', durationSeconds: 30.26 })
    await taken()
    await ready({ duration: 99 })
    await tell('video.asset.errored', { id: `film-${uploadId}`, upload_id: uploadId })
    expect(await item()).toEqual(whole)
    expect(await findMuxFilm(db, mediaId)).toEqual({ assetId: `film-${uploadId}`, playbackId: `spela-${uploadId}` })
  })

  it('may come in any order', async () => {
    const { uploadId, tell, item, ready } = await begunFilm()
    await ready()
    await tell('video.upload.asset_created', { id: uploadId, asset_id: `film-${uploadId}` })
    expect(await item()).toMatchObject({ state: 'klar', uploading: false })
  })

  it.each([
    ['an upload that broke', 'video.upload.errored', (id: string) => ({ id })],
    ['an upload that was cancelled', 'video.upload.cancelled', (id: string) => ({ id })],
    ['a film that Mux cannot read', 'video.asset.errored', (id: string) => ({ id: 'film', upload_id: id })],
    [
      'a film that everybody could play',
      'video.asset.ready',
      (id: string) => ({ id: 'film', upload_id: id, duration: 3, playback_ids: [{ id: 'a', policy: 'public' }] }),
    ],
  ])('says so of %s', async (_name, type, data) => {
    const { uploadId, tell, item } = await begunFilm()
    await tell(type, data(uploadId))
    expect(await item()).toMatchObject({ state: 'fel', fault: 'processing', uploading: false })
  })

  it('may concern something else', async () => {
    const { tell } = await begunFilm()
    expect(await tell('video.asset.ready', { id: 'x', upload_id: 'okänd', playback_ids: [] })).toBe(false)
    expect(await tell('video.live_stream.active', { id: 'x' })).toBe(false)
    expect(await followMux(db, 'inget', at)).toBe(false)
  })
})

describe('the address that Mux speaks to', async () => {
  Object.assign(globalThis, { portalDatabase: await openedDatabase() })
  const app = express().post('/ord', ...muxWebhook(muxSecrets.MUX_WEBHOOK_SECRET))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => void server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/ord`
  const send = async ({ body, headers }: { body: string; headers: Record<string, string> }) =>
    (await fetch(url, { method: 'POST', body, headers })).status

  it('follows what is signed, also twice, and nothing else', async () => {
    const { uploadId, item } = await begunFilm()
    const message = muxMessage('video.upload.asset_created', { id: uploadId, asset_id: `film-${uploadId}` })
    expect(await send({ ...message, headers: { 'content-type': 'application/json' } })).toBe(401)
    expect(await send({ ...message, body: message.body.replace('asset_created', 'cancelled') })).toBe(401)
    expect(
      await send(muxMessage('video.upload.cancelled', { id: uploadId }, Math.floor(Date.now() / 1000) - 400)),
    ).toBe(401)
    expect((await item())?.state).toBe('laddas-upp')
    expect([await send(message), await send(message)]).toEqual([204, 204])
    expect((await item())?.state).toBe('behandlas')
    expect(await send(muxMessage('video.asset.created', { id: 'annat' }))).toBe(204)
    expect(await send(muxMessage('video.asset.created', { id: 'x'.repeat(600_000) }))).toBe(413)
  })
})

it('becomes a lecture that is played by its id at Mux, and a film without a file here is no file to embed', async () => {
  const { editor, mediaId, uploadId, ready, item } = await begunFilm()
  const typed = {
    ...emptyLecture,
    title: unique('Film hos Mux'),
    summary: 'Om röst och rum.',
    speaker: 'Föreläsare Ek',
    recordedOn: '2025-03-01',
    minutes: '2',
    questions: everyType.slice(0, 1).map(draftOf),
  }
  await caption(db, editor, mediaId)
  await saveLectureDraft(db, editor, mediaId, { typed, version: null, at })
  const codes = { competenceCodes: [], at }
  const early = await publishLecture(db, editor, mediaId, codes)
  expect(early).toMatchObject({ ok: false, refusal: 'not-ready' })
  await ready()
  const outcome = await publishLecture(db, editor, mediaId, codes)
  const lecture = await findLecture(db, outcome.ok ? outcome.slug : '')
  expect(lecture).toMatchObject({ videoPath: null, muxPlaybackId: `spela-${uploadId}`, durationSeconds: 30.26 })
  expect(lecture?.posterPath).toBe(`/media/fil/${mediaId}/omslag.svg`)
  expect(await findServedMedia(db, mediaId)).toMatchObject({ fileKey: null, shown: true })
  expect((await item())?.uses).toMatchObject([{ kind: 'lecture', shown: true }])
  const offered = await pickMedia(db, mediaScope(editor), { kinds: ['video'], q: '' })
  expect(offered.map((one) => one.mediaId)).not.toContain(mediaId)
  await api.deleteAsset(`film-${uploadId}`)
  await api.deleteAsset('finns-inte')
  expect(mux.removed).toContain(`film-${uploadId}`)
})
