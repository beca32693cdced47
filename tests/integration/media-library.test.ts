import { randomUUID } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { mediaScope } from '~/domains/catalogue'
import {
  describeMedia,
  eraseUploads,
  findMedia,
  findServedMedia,
  listMedia,
  pickMedia,
  removeMedia,
} from '~/domains/catalogue/index.server'
import type { MediaId } from '~/shared/ids'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, makePerson, unique } from '../support/factories'
import { mergeGround } from '../support/merge'
import { at, mp4, storage, upload } from '../support/media'
import { png } from '../support/media-bytes'

const db = await testDatabase()

async function ground() {
  const own = await makeOrganisation(db)
  const other = await makeOrganisation(db)
  const editor = await makeActor(db, 'redaktor', { organisationId: own.organisationId })
  const stranger = await makeActor(db, 'redaktor', { organisationId: other.organisationId })
  const everywhere = await makeActor(db, 'redaktor')
  const { organisationId } = own
  return { organisationId, editor, stranger, everywhere }
}
const all = { q: '', kind: null, organisationId: null, page: 1 }
const idOf = (outcome: Awaited<ReturnType<typeof upload>>): MediaId =>
  outcome.ok ? outcome.value.mediaId : ('' as MediaId)

describe('a file that comes', () => {
  it('is what its bytes say, with its measures, and is kept under a name of ours', async () => {
    const { editor, organisationId } = await ground()
    const name = `../../${unique('bild')}.jpg`
    const mediaId = idOf(await upload(db, editor, { organisationId, name, bytes: png }))
    const item = await findMedia(db, mediaScope(editor), mediaId)
    expect(item).toMatchObject({ kind: 'picture', contentType: 'image/png', width: 1, height: 1, state: 'klar' })
    expect(item?.fileName).not.toContain('/')
    const served = await findServedMedia(db, mediaId)
    expect(served).toMatchObject({ shown: false, organisationId })
    expect(served?.fileKey).toMatch(/^[0-9a-f-]{36}\/[0-9a-f-]{36}\/original\.png$/)
    expect(await storage.find(served?.fileKey ?? '')).toMatchObject({ size: png.length })
  })
  it('of a film tells its length', async () => {
    const { editor, organisationId } = await ground()
    const mediaId = idOf(await upload(db, editor, { organisationId, name: 'film.mp4', bytes: mp4(61.5) }))
    expect(await findMedia(db, mediaScope(editor), mediaId)).toMatchObject({ durationSeconds: 61.5, kind: 'video' })
  })
  it.each([
    ['film.mp4', '<html><script>alert(1)</script></html>', 'mismatch'],
    ['bild.png', '<svg onload="alert(1)"></svg>', 'svg'],
    ['text.docx', 'MZ\u0090\0', 'mismatch'],
  ])('under a false name is refused and says why: %s', async (name, content, fault) => {
    const { editor, organisationId } = await ground()
    const outcome = await upload(db, editor, { organisationId, name, bytes: Buffer.from(content, 'latin1') })
    expect(outcome).toMatchObject({ ok: false, refusal: fault })
    const { items } = await listMedia(db, mediaScope(editor), all)
    expect(items).toMatchObject([{ state: 'fel', fault, address: null }])
  })
  it.each([
    ['program.exe', 10, 'name'],
    ['film.mp4', 1_000_001, 'too-large'],
    ['film.mp4', 0, 'empty'],
  ])('is refused before it is sent: %s of %d bytes', async (name, size, refusal) => {
    const { editor, organisationId } = await ground()
    const outcome = await upload(db, editor, { organisationId, name, bytes: Buffer.alloc(size) })
    expect(outcome).toEqual({ ok: false, refusal })
    expect((await listMedia(db, mediaScope(editor), all)).total).toBe(0)
  })
  it('does not pass what a person or an organisation may fill', async () => {
    const { editor, organisationId } = await ground()
    const big = Buffer.concat([mp4(5), Buffer.alloc(990_000)])
    const sizes = []
    for (let number = 0; number < 4; number += 1)
      sizes.push((await upload(db, editor, { organisationId, name: 'film.mp4', bytes: big })).ok)
    expect(sizes).toEqual([true, true, true, false])
    const second = await makeActor(db, 'redaktor', { organisationId })
    const outcomes = []
    for (let number = 0; number < 3; number += 1)
      outcomes.push(await upload(db, second, { organisationId, name: 'film.mp4', bytes: big }))
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(outcomes[2]).toEqual({ ok: false, refusal: 'organisation-full' })
  })
})

describe('the tenant lock', () => {
  it('shows and changes nothing of another organisation', async () => {
    const { editor, stranger, everywhere, organisationId } = await ground()
    const mediaId = idOf(await upload(db, editor, { organisationId, name: 'bild.png', bytes: png }))
    expect((await listMedia(db, mediaScope(stranger), all)).total).toBe(0)
    expect(await findMedia(db, mediaScope(stranger), mediaId)).toBeUndefined()
    expect(await pickMedia(db, mediaScope(stranger), { kinds: ['picture'], q: '' })).toEqual([])
    const to = {
      title: 'Tagen',
      language: null,
      licence: '',
      credit: '',
      alt: null,
      decorative: false,
      durationSeconds: undefined,
    }
    expect(await describeMedia(db, stranger, mediaId, { to, at })).toEqual({ ok: false, refusal: 'not-found' })
    expect(await removeMedia(db, stranger, storage, { mediaId, at })).toEqual({ ok: false, refusal: 'not-found' })
    const put = await upload(db, stranger, { organisationId, name: 'bild.png', bytes: png })
    expect(put).toEqual({ ok: false, refusal: 'not-allowed' })
    const swap = { organisationId, name: 'bild.png', bytes: png, replaces: mediaId }
    expect(await upload(db, stranger, swap)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect((await findMedia(db, mediaScope(everywhere), mediaId))?.title).toBe('bild')
  })
})

describe('the list', () => {
  it('finds by words and kind, takes signs of patterns as they are, and tells how many there are', async () => {
    const { editor, organisationId } = await ground()
    for (const name of ['Första 100%.png', 'Andra.png']) await upload(db, editor, { organisationId, name, bytes: png })
    await upload(db, editor, { organisationId, name: 'Tredje.mp4', bytes: mp4(3) })
    const titles = async (filter: Partial<typeof all>) =>
      (await listMedia(db, mediaScope(editor), { ...all, ...filter } as never)).items.map(({ title }) => title)
    expect(await titles({ q: '100%' })).toEqual(['Första 100%'])
    expect(await titles({ q: '%' })).toEqual(['Första 100%'])
    expect(await titles({ kind: 'video' as never })).toEqual(['Tredje'])
    expect((await listMedia(db, mediaScope(editor), all)).total).toBe(3)
  })
})

describe('a file that is replaced', () => {
  it('keeps its address, and the old bytes go', async () => {
    const { editor, organisationId } = await ground()
    const mediaId = idOf(await upload(db, editor, { organisationId, name: 'bild.png', bytes: png }))
    const before = await findServedMedia(db, mediaId)
    await upload(db, editor, { organisationId, name: 'ny.png', bytes: Buffer.concat([png, png]), replaces: mediaId })
    const after = await findServedMedia(db, mediaId)
    expect(after?.fileKey).not.toBe(before?.fileKey)
    expect(await storage.find(before?.fileKey ?? '')).toBeUndefined()
    expect(await storage.find(after?.fileKey ?? '')).toMatchObject({ size: 2 * png.length })
    expect((await findMedia(db, mediaScope(editor), mediaId))?.title).toBe('bild')
  })
  it('stays as it was when the new one is refused or of another kind', async () => {
    const { editor, organisationId } = await ground()
    const mediaId = idOf(await upload(db, editor, { organisationId, name: 'bild.png', bytes: png }))
    const before = await findServedMedia(db, mediaId)
    const bad = { organisationId, name: 'ny.png', bytes: Buffer.from('<svg/>'), replaces: mediaId }
    expect(await upload(db, editor, bad)).toMatchObject({ refusal: 'svg' })
    const film = { organisationId, name: 'film.mp4', bytes: mp4(3), replaces: mediaId }
    expect(await upload(db, editor, film)).toEqual({ ok: false, refusal: 'kind' })
    expect(await findServedMedia(db, mediaId)).toEqual(before)
    expect(await findMedia(db, mediaScope(editor), mediaId)).toMatchObject({ state: 'klar', uploading: false })
  })
})

describe('a page that names a file', () => {
  it('keeps it from being removed, says where, and lets visitors see it only while it is published', async () => {
    const { editor, organisationId } = await ground()
    const mediaId = idOf(await upload(db, editor, { organisationId, name: 'bild.png', bytes: png }))
    const address = (await findMedia(db, mediaScope(editor), mediaId))?.address ?? ''
    const slug = unique('exempel')
    const body = JSON.stringify({ type: 'doc', content: [{ type: 'image', attrs: { src: address } }] })
    const { activity_id } = await db
      .insertInto('activity')
      .values({
        slug,
        title: 'Bildträff',
        organisation_id: organisationId,
        kind: 'workshop',
        summary: '',
        description: body,
        time_type: 'schemalagd',
        state: 'utkast',
        created_at: at,
        changed_at: at,
      })
      .returning('activity_id')
      .executeTakeFirstOrThrow()
    expect(await removeMedia(db, editor, storage, { mediaId, at })).toEqual({
      ok: false,
      refusal: 'used',
      uses: [{ kind: 'activity', title: 'Bildträff', slug, courseSlug: null, shown: false }],
    })
    expect((await findServedMedia(db, mediaId))?.shown).toBe(false)
    await db
      .updateTable('activity')
      .set({ state: 'publicerad', published_at: at })
      .where('activity_id', '=', activity_id)
      .execute()
    expect((await findServedMedia(db, mediaId))?.shown).toBe(true)
    const empty = JSON.stringify({ type: 'doc', content: [] })
    await db.updateTable('activity').set({ description: empty }).where('activity_id', '=', activity_id).execute()
    const key = (await findServedMedia(db, mediaId))?.fileKey ?? ''
    expect(await removeMedia(db, editor, storage, { mediaId, at })).toEqual({ ok: true })
    expect(await storage.find(key)).toBeUndefined()
  })
})

test('a text that is being written keeps the file, and shows it to nobody', async () => {
  const { editor, organisationId } = await ground()
  const mediaId = idOf(await upload(db, editor, { organisationId, name: 'bild.png', bytes: png }))
  const address = (await findMedia(db, mediaScope(editor), mediaId))?.address ?? ''
  const body = JSON.stringify({ type: 'doc', content: [{ type: 'picture', attrs: { src: address } }] })
  await db.insertInto('text').values({ subject_kind: 'prov', body, fields: '{}', saved_at: at }).execute()
  const refused = await removeMedia(db, editor, storage, { mediaId, at })
  expect(refused).toMatchObject({ refusal: 'used', uses: [{ kind: 'text', shown: false }] })
  expect((await findServedMedia(db, mediaId))?.shown).toBe(false)
})

test('files follow their uploader through a merge, and lose the name when the person is erased', async () => {
  const { kept, gone, merge } = await mergeGround()
  const { organisationId } = await makeOrganisation(db)
  const mediaId = randomUUID() as MediaId
  const item = { mediaId, organisationId, kind: 'picture' as const, title: 'Bild', fileName: 'bild.png', bytes: 9 }
  await db
    .insertInto('media_item')
    .values({
      media_id: mediaId,
      organisation_id: organisationId,
      kind: item.kind,
      title: item.title,
      file_name: item.fileName,
      bytes: item.bytes,
      state: 'laddas-upp',
      uploaded_by: gone.personId,
      created_at: at,
      changed_at: at,
    })
    .execute()
  const uploadId = randomUUID()
  await db
    .insertInto('media_upload')
    .values({
      upload_id: uploadId,
      media_id: mediaId,
      file_name: 'bild.png',
      bytes: 9,
      started_by: gone.personId,
      started_at: at,
      expires_at: at,
    })
    .execute()
  const whose = async () => [
    (await db.selectFrom('media_item').where('media_id', '=', mediaId).select('uploaded_by').executeTakeFirst())
      ?.uploaded_by,
    (await db.selectFrom('media_upload').where('upload_id', '=', uploadId).select('started_by').executeTakeFirst())
      ?.started_by,
  ]
  expect((await merge()).ok).toBe(true)
  expect(await whose()).toEqual([kept.personId, kept.personId])
  const bystander = await makePerson(db)
  await db.transaction().execute((tx) => eraseUploads(tx, [bystander.personId]))
  expect(await whose()).toEqual([kept.personId, kept.personId])
  await db.transaction().execute((tx) => eraseUploads(tx, [kept.personId]))
  expect(await whose()).toEqual([undefined, undefined])
})

test('a whole file stays when its uploader is erased, without the name', async () => {
  const { editor, organisationId } = await ground()
  const mediaId = idOf(await upload(db, editor, { organisationId, name: 'bild.png', bytes: png }))
  await db.transaction().execute((tx) => eraseUploads(tx, [editor.personId]))
  const { everywhere } = await ground()
  expect(await findMedia(db, mediaScope(everywhere), mediaId)).toMatchObject({ state: 'klar', uploadedBy: null })
})
