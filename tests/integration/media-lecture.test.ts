import { describe, expect, it } from 'vitest'
import {
  draftOf,
  emptyLecture,
  type LectureTyped,
  mediaScope,
  type Question,
  sealOfQuestion,
} from '~/domains/catalogue'
import {
  describeMedia,
  findLecture,
  findLectureDraft,
  findMedia,
  findPublishedTrack,
  findTrack,
  listLectures,
  publishLecture,
  removeMedia,
  removeTrack,
  retireLecture,
  saveLectureDraft,
  saveTrack,
} from '~/domains/catalogue/index.server'
import { submitLectureCheck } from '~/domains/learning/index.server'
import type { MediaId } from '~/shared/ids'
import { answersTo } from '~db/seed/demo/answers'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, unique } from '../support/factories'
import { at, caption, mp4, spoken, storage, upload } from '../support/media'
import { png } from '../support/media-bytes'
import { everyType } from '../support/questions'

const db = await testDatabase()
const later = new Date(at.getTime() + 60_000)
const codes = { competenceCodes: ['K1.1'], at }

async function film(seconds = 30) {
  const { organisationId } = await makeOrganisation(db)
  const editor = await makeActor(db, 'kursansvarig', { organisationId })
  const outcome = await upload(db, editor, { organisationId, name: 'film.mp4', bytes: mp4(seconds) })
  return { editor, organisationId, mediaId: outcome.ok ? outcome.value.mediaId : ('' as MediaId) }
}

const asked: Question = {
  key: 'q1',
  type: 'single',
  prompt: 'Vad gör rummet?',
  options: [
    { key: 'a', text: 'Bär rösten', correct: true, feedback: 'Ja.' },
    { key: 'b', text: 'Inget', correct: false, feedback: 'Nej.' },
  ],
  explanation: 'Rummet bär rösten.',
}

const whole = (): LectureTyped => ({
  ...emptyLecture,
  title: unique('Tala så att alla hör'),
  summary: 'Om röst och rum.',
  description: '## Rubrik\n\nEtt stycke.',
  speaker: 'Föreläsare Ek',
  recordedOn: '2025-03-01',
  minutes: '2',
  themes: ['ai'],
  audiences: ['larare'],
  competence: ['K1.1', ''],
  questions: [draftOf(asked)],
  sourceTitle: ['Rapport'],
  sourcePublisher: ['Förlag'],
  sourceUrl: ['https://example.org/rapport'],
})

describe('a track', () => {
  it('is saved with its version, and two who write at once are told', async () => {
    const { editor, mediaId } = await film()
    const first = await caption(db, editor, mediaId)
    expect(first).toEqual({ ok: true, value: { changedAt: at } })
    expect(await caption(db, editor, mediaId)).toEqual({ ok: false, refusal: 'edited-meanwhile' })
    const name = { mediaId, kind: 'captions' as const, language: 'sv' }
    const cues = [{ start: 0.0004, end: 2, text: ' Hej \n\n du ' }]
    expect((await saveTrack(db, editor, name, { cues, version: at, at: later })).ok).toBe(true)
    expect((await findTrack(db, name))?.cues).toEqual([{ start: 0, end: 2, text: 'Hej\ndu' }])
    const stale = await saveTrack(db, editor, name, { cues: [], version: at, at: later })
    expect(stale).toEqual({ ok: false, refusal: 'edited-meanwhile' })
    expect((await findTrack(db, name))?.cues).toHaveLength(1)
  })
  it('is not another organisation’s to write or remove', async () => {
    const { editor, mediaId } = await film()
    await caption(db, editor, mediaId)
    const { editor: stranger } = await film()
    const name = { mediaId, kind: 'captions' as const, language: 'sv' }
    const put = await saveTrack(db, stranger, name, { cues: [], version: at, at })
    expect(put).toEqual({ ok: false, refusal: 'not-found' })
    expect(await removeTrack(db, stranger, name, at)).toEqual({ ok: false, refusal: 'not-found' })
    expect((await findTrack(db, name))?.cues).toEqual(spoken)
  })
})

describe('publishing', () => {
  it('is refused without captions in the language of the lecture, and tells everything that is missing', async () => {
    const { editor, mediaId } = await film()
    const typed = { ...whole(), title: ' ', pass: '101' }
    await saveLectureDraft(db, editor, mediaId, { typed, version: null, at })
    const none = await publishLecture(db, editor, mediaId, codes)
    expect(none).toEqual({ ok: false, refusal: 'not-ready', faults: ['title', 'pass', 'captions'] })
    const inEnglish = { mediaId, kind: 'captions' as const, language: 'en' }
    await saveTrack(db, editor, inEnglish, { cues: spoken, version: null, at })
    await saveLectureDraft(db, editor, mediaId, { typed: whole(), version: at, at: later })
    const wrong = await publishLecture(db, editor, mediaId, codes)
    expect(wrong).toEqual({ ok: false, refusal: 'not-ready', faults: ['captions'] })
    await caption(db, editor, mediaId)
    expect((await publishLecture(db, editor, mediaId, codes)).ok).toBe(true)
  })
  it.each([
    ['empty', [{ start: 0, end: 2, text: '' }]],
    ['overlapping', [...spoken, { start: 6, end: 8, text: 'För tidigt.' }]],
    ['longer than the film', [{ start: 0, end: 90, text: 'För länge.' }]],
  ])('is refused with %s captions', async (_name, cues) => {
    const { editor, mediaId } = await film()
    await saveLectureDraft(db, editor, mediaId, { typed: whole(), version: null, at })
    await caption(db, editor, mediaId, cues)
    const outcome = await publishLecture(db, editor, mediaId, codes)
    expect(outcome).toEqual({ ok: false, refusal: 'not-ready', faults: ['captionFaults'] })
  })
  it('puts the lecture into the catalogue with transcript, chapters, questions and every language', async () => {
    const { editor, mediaId } = await film()
    const typed = whole()
    await saveLectureDraft(db, editor, mediaId, { typed, version: null, at })
    await caption(db, editor, mediaId)
    const chapters = [{ start: 0, end: 30, text: 'Början' }]
    await saveTrack(db, editor, { mediaId, kind: 'chapters', language: 'sv' }, { cues: chapters, version: null, at })
    await saveTrack(db, editor, { mediaId, kind: 'captions', language: 'en' }, { cues: spoken, version: null, at })
    const outcome = await publishLecture(db, editor, mediaId, codes)
    const slug = outcome.ok ? outcome.slug : ''
    expect((await listLectures(db)).map((one) => one.slug)).toContain(slug)
    const lecture = await findLecture(db, slug)
    expect(lecture).toMatchObject({
      title: typed.title,
      durationSeconds: 30,
      minutes: 2,
      chapters,
      competenceCodes: ['K1.1'],
      muxPlaybackId: null,
      tracks: [
        { kind: 'captions', language: 'sv' },
        { kind: 'captions', language: 'en' },
      ],
      check: { pass: 70, questions: [{ key: 'q1', type: 'single', explanation: 'Rummet bär rösten.' }] },
      sources: [{ title: 'Rapport', publisher: 'Förlag', url: 'https://example.org/rapport' }],
    })
    expect(lecture?.captionsPath).toBe(lecture?.tracks[0]?.url)
    expect(lecture?.transcript.map(({ text }) => text)).toEqual([
      'Välkommen hit.',
      'I dag talar vi om språk och om yrken.',
    ])
    expect(lecture?.videoPath).toMatch(new RegExp(`/fil/${mediaId}/[a-z0-9-]+\\.mp4\\?v=[0-9a-f]{8}$`))
    const track = await findPublishedTrack(db, { slug, kind: 'captions', language: 'en' })
    expect(track?.cues).toEqual(spoken)
    expect(await findPublishedTrack(db, { slug, kind: 'captions', language: 'fi' })).toBeUndefined()
    expect(await removeMedia(db, editor, storage, { mediaId, at })).toMatchObject({ refusal: 'used' })
    const item = await findMedia(db, mediaScope(editor), mediaId)
    expect(item?.lecture).toEqual({ slug, state: 'publicerad' })
    expect(item?.uses).toMatchObject([{ kind: 'lecture', slug, shown: true }])
  })
  it('asks questions of every type as they were written, and is refused with one that is not whole', async () => {
    const { editor, mediaId } = await film()
    await caption(db, editor, mediaId)
    const drafts = everyType.map(draftOf)
    const half = { ...whole(), questions: drafts.map((draft, at) => (at === 3 ? { ...draft, rows: [] } : draft)) }
    await saveLectureDraft(db, editor, mediaId, { typed: half, version: null, at })
    const refusedFor = (fault: string) => ({ ok: false, refusal: 'not-ready', faults: [fault] })
    expect(await publishLecture(db, editor, mediaId, codes)).toEqual(refusedFor('question'))
    expect((await findLectureDraft(db, mediaId))?.typed.questions[3]).toMatchObject({ type: 'ordering', rows: [] })
    await saveLectureDraft(db, editor, mediaId, { typed: { ...whole(), questions: [] }, version: at, at: later })
    expect(await publishLecture(db, editor, mediaId, codes)).toEqual(refusedFor('noQuestion'))
    const typed = { ...whole(), questions: drafts }
    await saveLectureDraft(db, editor, mediaId, { typed, version: later, at: new Date(later.getTime() + 1000) })
    const outcome = await publishLecture(db, editor, mediaId, codes)
    const lecture = await findLecture(db, outcome.ok ? outcome.slug : '')
    expect(lecture?.check.questions.map(sealOfQuestion)).toEqual(everyType.map(sealOfQuestion))
    expect(lecture?.check.questions.map(({ key }) => key)).toEqual(everyType.map(({ key }) => key))
    if (lecture === undefined) throw new Error('The lecture was not published')
    const answer = (chosen: (question: Question) => string[]) =>
      submitLectureCheck(db, {
        personId: editor.personId,
        lecture,
        responses: Object.fromEntries(everyType.map((question) => [question.key, chosen(question)])),
        after: 0,
        transcriptRead: true,
        now: later,
      })
    const right = await answer((question) => answersTo(question).right)
    expect(right).toEqual({ ok: true, value: { passed: true, finished: true } })
  })
  it('shows chosen pictures beside the film in its order, each with its description and a time of its own', async () => {
    const { editor, organisationId, mediaId } = await film()
    const pictures: string[] = []
    for (const name of ['ett.png', 'tva.png']) {
      const outcome = await upload(db, editor, { organisationId, name, bytes: png })
      pictures.push(outcome.ok ? outcome.value.mediaId : '')
    }
    const [first = '', second = ''] = pictures
    await caption(db, editor, mediaId)
    let version: Date | null = null
    const publishWith = async (slideId: string[], slideAt: string[]) => {
      const saved = new Date((version ?? at).getTime() + 1000)
      await saveLectureDraft(db, editor, mediaId, { typed: { ...whole(), slideId, slideAt }, version, at: saved })
      version = saved
      return publishLecture(db, editor, mediaId, codes)
    }
    const refusedFor = { ok: false, refusal: 'not-ready', faults: ['slide'] }
    expect(await publishWith([first], ['0.05'])).toEqual(refusedFor)
    for (const id of pictures) {
      const to = {
        title: 'Modell',
        language: 'sv',
        licence: '',
        credit: '',
        alt: 'En modell av rösten',
        decorative: false,
      }
      await describeMedia(db, editor, id as MediaId, { to: { ...to, durationSeconds: undefined }, at })
    }
    expect(await publishWith([first, second], ['0.12', '0.12'])).toEqual(refusedFor)
    expect(await publishWith([first], ['0.45'])).toEqual(refusedFor)
    expect(await publishWith([first], [''])).toEqual(refusedFor)
    const stranger = await film()
    expect(await publishWith([stranger.mediaId], ['0.05'])).toEqual(refusedFor)
    const outcome = await publishWith([first, '', second], ['0.12', '', '0.00'])
    const lecture = await findLecture(db, outcome.ok ? outcome.slug : '')
    expect(lecture?.slides).toMatchObject([
      { second: 0, alt: 'En modell av rösten' },
      { second: 12, alt: 'En modell av rösten' },
    ])
    expect(lecture?.slides[0]?.path).toMatch(new RegExp(`^/media/fil/${second}/`))
    expect((await findMedia(db, mediaScope(editor), first as MediaId))?.uses).toMatchObject([{ kind: 'lecture' }])
  })
  it('brings changes out under the same address, is retired and comes back, and two titles alike get two addresses', async () => {
    const { editor, mediaId } = await film()
    const typed = whole()
    await saveLectureDraft(db, editor, mediaId, { typed, version: null, at })
    await caption(db, editor, mediaId)
    const first = await publishLecture(db, editor, mediaId, codes)
    const slug = first.ok ? first.slug : ''
    await saveLectureDraft(db, editor, mediaId, { typed: { ...typed, title: 'Nytt namn' }, version: at, at: later })
    expect((await findLecture(db, slug))?.title).toBe(typed.title)
    expect(await publishLecture(db, editor, mediaId, codes)).toEqual({ ok: true, slug })
    expect((await findLecture(db, slug))?.title).toBe('Nytt namn')
    expect((await retireLecture(db, editor, mediaId, later)).ok).toBe(true)
    expect((await listLectures(db)).map((one) => one.slug)).not.toContain(slug)
    expect(await publishLecture(db, editor, mediaId, codes)).toEqual({ ok: true, slug })
    expect((await listLectures(db)).map((one) => one.slug)).toContain(slug)
    const other = await film()
    await saveLectureDraft(db, other.editor, other.mediaId, { typed, version: null, at })
    await caption(db, other.editor, other.mediaId)
    const second = await publishLecture(db, other.editor, other.mediaId, codes)
    expect(second).toEqual({ ok: true, slug: `${slug}-2` })
  })
  it('is not another organisation’s', async () => {
    const { editor, mediaId } = await film()
    await saveLectureDraft(db, editor, mediaId, { typed: whole(), version: null, at })
    await caption(db, editor, mediaId)
    const { editor: stranger } = await film()
    const put = await saveLectureDraft(db, stranger, mediaId, { typed: whole(), version: at, at: later })
    expect(put).toEqual({ ok: false, refusal: 'not-found' })
    expect(await publishLecture(db, stranger, mediaId, codes)).toEqual({ ok: false, refusal: 'not-found' })
    await publishLecture(db, editor, mediaId, codes)
    expect(await retireLecture(db, stranger, mediaId, at)).toEqual({ ok: false, refusal: 'not-found' })
  })
})
