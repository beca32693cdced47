import { describe, expect, test } from 'vitest'
import { action, loader as editLoader } from '~/routes/example-edit'
import { loader as exampleLoader } from '~/routes/example'
import { loader as examplesLoader } from '~/routes/examples'
import { loader as searchLoader } from '~/routes/search'
import { findExample } from '~/domains/practice/index.server'
import type { PersonId } from '~/shared/ids'
import { testDatabase } from '../support/database'
import { makeActor, makeExample, makePerson } from '../support/factories'
import { lines } from '../support/writing'
import { requestOf } from '../support/signed-in'

const context = {}

async function visitorOf(address: string): Promise<Request> {
  const { personId } = await makePerson(await testDatabase())
  const { url } = await requestOf(personId, address)
  return new Request(url)
}

async function thrown(page: Promise<unknown>): Promise<Response> {
  const answer: unknown = await page.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (answer instanceof Response) return answer
  throw new Error('No response was thrown', { cause: answer })
}

describe('a visitor', () => {
  test('reads the library by its address, with the names of the countries', async () => {
    const made = await makeExample(await testDatabase(), { country: 'EU', themes: ['larcentrum'] })
    const request = await visitorOf('/exempel?land=EU&tema=larcentrum')
    const { list, countries } = await examplesLoader({ request, params: {}, context })
    expect(list.examples.map(({ slug }) => slug)).toContain(made.slug)
    expect(countries['EU']).toBe('Flera länder')
  })

  test('reads an example without a way to edit it; an absent one is not found', async () => {
    const { slug } = await makeExample(await testDatabase())
    const request = await visitorOf(`/exempel/${slug}`)
    expect((await exampleLoader({ request, params: { slug }, context })).mayEdit).toBe(false)
    expect((await thrown(exampleLoader({ request, params: { slug: 'inget' }, context }))).status).toBe(404)
  })

  test('searches by kind; a kind that does not exist is every kind', async () => {
    const made = await makeExample(await testDatabase(), { title: 'Lyktbygge i Norrvik' })
    const search = async (address: string) => searchLoader({ request: await visitorOf(address), params: {}, context })
    expect((await search('/sok?q=lyktbygge&typ=course')).result.hits).toEqual([])
    const { result, kind } = await search('/sok?q=lyktbygge&typ=%00')
    expect(kind).toBeNull()
    expect(result.hits.map(({ slug }) => slug)).toEqual([made.slug])
  })
})

describe('editing', () => {
  const fields = { title: 'Ny titel', summary: 'Ny ingress', intent: 'publish', baseSeq: '0' }

  async function submit(personId: PersonId, slug: string, form: Record<string, string>) {
    const request = await requestOf(personId, `/exempel/${slug}/redigera`, form)
    return await action({ request, params: { slug }, context })
  }

  test('is for editors alone', async () => {
    const db = await testDatabase()
    const { slug } = await makeExample(db)
    const reader = await makeActor(db, 'chef')
    const request = await requestOf(reader.personId, `/exempel/${slug}/redigera`)
    expect((await thrown(editLoader({ request, params: { slug }, context }))).status).toBe(403)
    expect((await thrown(submit(reader.personId, slug, { ...fields, markdown: 'Hej' }))).status).toBe(403)
  })

  test('saves Markdown and leads back to the example', async () => {
    const db = await testDatabase()
    const { slug } = await makeExample(db)
    const { personId } = await makeActor(db, 'redaktor')
    const answer = await submit(personId, slug, { ...fields, markdown: '## Problem\n\nEn **fet** rad.' })
    expect(answer).toBeInstanceOf(Response)
    const request = await requestOf(personId, `/exempel/${slug}/redigera`)
    const { published, text } = await editLoader({ request, params: { slug }, context })
    expect(published).toBe('Ny titel')
    expect(text).toMatchObject({ fields: { title: 'Ny titel' }, seq: 1, isChanged: false })
    expect(text.markdown).toBe('## Problem\n\nEn **fet** rad.')
  })

  test.each([
    ['no title', { title: ' ' }, 400, 'title'],
    ['HTML in the text', { markdown: 'Ett <b>fett</b> ord' }, 400, 'markdown'],
    ['no text', { markdown: '' }, 400, 'body'],
    ['JSON of another shape', { body: '{"type":"doc","content":[{"type":"script"}]}' }, 400, 'body'],
    ['JSON that is none', { body: '{' }, 400, 'body'],
  ])('answers %s on the form, with what was typed', async (_, wish, status, field) => {
    const db = await testDatabase()
    const { slug } = await makeExample(db)
    const { personId } = await makeActor(db, 'redaktor')
    const answer = await submit(personId, slug, { ...fields, markdown: 'Text', ...wish })
    if (answer instanceof Response) throw new Error('It was saved')
    expect(answer.init?.status).toBe(status)
    expect(Object.keys(answer.data.errors)).toEqual([field])
    expect(answer.data.typed?.fields.summary).toBe('Ny ingress')
  })

  test('saves a draft without script, which readers do not see', async () => {
    const db = await testDatabase()
    const { slug, title } = await makeExample(db)
    const { personId } = await makeActor(db, 'redaktor')
    const answer = await submit(personId, slug, { ...fields, title: '', intent: 'draft', markdown: 'Ett utkast' })
    expect(answer).toMatchObject({ status: 302 })
    const request = await requestOf(personId, `/exempel/${slug}/redigera`)
    const { published, text } = await editLoader({ request, params: { slug }, context })
    expect(published).toBe(title)
    expect(text).toMatchObject({ markdown: 'Ett utkast', fields: { title: '' }, seq: 1, isChanged: true })
  })

  test('shows both texts when somebody saved in between, writes nothing, and keeps the writer’s when asked', async () => {
    const db = await testDatabase()
    const { slug } = await makeExample(db)
    const [first, second] = [await makeActor(db, 'redaktor'), await makeActor(db, 'redaktor')]
    expect(await submit(first.personId, slug, { ...fields, markdown: 'Först' })).toBeInstanceOf(Response)
    const sent = { ...fields, title: 'Sedan', markdown: 'Sedan' }
    const answer = await submit(second.personId, slug, sent)
    if (answer instanceof Response) throw new Error('It was saved')
    expect(answer.init?.status).toBe(409)
    expect(answer.data.typed).toMatchObject({ fields: { title: 'Sedan' }, markdown: 'Sedan' })
    const { conflict } = answer.data
    expect(conflict).toMatchObject({ mine: { body: lines('Sedan') }, theirs: { body: lines('Först'), seq: 1 } })
    expect(conflict?.differences.map(({ change, kind }) => `${change} ${kind}`)).toEqual([
      'changed field:title',
      'added paragraph',
      'removed paragraph',
    ])
    expect((await findExample(db, slug))?.title).toBe('Ny titel')
    expect(await submit(second.personId, slug, { ...sent, baseSeq: '1' })).toBeInstanceOf(Response)
    expect((await findExample(db, slug))?.title).toBe('Sedan')
  })
})
