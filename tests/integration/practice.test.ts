import { beforeAll, describe, expect, test } from 'vitest'
import { type ExampleFacet, readExampleFilter } from '~/domains/practice'
import { editExample, findExample, listExamples, listStoredExamples } from '~/domains/practice/index.server'
import { saveText } from '~/domains/writing/index.server'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeActor, makeExample, unique, westumFramework } from '../support/factories'
import { lines, storedVersions } from '../support/writing'

let db: Db
beforeAll(async () => {
  db = await testDatabase()
})

const filter = (address: string) => readExampleFilter(new URLSearchParams(address))
const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

async function counts(address: string, facet: ExampleFacet): Promise<Record<string, number>> {
  const { facets } = await listExamples(db, filter(address))
  return Object.fromEntries(facets.filter((each) => each.facet === facet).map(({ value, count }) => [value, count]))
}

describe('the library', () => {
  beforeAll(async () => {
    await westumFramework(db)
    // Country XA holds the examples of these tests alone.
    const country = 'XA'
    await makeExample(db, {
      country,
      title: 'Zebra',
      themes: ['ai', 'bedomning'],
      level: 'lokal',
      competences: ['K1.1'],
    })
    await makeExample(db, {
      country,
      title: 'Ålen',
      themes: ['ai'],
      level: 'regional',
      audiences: ['rektor'],
      readingMinutes: 9,
    })
    await makeExample(db, {
      country,
      title: 'Ärtan',
      themes: ['validering'],
      level: 'regional',
      audiences: ['rektor', 'syv'],
      publishedAt: new Date('2025-02-01T09:00:00Z'),
      readingMinutes: 2,
    })
    await makeExample(db, { country, title: 'Borta', themes: ['ai'], retiredAt: new Date('2025-02-01T09:00:00Z') })
  })

  test.each([
    ['land=XA', ['Ärtan', 'Zebra', 'Ålen']],
    ['land=XA&sortering=titel', ['Zebra', 'Ålen', 'Ärtan']],
    ['land=XA&sortering=lastid', ['Ärtan', 'Zebra', 'Ålen']],
    ['land=XA&tema=ai&sortering=titel', ['Zebra', 'Ålen']],
    ['land=XA&tema=ai&tema=validering&sortering=titel', ['Zebra', 'Ålen', 'Ärtan']],
    ['land=XA&tema=ai&niva=regional', ['Ålen']],
    ['land=XA&malgrupp=rektor&sortering=titel', ['Ålen', 'Ärtan']],
    ['land=XA&kompetens=K1.1', ['Zebra']],
    ['land=XA&skolform=yh', []],
  ])('%s shows %j', async (address, titles) => {
    const list = await listExamples(db, filter(address))
    expect(list.examples.map(({ title }) => title)).toEqual(titles)
    expect(list.total).toBe(titles.length)
  })

  test('counts respect the choices of the other facets, not of their own', async () => {
    expect(await counts('land=XA', 'theme')).toEqual({ ai: 2, bedomning: 1, validering: 1 })
    expect(await counts('land=XA&niva=regional', 'theme')).toEqual({ ai: 1, validering: 1 })
    expect(await counts('land=XA&niva=regional', 'level')).toEqual({ lokal: 1, regional: 2 })
    expect(await counts('land=XA&tema=ai', 'theme')).toEqual({ ai: 2, bedomning: 1, validering: 1 })
    expect(await counts('land=XA&tema=validering', 'audience')).toEqual({ rektor: 1, syv: 1 })
  })

  test('every count is what a click on it shows', async () => {
    const { facets } = await listExamples(db, filter('land=XA&niva=regional&malgrupp=rektor'))
    for (const { value, count } of facets.filter((each) => each.facet === 'theme')) {
      const clicked = await listExamples(db, filter(`land=XA&niva=regional&malgrupp=rektor&tema=${value}`))
      expect(clicked.total, value).toBe(count)
    }
  })

  test('competences have their names', async () => {
    const { facets } = await listExamples(db, filter('land=XA'))
    expect(facets.find(({ value }) => value === 'K1.1')?.name?.sv).toContain('K1.1')
  })

  test('pages follow one another', async () => {
    for (let index = 0; index < 26; index++) await makeExample(db, { country: 'XB' })
    const first = await listExamples(db, filter('land=XB'))
    const second = await listExamples(db, filter('land=XB&sida=2'))
    expect([first.total, first.examples.length, second.examples.length]).toEqual([26, 24, 2])
    const slugs = [...first.examples, ...second.examples].map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(26)
  })
})

describe('one example', () => {
  test('has its tags and those that share most with it', async () => {
    const competence = 'K9.7'
    const made = await makeExample(db, { themes: ['larcentrum'], audiences: ['syv'], competences: [competence] })
    const far = await makeExample(db, { audiences: ['syv'], country: 'XC' })
    const near = await makeExample(db, { themes: ['larcentrum'], audiences: ['syv'], competences: [competence] })
    const gone = await makeExample(db, { competences: [competence], retiredAt: new Date() })
    const found = await findExample(db, made.slug)
    expect(found).toMatchObject({ title: made.title, themes: ['larcentrum'], audiences: ['syv'] })
    expect(found?.competences).toEqual([{ code: competence, name: null }])
    const related = found?.related.map(({ slug }) => slug) ?? []
    expect(related[0]).toBe(near.slug)
    expect(related).not.toContain(made.slug)
    expect(related).not.toContain(gone.slug)
    expect(related.indexOf(far.slug)).not.toBe(0)
  })

  test('is not found when absent or retired', async () => {
    const { slug } = await makeExample(db, { retiredAt: new Date() })
    expect(await findExample(db, slug)).toBeUndefined()
    expect(await findExample(db, 'finns-inte')).toBeUndefined()
  })
})

describe('editing', () => {
  const now = new Date('2025-03-24T10:00:00.123Z')
  const later = new Date('2025-03-24T10:05:00.456Z')
  const text = { title: 'Ny titel', summary: 'Ny ingress', body: paragraph('Nya ord om stöttning') }

  test('saves, marks as edited so that an import leaves it alone, and leaves a trace', async () => {
    const actor = await makeActor(db, 'redaktor')
    const { slug, exampleId } = await makeExample(db)
    const outcome = await editExample(db, actor, { slug, ...text, baseSeq: 0, now })
    expect(outcome).toEqual({ ok: true, value: { exampleId } })
    expect(await findExample(db, slug)).toMatchObject({ ...text, editedAt: now })
    expect((await listStoredExamples(db)).find((each) => each.slug === slug)?.edited).toBe(true)
    const trace = await db
      .selectFrom('audit_event')
      .select(['action', 'actor_id', 'happened_at'])
      .where('subject_id', '=', exampleId)
      .execute()
    expect(trace).toEqual([{ action: 'example.edited', actor_id: actor.personId, happened_at: now }])
  })

  test('the second of two editors who opened the same text is shown the first’s, which stands', async () => {
    const first = await makeActor(db, 'redaktor', { givenName: 'Åsa', familyName: 'Strand' })
    const second = await makeActor(db, 'redaktor')
    const { slug, textId } = await makeExample(db)
    expect((await editExample(db, first, { slug, ...text, baseSeq: 0, now })).ok).toBe(true)
    const late = { slug, ...text, title: 'För sent', now: later }
    const theirs = { seq: 1, authorName: 'Åsa Strand', savedAt: now, body: text.body, fields: { title: 'Ny titel' } }
    expect(await editExample(db, second, { ...late, baseSeq: 0 })).toMatchObject({ refusal: 'conflict', theirs })
    expect((await findExample(db, slug))?.title).toBe('Ny titel')
    expect((await editExample(db, second, { ...late, baseSeq: 1 })).ok).toBe(true)
    expect((await findExample(db, slug))?.title).toBe('För sent')
    expect((await storedVersions(db, textId)).map(({ kind }) => kind)).toEqual(['published', 'published', 'published'])
  })

  test('a draft is not shown to readers until it is published', async () => {
    const actor = await makeActor(db, 'redaktor')
    const { slug, title, textId } = await makeExample(db)
    const fields = { title: 'Utkast', summary: 'Ny' }
    const draft = { textId, body: lines('Bara ett utkast'), fields, baseSeq: 0, authorId: actor.personId, at: now }
    expect((await saveText(db, draft)).ok).toBe(true)
    expect(await findExample(db, slug)).toMatchObject({ title, editedAt: null })
    const edit = { slug, title: 'Utkast', summary: 'Ny', body: draft.body, baseSeq: 1, now: later }
    expect((await editExample(db, actor, edit)).ok).toBe(true)
    expect(await findExample(db, slug)).toMatchObject({ title: 'Utkast', body: draft.body, editedAt: later })
    expect(await storedVersions(db, textId)).toHaveLength(2)
  })

  test.each([
    ['a script node', { type: 'doc', content: [{ type: 'script' }] }, 'body-refused'],
    [
      'a javascript link',
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
          },
        ],
      },
      'body-refused',
    ],
    ['no words', { type: 'doc', content: [] }, 'body-empty'],
    ['not a document', 'text', 'body-refused'],
  ])('refuses %s', async (_, body, refusal) => {
    const actor = await makeActor(db, 'redaktor')
    const { slug, title } = await makeExample(db)
    const outcome = await editExample(db, actor, { slug, ...text, body, baseSeq: 0, now })
    expect(outcome).toMatchObject({ ok: false, refusal })
    expect((await findExample(db, slug))?.title).toBe(title)
  })

  test.each(['medarbetare', 'chef', 'revisor', 'systemadministrator'] as const)('is refused to %s', async (role) => {
    const actor = await makeActor(db, role)
    const { slug } = await makeExample(db)
    const outcome = await editExample(db, actor, { slug, ...text, baseSeq: 0, now })
    expect(outcome).toEqual({ ok: false, refusal: 'not-allowed' })
  })

  test('an example that does not exist is not found', async () => {
    const actor = await makeActor(db, 'redaktor')
    const outcome = await editExample(db, actor, { slug: unique('inget'), ...text, baseSeq: 0, now })
    expect(outcome).toEqual({ ok: false, refusal: 'not-found' })
  })
})
