import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { searchPortal } from '~/domains/insight/index.server'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeActivity, makeCourse, makeExample, makeLecture } from '../support/factories'

const visitor = { personId: null, today: '2025-03-24' }

let db: Db
// Words of no other test, so that what others made does not count.
let course: { slug: string }
let lecture: { slug: string }
let example: { slug: string }
let distance: { slug: string }

beforeAll(async () => {
  db = await testDatabase()
  course = await makeCourse(db, { title: 'Kvastbindning för nybörjare' })
  const made = await makeLecture(db, { title: 'Föreläsning om näverslöjd' })
  lecture = made
  const transcript = [
    { start: 0.6, end: 4, text: 'Välkommen till en kort genomgång.' },
    { start: 65.2, end: 70, text: 'Nu lägger vi videflätningen på plats.' },
    { start: 130, end: 134, text: 'Tack för i dag.' },
  ]
  await db
    .updateTable('lecture')
    .set({ transcript: JSON.stringify(transcript), transcript_text: transcript.map(({ text }) => text).join(' ') })
    .where('lecture_id', '=', made.lectureId)
    .execute()
  example = await makeExample(db, {
    title: 'Så valideras yrkeskunnande i sälghamn',
    summary: 'Karttolkning steg för steg.',
    text: 'Efter tre kurser i brunnsgrävning visade eleverna sina kunskaper. <script>alert(1)</script> tjärbränning & mer.',
  })
  distance = await makeExample(db, { title: 'Får på bete', summary: 'Om kvastar och fårskötsel.', text: 'Gränsfår.' })
  await makeExample(db, { title: 'Gömd tjärdal', retiredAt: new Date() })
})

async function slugs(typed: string): Promise<string[]> {
  return (await searchPortal(db, visitor, typed)).hits.map(({ slug }) => slug)
}

describe('finds', () => {
  test.each([
    ['a stem: kvastar', 'kvastar', () => distance.slug],
    ['another form: brunnsgrävningen', 'brunnsgrävningens', () => example.slug],
    ['the beginning of a word', 'näversl', () => lecture.slug],
    ['capitals', 'KVASTBINDNING', () => course.slug],
    ['a misspelt word', 'kvastbinding', () => course.slug],
    ['a word with a letter lost', 'karttolknng', () => example.slug],
    ['words in different fields', 'karttolkning brunnsgrävning', () => example.slug],
    ['what is said in a lecture', 'videflätning', () => lecture.slug],
    ['a phrase', '"steg för steg" karttolkning', () => example.slug],
    ['a place', 'Norrvik karttolkning', () => example.slug],
  ])('%s', async (_, typed, slug) => {
    expect(await slugs(typed)).toContain(slug())
  })

  test('kurser by kurs and the other way', async () => {
    const plural = await searchPortal(db, visitor, 'kurser brunnsgrävning')
    expect(plural.hits.map(({ slug }) => slug)).toEqual([example.slug])
    expect(plural.loose).toBe(false)
    expect(await slugs('kurs brunnsgrävning')).toEqual([example.slug])
  })

  test('validerng although it is misspelt, and says so', async () => {
    const made = await makeExample(db, { title: 'Validering av flottning' })
    const result = await searchPortal(db, visitor, 'flottnng')
    expect(result.hits.map(({ slug }) => slug)).toEqual([made.slug])
    expect(result.corrections).toEqual([{ word: 'flottnng', instead: 'flottning' }])
    const { hits, corrections } = await searchPortal(db, visitor, 'validerng flottning')
    expect(hits.map(({ slug }) => slug)).toContain(made.slug)
    expect(corrections[0]?.word).toBe('validerng')
  })

  test('some of the words when no text has them all, and says so', async () => {
    const { hits, loose } = await searchPortal(db, visitor, 'kvastbindning videflätning')
    expect(loose).toBe(true)
    expect(new Set(hits.map(({ slug }) => slug))).toEqual(new Set([course.slug, lecture.slug]))
  })
})

describe('finds activities', () => {
  test('that are published, by title and summary, with a count of their own', async () => {
    const made = await makeActivity(db, { title: 'Workshop om stenhuggning' })
    await makeActivity(db, { title: 'Stenhuggning som ännu skrivs', state: 'utkast' })
    const { hits, counts } = await searchPortal(db, visitor, 'stenhuggningen')
    expect(hits.map(({ kind, slug }) => [kind, slug])).toEqual([['activity', made.slug]])
    expect(counts).toMatchObject({ activity: 1, course: 0 })
    expect((await searchPortal(db, visitor, 'stenhuggning', 'course')).hits).toEqual([])
    expect((await searchPortal(db, visitor, 'stenhugning', 'activity')).hits).toHaveLength(1)
  })
})

describe('does not find', () => {
  test('a word with other letters: å, ä and ö count', async () => {
    expect(await slugs('"far på bete"')).toEqual([])
    expect(await slugs('"får på bete"')).toEqual([distance.slug])
  })

  test('what is retired', async () => {
    expect(await slugs('"gömd tjärdal"')).toEqual([])
  })

  test('a text with a word left out', async () => {
    expect(await slugs('karttolkning -brunnsgrävning')).toEqual([])
  })

  test('nonsense', async () => {
    expect(await searchPortal(db, visitor, 'qwxzjkvv')).toEqual({
      hits: [],
      counts: { course: 0, activity: 0, lecture: 0, example: 0 },
      loose: false,
      corrections: [],
    })
  })
})

describe('says why', () => {
  test('a lecture has the moment in its transcript', async () => {
    const { hits } = await searchPortal(db, visitor, 'videflätning')
    expect(hits[0]?.fields).toEqual(['text'])
    expect(hits[0]?.moments).toEqual([
      {
        second: 65,
        passage: [
          { text: 'Nu lägger vi ', hit: false },
          { text: 'videflätningen', hit: true },
          { text: ' på plats.', hit: false },
        ],
      },
    ])
  })

  test('the field and the passage, as text and not as markup', async () => {
    const { hits } = await searchPortal(db, visitor, 'tjärbränning')
    const hit = hits.find(({ slug }) => slug === example.slug)
    expect(hit?.fields).toEqual(['text'])
    expect(hit?.passage.filter((piece) => piece.hit)).toEqual([{ text: 'tjärbränning', hit: true }])
    expect(hit?.passage.map(({ text }) => text).join('')).toMatch(/^Efter tre kurser .*tjärbränning/)
  })

  test('counts by kind stay when one kind is chosen, and the title ranks above the text', async () => {
    const all = await searchPortal(db, visitor, 'kvast')
    expect(all.counts).toEqual({ course: 1, activity: 0, lecture: 0, example: 1 })
    expect(all.hits[0]?.slug).toBe(course.slug)
    const examples = await searchPortal(db, visitor, 'kvast', 'example')
    expect(examples.counts).toEqual(all.counts)
    expect(examples.hits.map(({ slug }) => slug)).toEqual([distance.slug])
  })
})

describe('takes any input', () => {
  test.each([
    '',
    '   ',
    "'; drop table example; --",
    '& | ! <-> ( ) : *',
    "a:* & 'b",
    '"ej avslutad',
    '-kurs',
    '-"kurs"',
    '""',
    '\u0000',
    'a\u0000b',
    '\\',
    "\\'kurs\\'",
    '%_%',
    'och att det',
    '\ud800',
    'x'.repeat(2100),
    'å'.repeat(2100),
    Array.from({ length: 60 }, (_, index) => `ord${index}`).join(' '),
    '²³¼ ٣٤',
    'https://example.org/a?b=c <b>fet</b> a@b.example 1e5 -3.5',
  ])('%j', async (typed) => {
    await expect(searchPortal(db, visitor, typed)).resolves.toHaveProperty('hits')
  })

  test('at random', async () => {
    const hostile = fc.stringMatching(/^[a-zåäö'"\\\-&|!():*<> ]{0,40}$/)
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 80 })), async (typed) => {
        const { hits } = await searchPortal(db, visitor, typed)
        expect(hits.length).toBeLessThanOrEqual(20)
      }),
      { numRuns: 40, interruptAfterTimeLimit: 6000 },
    )
  })
})
