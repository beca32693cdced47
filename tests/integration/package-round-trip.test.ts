import { cpSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDraft, listWholeLectures } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import type { OrganisationId } from '~/shared/ids'
import type { Database } from '~db/client'
import { importContent } from '~db/seed/content'
import type { FileGround } from '~db/seed/package'
import { makeActor, makeOrganisation } from '../support/factories'
import { ownDatabase } from '../support/own-database'
import { contentDir, exported, filesOf, groundOf, imported, scratch } from '../support/packages'

const now = new Date('2025-03-24T08:00:00Z')
const slugs = readdirSync(path.join(contentDir, 'courses')).filter((name) => !name.startsWith('.'))

let full: Database
let empty: Database
let from: FileGround
let to: FileGround
let editor: Actor
let library: OrganisationId

// Portals of their own: one with all the content, one that has frameworks and organisations alone.
beforeAll(async () => {
  full = await ownDatabase()
  empty = await ownDatabase()
  await importContent(full.kysely, { contentDir, now })
  const bare = scratch()
  for (const name of ['frameworks', 'organisations'])
    cpSync(path.join(contentDir, name), path.join(bare, name), { recursive: true })
  await importContent(empty.kysely, { contentDir: bare, now })
  from = groundOf(full.kysely)
  to = groundOf(empty.kysely, bare)
  editor = await makeActor(empty.kysely, 'redaktor')
  library = (await makeOrganisation(empty.kysely)).organisationId
}, 120_000)
afterAll(async () => {
  await full.close()
  await empty.close()
})

describe('every course of the content folder', { timeout: 60_000 }, () => {
  it.each(slugs)('%s comes out of an empty portal as it went in, file by file', async (slug) => {
    const first = await exported(from, slug, 'published')
    const { contents, outcome } = await imported(to, editor, first, { library })
    expect(outcome).toEqual({ ok: true, value: { slug } })
    expect(contents).toMatchObject({ unknownCodes: [], present: null })
    const second = await exported(to, slug, 'draft')
    const [went, came] = [filesOf(first), filesOf(second)]
    expect([...came.keys()].sort()).toEqual([...went.keys()].sort())
    const changed = [...went].filter(([name, bytes]) => came.get(name) !== bytes)
    expect(changed.map(([name, bytes]) => [name, bytes.slice(0, 400), came.get(name)?.slice(0, 400)])).toEqual([])
    expect(went.size).toBeGreaterThan(10)
    const ending = (names: Iterable<string>, end: string) => [...names].filter((name) => name.endsWith(end)).length
    const inEnglish = readdirSync(path.join(contentDir, 'courses', slug)).filter((name) => name.endsWith('.en.md'))
    expect(ending(went.keys(), '.en.md')).toBe(inEnglish.length)
    expect([...went].filter(([name, text]) => name.endsWith('.en.md') && /^(texts|is[A-Z]\w+):/m.test(text))).toEqual(
      [],
    )
    expect(ending(went.keys(), '/slides.sv.vtt')).toBe(contents.lectures.length)
    const lectures = await listWholeLectures(
      to.db,
      contents.lectures.map((lecture) => lecture.slug),
    )
    expect(lectures.every(({ slides }) => slides.length > 0)).toBe(true)
    expect(lectures.flatMap(({ slides }) => slides).filter(({ path: at }) => !at.startsWith('fil/'))).toEqual([])
  })

  it('fills the library once when it is read in twice, and finds its lecture again', async () => {
    const [slug = ''] = slugs
    const count = async () =>
      (
        await empty.kysely
          .selectFrom('media_item')
          .select((eb) => eb.fn.countAll<number>().as('items'))
          .executeTakeFirstOrThrow()
      ).items
    const before = await count()
    const { contents, outcome } = await imported(to, editor, await exported(from, slug, 'published'), { library })
    expect(outcome).toEqual({ ok: true, value: { slug: `${slug}-2` } })
    expect(contents.lectures.map(({ state }) => state)).toEqual(['same'])
    expect(await count()).toBe(before)
    expect((await findDraft(empty.kysely, `${slug}-2`))?.lessons).toHaveLength(contents.lessons.length)
  })
})
