import { describe, expect, it } from 'vitest'
import { findMedia, findTrack } from '~/domains/catalogue/index.server'
import type { MediaId, PersonId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { action as item, loader as itemPage } from '~/routes/media-item'
import { loader as list } from '~/routes/media'
import { action as lecture, loader as lecturePage } from '~/routes/media-lecture'
import { action as add, loader as newPage } from '~/routes/media-new'
import { action as pickPut, loader as pickList } from '~/routes/media-pick'
import { action as track, loader as trackPage } from '~/routes/media-track'
import { loader as trackFile } from '~/routes/media-track-file'
import { ask } from '../support/ask'
import { testDatabase } from '../support/database'
import { makeActor, makeFilm, makeLecture, makeOrganisation, unique } from '../support/factories'
import { png } from '../support/media-bytes'
import { requestOf } from '../support/signed-in'

const db = await testDatabase()
const everywhere = { everywhere: true, organisationIds: [] }

async function ground() {
  const own = await makeOrganisation(db)
  const other = await makeOrganisation(db)
  const editor = await makeActor(db, 'redaktor', { organisationId: own.organisationId })
  const leader = await makeActor(db, 'kursansvarig', { organisationId: own.organisationId })
  const stranger = await makeActor(db, 'redaktor', { organisationId: other.organisationId })
  const film = await makeFilm(db, { organisationId: own.organisationId })
  return { own, editor, leader, stranger, ...film }
}

/** A form with a file, as a browser without script sends it. */
async function sendFile(
  run: (args: never) => unknown,
  personId: PersonId,
  params: object,
  fields: Record<string, string>,
  file: { name: string; bytes: Buffer },
) {
  const { headers } = await requestOf(personId, paths.media())
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('file', new File([new Uint8Array(file.bytes)], file.name))
  const cookie = headers.get('cookie') ?? ''
  const request = new Request(new URL(paths.media(), 'http://portal.example'), {
    method: 'POST',
    headers: { cookie },
    body,
  })
  try {
    const answer = await run({ request, params, context: {} } as never)
    if (answer instanceof Response)
      return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
    const { data, init } = answer as { data: unknown; init?: ResponseInit | null }
    return { status: init?.status ?? 200, to: '', text: JSON.stringify(data) }
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, to: '', text: '' }
    throw thrown
  }
}

describe('the pages of a film', () => {
  it('are those of its organisation, and nobody else’s', async () => {
    const { editor, leader, stranger, mediaId, title } = await ground()
    const params = { id: mediaId, slag: 'captions', sprak: 'sv', fil: 'fil.vtt' }
    const pages = [
      [itemPage, paths.mediaItem(mediaId)],
      [lecturePage, paths.mediaLecture(mediaId)],
      [trackPage, paths.mediaTrack(mediaId, 'captions', 'sv')],
      [trackFile, paths.mediaTrackFile(mediaId, 'captions', 'sv', 'vtt')],
      [newPage, paths.newMedia(`?ersatt=${mediaId}`)],
    ] as const
    for (const [page, address] of pages) {
      for (const { personId } of [editor, leader])
        expect((await ask(page as never, personId, address, params)).status).toBe(200)
      const answer = await ask(page as never, stranger.personId, address, params)
      expect([address, answer.status, answer.text]).toEqual([address, 404, ''])
    }
    const seen = await ask(list as never, stranger.personId, paths.media())
    expect([seen.status, seen.text.includes(title)]).toEqual([200, false])
    expect((await ask(list as never, editor.personId, paths.media())).text).toContain(title)
  })
  it('change nothing for another organisation', async () => {
    const { stranger, mediaId, title } = await ground()
    const params = { id: mediaId, slag: 'captions', sprak: 'sv' }
    const writes = [
      [item, { intent: 'remove' }],
      [item, { intent: 'describe', title: 'Tagen' }],
      [item, { intent: 'again' }],
      [lecture, { title: 'Tagen' }],
      [track, { text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nTagen', version: '2025-03-01T09:00:00.000Z' }],
      [track, { intent: 'remove' }],
    ] as const
    for (const [run, form] of writes) {
      const answer = await ask(run as never, stranger.personId, paths.mediaItem(mediaId), params, form)
      expect([form, answer.status]).toEqual([form, 404])
    }
    const vtt = { name: 'x.vtt', bytes: Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nTagen') }
    const fields = { kind: 'captions', language: 'en' }
    expect((await sendFile(item, stranger.personId, params, fields, vtt)).status).toBe(404)
    const swap = await sendFile(add, stranger.personId, {}, { replaces: mediaId }, { name: 'film.png', bytes: png })
    expect(swap.status).toBe(403)
    const stored = await findMedia(db, everywhere, mediaId)
    expect(stored).toMatchObject({ title, state: 'klar', tracks: [{ kind: 'captions', language: 'sv', cues: 1 }] })
    expect(stored?.lecture).toBeNull()
  })
})

describe('a text without script', () => {
  const line = (words: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`
  it('is saved as text, and faults are told by line with the typed text kept', async () => {
    const { editor, mediaId } = await ground()
    const params = { id: mediaId, slag: 'captions', sprak: 'sv' }
    const address = paths.mediaTrack(mediaId, 'captions', 'sv')
    const version = '2025-03-01T09:00:00.000Z'
    const bad = `${line('Hej')}\nnär som helst --> sen\nHå`
    const refused = await ask(track as never, editor.personId, address, params, { text: bad, version })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Rad 6: Tiderna går inte att läsa.')
    expect(refused.text).toContain('när som helst')
    const saved = await ask(track as never, editor.personId, address, params, { text: line('Hej'), version })
    expect([saved.status, saved.to]).toEqual([302, address])
    const late = await ask(track as never, editor.personId, address, params, { text: line('Sent'), version })
    expect(late.status).toBe(409)
    const stored = await findTrack(db, { mediaId, kind: 'captions', language: 'sv' })
    expect(stored?.cues).toEqual([{ start: 1, end: 2, text: 'Hej' }])
  })
  it('is read from SRT in Windows signs, and a film is none', async () => {
    const { editor, mediaId } = await ground()
    const params = { id: mediaId }
    const srt = Buffer.from('1\r\n00:00:01,000 --> 00:00:02,000\r\nR\u00e4ksm\u00f6rg\u00e5s\r\n', 'latin1')
    const fields = { kind: 'captions', language: 'en' }
    const read = await sendFile(item, editor.personId, params, fields, { name: 'x.srt', bytes: srt })
    expect([read.status, read.to]).toEqual([302, paths.mediaTrack(mediaId, 'captions', 'en')])
    const stored = await findTrack(db, { mediaId, kind: 'captions', language: 'en' })
    expect(stored?.cues).toEqual([{ start: 1, end: 2, text: 'Räksmörgås' }])
    const again = await sendFile(item, editor.personId, params, fields, { name: 'x.srt', bytes: srt })
    expect(again.text).toContain('Det finns redan en text')
    const wrong = await sendFile(item, editor.personId, params, fields, { name: 'x.vtt', bytes: png })
    expect([wrong.status, wrong.text.includes('går att läsa')]).toEqual([400, true])
  })
})

describe('the form without script', () => {
  it('takes a file and leads to it', async () => {
    const { editor, own } = await ground()
    const fields = { organisation: own.organisationId }
    const file = { name: `${unique('bild')}.png`, bytes: png }
    const { status, to } = await sendFile(add, editor.personId, {}, fields, file)
    expect(status).toBe(302)
    const stored = await findMedia(db, everywhere, to.split('/').at(-1) as MediaId)
    expect(stored).toMatchObject({ kind: 'picture', state: 'klar', organisationId: own.organisationId })
  })
  it('refuses another organisation, no file, and a wrong type', async () => {
    const { own, stranger, editor } = await ground()
    const fields = { organisation: own.organisationId }
    const file = { name: 'bild.png', bytes: png }
    expect((await sendFile(add, stranger.personId, {}, fields, file)).status).toBe(403)
    expect((await sendFile(add, editor.personId, {}, { organisation: 'x' }, file)).status).toBe(403)
    const none = await sendFile(add, editor.personId, {}, fields, { name: '', bytes: Buffer.alloc(0) })
    expect([none.status, none.text]).toEqual([400, '{"refusal":"missing"}'])
    const exe = await sendFile(add, editor.personId, {}, fields, { name: 'a.exe', bytes: png })
    expect([exe.status, exe.text]).toEqual([400, '{"refusal":"name"}'])
  })
})

describe('the picker', () => {
  it('gives pictures of the own organisation with address and alternative text, and lectures', async () => {
    const { editor, stranger, own } = await ground()
    const name = unique('valbar')
    const fields = { organisation: own.organisationId, alt: 'En brygga' }
    const put = await sendFile(pickPut, editor.personId, {}, fields, { name: `${name}.png`, bytes: png })
    expect(put.status).toBe(200)
    const { address } = JSON.parse(put.text) as { address: string }
    expect(address).toContain('/fil/')
    const asked = paths.pickMedia(`?typ=bild&q=${name}`)
    const { items } = JSON.parse((await ask(pickList as never, editor.personId, asked)).text) as { items: object[] }
    expect(items).toMatchObject([{ address, title: name, alt: 'En brygga', bytes: png.length, width: 1, height: 1 }])
    expect((await ask(pickList as never, stranger.personId, asked)).text).toBe('{"items":[]}')
    const { slug, title } = await makeLecture(db)
    const lectures = await ask(pickList as never, editor.personId, paths.pickMedia(`?typ=forelasning&q=${title}`))
    expect(lectures.text).toContain(paths.lecture(slug))
    expect((await ask(pickList as never, editor.personId, paths.pickMedia('?typ=annat'))).status).toBe(404)
  })
})
