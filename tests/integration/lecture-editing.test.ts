import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cue, mediaScope, sealOfQuestion } from '~/domains/catalogue'
import {
  findLecture,
  findLectureDraft,
  findMedia,
  findPublishedTrack,
  listTracks,
  publishLecture,
  saveLectureDraft,
} from '~/domains/catalogue/index.server'
import { listCompetenceCodes } from '~/domains/competence/index.server'
import type { Actor } from '~/domains/identity'
import { editLecture } from '~/journeys/edit-lecture.server'
import type { MediaId, OrganisationId } from '~/shared/ids'
import { readCaptionFile, toMillis } from '~/shared/video/caption-file'
import type { Database } from '~db/client'
import { importContent } from '~db/seed/content'
import { makeActor, makeOrganisation } from '../support/factories'
import { ownDatabase } from '../support/own-database'
import { contentDir, groundOf, roomy, scratch } from '../support/packages'

const at = new Date('2025-03-24T08:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

let database: Database
let content: string
let ground: ReturnType<typeof groundOf>
let editor: Actor
let library: OrganisationId
const file = (slug: string) => path.join(content, 'lectures', slug, 'lecture.yaml')
const read = (when = later(60)) => importContent(database.kysely, { contentDir: content, now: when })

// An own database: an import retires what its folder lacks, which would reach the lectures of other tests.
beforeAll(async () => {
  database = await ownDatabase()
  content = scratch()
  cpSync(contentDir, content, { recursive: true, filter: (name) => !name.includes('.making') })
  ground = groundOf(database.kysely, content)
  await read(at)
  editor = await makeActor(database.kysely, 'redaktor')
  library = (await makeOrganisation(database.kysely)).organisationId
}, 120_000)
afterAll(() => database.close())

const edit = (slug: string, actor = editor, to: OrganisationId | null = library) =>
  editLecture(ground, actor, { slug, library: to, quota: roomy, folder: scratch(), now: at })

async function opened(slug: string): Promise<MediaId> {
  const outcome = await edit(slug)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.mediaId
}

async function publish(mediaId: MediaId, when = later(5)) {
  const competenceCodes = await listCompetenceCodes(database.kysely, 'westums-kompetensram')
  return publishLecture(database.kysely, editor, mediaId, { competenceCodes, at: when })
}

/** Changes the title in the draft and saves it. */
async function retitle(mediaId: MediaId, title: string, when = later(4)): Promise<void> {
  const draft = await findLectureDraft(database.kysely, mediaId)
  if (draft === undefined) throw new Error('There is no draft')
  const typed = { ...draft.typed, title }
  const saved = await saveLectureDraft(database.kysely, editor, mediaId, { typed, version: draft.changedAt, at: when })
  expect(saved.ok).toBe(true)
}

async function lectureOf(slug: string) {
  const lecture = await findLecture(database.kysely, slug)
  if (lecture === undefined) throw new Error(`There is no lecture ${slug}`)
  return lecture
}

/** A lecture without what changes when its files come to the library: addresses. */
async function said(slug: string) {
  const {
    videoPath: _film,
    posterPath: _poster,
    captionsPath: _captions,
    tracks,
    slides,
    ...rest
  } = await lectureOf(slug)
  return {
    ...rest,
    transcript: rest.transcript.map((cue) => ({ ...cue, start: toMillis(cue.start), end: toMillis(cue.end) })),
    audiences: rest.audiences.toSorted(),
    durationSeconds: Math.round(rest.durationSeconds * 10),
    check: { ...rest.check, questions: rest.check.questions.map(sealOfQuestion) },
    keys: rest.check.questions.map(({ key }) => key),
    tracks: tracks.map(({ kind, language }) => ({ kind, language })),
    slides: slides.map(({ second, alt }) => ({ second, alt })),
  }
}

/** Cues whatever their lines: a lecture with several texts has them without. */
const inOneLine = (cues: readonly Cue[] | undefined) =>
  cues?.map((cue) => ({ ...cue, text: cue.text.replace(/\s+/g, ' ') }))

describe('a lecture of the content folder', { timeout: 60_000 }, () => {
  it.each([
    'ai-mojligheter-och-granser',
    'fran-kartlaggning-till-intyg',
    'lararnarvaro-pa-distans',
    'stottning-i-praktiken',
    'tydlighet-som-tillganglighet',
  ])('is opened and published as it was, with its film, pictures, texts and questions: %s', async (slug) => {
    const before = await said(slug)
    const mediaId = await opened(slug)
    expect(await said(slug)).toEqual(before)
    const published = await publish(mediaId)
    expect(published).toEqual({ ok: true, slug })
    expect(await said(slug)).toEqual(before)
    const { videoPath, posterPath, slides, tracks } = await lectureOf(slug)
    for (const { kind, language } of tracks) {
      const vtt = readFileSync(path.join(content, 'lectures', slug, `${kind}.${language}.vtt`), 'utf8')
      const track = await findPublishedTrack(database.kysely, { slug, kind, language })
      expect(inOneLine(track?.cues)).toEqual(inOneLine(readCaptionFile(vtt).cues))
    }
    expect(videoPath).toContain(`/fil/${mediaId}/`)
    expect(posterPath).toContain(`/fil/${mediaId}/poster.jpg`)
    expect(slides.every((slide) => slide.path.includes('/fil/'))).toBe(true)
    const item = await findMedia(database.kysely, mediaScope(editor), mediaId)
    expect(item).toMatchObject({ organisationId: library, state: 'klar', lecture: { slug, state: 'publicerad' } })
    expect(await edit(slug)).toEqual({ ok: true, value: { mediaId } })
  })

  it('follows its files until the editor publishes, is told of them, and stays as published afterwards', async () => {
    const slug = 'lararnarvaro-pa-distans'
    const ofFiles = { edited_at: null, video_path: `lectures/${slug}/video.mp4` }
    await database.kysely.updateTable('lecture').set(ofFiles).where('slug', '=', slug).execute()
    await database.kysely.deleteFrom('lecture_draft').where('slug', '=', slug).execute()
    // Two who begin at once get one draft, and the film comes to the library once.
    const films = () =>
      database.kysely.selectFrom('media_item').where('kind', '=', 'video').select('media_id').execute()
    const before = (await films()).length
    const both = await Promise.all([edit(slug), edit(slug)])
    expect(both[0]).toEqual(both[1])
    expect(await films()).toHaveLength(before + 1)
    const mediaId = await opened(slug)
    expect((await findLectureDraft(database.kysely, mediaId))?.filesChanged).toBe(false)
    await retitle(mediaId, 'Redaktörens titel', later(2))
    const text = readFileSync(file(slug), 'utf8')
    writeFileSync(file(slug), text.replace(/^title: .*$/m, 'title: Filens nya titel'))
    expect(await read()).toMatchObject({ updated: [`lectures/${slug}`], untouched: [] })
    expect((await lectureOf(slug)).title).toBe('Filens nya titel')
    expect(await findLectureDraft(database.kysely, mediaId)).toMatchObject({
      filesChanged: true,
      typed: { title: 'Redaktörens titel' },
    })
    await retitle(mediaId, 'Redaktörens andra titel')
    expect((await findLectureDraft(database.kysely, mediaId))?.filesChanged).toBe(true)
    expect(await publish(mediaId)).toEqual({ ok: true, slug })
    expect((await findLectureDraft(database.kysely, mediaId))?.filesChanged).toBe(false)
    writeFileSync(file(slug), text.replace(/^title: .*$/m, 'title: Filens tredje titel'))
    expect((await read()).untouched).toContain(`lectures/${slug}`)
    expect((await lectureOf(slug)).title).toBe('Redaktörens andra titel')
    const folder = path.join(content, 'lectures', slug)
    const aside = path.join(scratch(), slug)
    cpSync(folder, aside, { recursive: true })
    rmSync(folder, { recursive: true })
    expect((await read()).untouched).toContain(`lectures/${slug}`)
    const row = database.kysely.selectFrom('lecture').where('slug', '=', slug).select('retired_at')
    expect(await row.executeTakeFirst()).toEqual({ retired_at: null })
    cpSync(aside, folder, { recursive: true })
  })

  it('is not opened by those whose grant is of an organisation, nor without a library, room or its film', async () => {
    const slug = 'fran-kartlaggning-till-intyg'
    await database.kysely
      .updateTable('lecture')
      .set({ video_path: `lectures/${slug}/video.mp4` })
      .execute()
    await database.kysely.deleteFrom('lecture_draft').execute()
    const bound = await makeActor(database.kysely, 'redaktor', { organisationId: library })
    const leader = await makeActor(database.kysely, 'kursansvarig')
    for (const actor of [bound, leader]) expect(await edit(slug, actor)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await edit(slug, editor, null)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await edit('finns-inte')).toEqual({ ok: false, refusal: 'not-found' })
    const count = async () =>
      (await database.kysely.selectFrom('media_item').select('media_id').execute()).length +
      (await database.kysely.selectFrom('lecture_draft').select('media_id').execute()).length
    const before = await count()
    const small = { slug, library, quota: { ...roomy, file: 1000 }, folder: scratch(), now: at }
    expect(await editLecture(ground, editor, small)).toEqual({ ok: false, refusal: 'too-large' })
    rmSync(path.join(content, 'lectures', slug, 'video.mp4'))
    expect(await edit(slug)).toEqual({ ok: false, refusal: 'no-files' })
    expect(await count()).toBe(before)
  })
})

describe('a lecture whose film is in a library, as a package brings it', { timeout: 60_000 }, () => {
  const slug = 'stottning-i-praktiken'
  /** The lecture as a package leaves it: its film and pictures in the library, and no draft. */
  async function brought(): Promise<MediaId> {
    await database.kysely.deleteFrom('lecture_draft').execute()
    await database.kysely
      .updateTable('lecture')
      .set({ video_path: `lectures/${slug}/video.mp4` })
      .where('slug', '=', slug)
      .execute()
    const mediaId = await opened(slug)
    await publish(mediaId)
    await database.kysely.deleteFrom('lecture_draft').where('slug', '=', slug).execute()
    return mediaId
  }
  const items = async () =>
    (await database.kysely.selectFrom('media_item').select('media_id').execute()).map(({ media_id }) => media_id)

  it('is opened where the film is, by those who keep that library, and once by two at the same time', async () => {
    const mediaId = await brought()
    const before = await said(slug)
    const kept = await items()
    const tracks = await listTracks(database.kysely, mediaId)
    const own = await makeActor(database.kysely, 'kursansvarig', { organisationId: library })
    const other = await makeOrganisation(database.kysely)
    const stranger = await makeActor(database.kysely, 'redaktor', { organisationId: other.organisationId })
    expect(await edit(slug, stranger, other.organisationId)).toEqual({ ok: false, refusal: 'not-allowed' })
    const both = await Promise.all([edit(slug, own, null), edit(slug, editor, null)])
    expect(both).toEqual([
      { ok: true, value: { mediaId } },
      { ok: true, value: { mediaId } },
    ])
    expect(await items()).toEqual(kept)
    expect(await listTracks(database.kysely, mediaId)).toEqual(tracks)
    expect(await publish(mediaId)).toEqual({ ok: true, slug })
    expect(await said(slug)).toEqual(before)
  })

  it('gets a film of its own when another lecture is made of that one', async () => {
    const mediaId = await brought()
    const before = await said(slug)
    const values = { media_id: mediaId, fields: '{"title":"En annan föreläsning"}', changed_at: at }
    await database.kysely.insertInto('lecture_draft').values(values).execute()
    const ownFilm = await opened(slug)
    expect(ownFilm).not.toBe(mediaId)
    expect((await findLectureDraft(database.kysely, mediaId))?.typed.title).toBe('En annan föreläsning')
    expect(await publish(ownFilm)).toEqual({ ok: true, slug })
    expect(await said(slug)).toEqual(before)
  })
})
