import { expect, it } from 'vitest'
import { sealOfTexts } from '~/domains/catalogue/index.server'
import { action, loader } from '~/routes/author-texts'
import { paths } from '~/shared/paths'
import { ask } from '../support/ask'
import { configure, draftOf, makeDraft } from '../support/authoring'
import { testDatabase } from '../support/database'
import { makeActor, westumFramework } from '../support/factories'

const db = await testDatabase()
await westumFramework(db)
const editor = await makeActor(db, 'redaktor')

async function asked(slug: string, form?: Record<string, string>, sprak = 'en') {
  return ask(
    form === undefined ? loader : action,
    editor.personId,
    paths.draftTexts(slug, sprak),
    { slug, sprak },
    form,
  )
}

it('a form that is refused, or met by a change of the original, gives back what was typed', async () => {
  const slug = await makeDraft(db, editor, ['Ett'])
  const version = sealOfTexts((await draftOf(db, slug)).settings, 'en')
  const typed = { intent: 'save', version, title: 'My title', markdown: '## About\n\nThe course.', outcome: 'try' }
  const long = await asked(slug, { ...typed, summary: 'x'.repeat(221) })
  expect(long).toMatchObject({ status: 400 })
  expect(long.text).toContain('Sammanfattningen får ha högst 220 tecken.')
  const faulty = await asked(slug, { ...typed, markdown: '# About\n\n![](finns-inte.svg)' })
  expect(faulty).toMatchObject({ status: 400 })
  expect(JSON.parse(faulty.text)).toMatchObject({
    errors: { body: expect.stringMatching(/^Beskrivningen, rad \d/) as string },
    page: {
      fields: { title: 'My title', outcome: ['try'] },
      description: { markdown: '# About\n\n![](finns-inte.svg)' },
    },
  })
  await configure(db, editor, slug, { summary: 'En annan kurs.' })
  const met = await asked(slug, { ...typed, summary: 'Short.', klar: 'ja' })
  expect(met).toMatchObject({ status: 409 })
  const { conflict, page } = JSON.parse(met.text) as { conflict: boolean; page: { fields: { version: string } } }
  expect({ conflict, page }).toMatchObject({
    conflict: true,
    page: { original: { summary: 'En annan kurs.' }, fields: { title: 'My title', klar: '' } },
  })
  expect((await draftOf(db, slug)).settings.translations).toEqual({})
  const again = await asked(slug, { ...typed, version: page.fields.version })
  expect(again).toMatchObject({ status: 302, to: paths.draftTexts(slug, 'en') })
  expect((await draftOf(db, slug)).settings.translations.en).toMatchObject({
    title: 'My title',
    description: { content: [{ type: 'heading' }, { type: 'paragraph' }] },
    isUnfinished: true,
  })
})

it('there is no translation into the course’s own language, nor into one that the portal does not have', async () => {
  const slug = await makeDraft(db, editor, ['Ett'])
  expect((await asked(slug)).status).toBe(200)
  for (const other of ['sv', 'de']) expect((await asked(slug, undefined, other)).status).toBe(404)
  expect((await asked(slug, { intent: 'remove' })).status).toBe(404)
})
