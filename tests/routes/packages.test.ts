import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Actor } from '~/domains/identity'
import { incomingFolder } from '~/media-storage.server'
import { sweepPackages } from '~/course-packages.server'
import { action as send } from '~/routes/course-import'
import { action as takeIn, loader as look } from '~/routes/course-import-step'
import { loader as takeOut } from '~/routes/course-package'
import { paths } from '~/shared/paths'
import { ask } from '../support/ask'
import { draftOf, makeDraft } from '../support/authoring'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, westumFramework } from '../support/factories'
import { exported, filesOf, groundOf } from '../support/packages'
import { requestOf } from '../support/signed-in'

const db = await testDatabase()
await westumFramework(db)
const editor = await makeActor(db, 'redaktor')

/** What is left of the packages that a person has sent. */
function waiting(actor: Actor): string[] {
  try {
    return readdirSync(path.join(incomingFolder(), 'packages', actor.personId))
  } catch {
    return []
  }
}

async function sent(actor: Actor, bytes: Uint8Array): Promise<{ status: number; to: string | null; text: string }> {
  const { headers } = await requestOf(actor.personId, paths.importPackage())
  const body = new FormData()
  body.set('file', new File([new Uint8Array(bytes)], 'kurspaket.zip'))
  const request = new Request(new URL(paths.importPackage(), 'http://portal.example'), {
    method: 'POST',
    headers: { cookie: headers.get('cookie') ?? '' },
    body,
  })
  const run: (args: never) => unknown = send
  const answer = await run({ request, params: {}, context: {} } as never)
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('location'), text: '' }
  const { data, init } = answer as { data?: unknown; init?: ResponseInit | null }
  return { status: init?.status ?? 200, to: null, text: JSON.stringify(data) }
}

it('a package waits for its sender alone, is taken in once, and nothing is left of it', async () => {
  const slug = await makeDraft(db, editor, ['Ett'])
  const { organisationId } = await makeOrganisation(db)
  const answer = await sent(editor, await exported(groundOf(db), slug, 'draft'))
  expect(answer.status).toBe(302)
  const importId = answer.to?.split('/').at(-1) ?? ''
  const other = await makeActor(db, 'redaktor')
  expect((await ask(look, other.personId, answer.to ?? '', { importId })).status).toBe(404)
  const page = await ask(look, editor.personId, answer.to ?? '', { importId })
  expect(page.text).toContain('kurspaket.zip')
  expect(page.text).not.toContain(incomingFolder())
  const form = { intent: 'apply', target: 'new', organisationId: '', library: organisationId }
  expect((await ask(takeIn, other.personId, answer.to ?? '', { importId }, form)).status).toBe(404)
  const taken = await ask(takeIn, editor.personId, answer.to ?? '', { importId }, form)
  expect(taken).toMatchObject({ status: 302, to: paths.draftReview(`${slug}-2`) })
  expect((await draftOf(db, `${slug}-2`)).lessons.map(({ title }) => title)).toEqual(['Ett'])
  expect(waiting(editor)).toEqual([])
  expect((await ask(takeIn, editor.personId, answer.to ?? '', { importId }, form)).status).toBe(404)
})

it('what is no zip is refused in words, and leaves nothing', async () => {
  const answer = await sent(editor, Buffer.from('Ingen zip.'))
  expect(answer).toMatchObject({ status: 400 })
  expect(answer.text).toContain('Filen är inte en zip-fil')
  expect((await sent(editor, new Uint8Array())).text).toContain('Välj en zip-fil först')
  expect(waiting(editor)).toEqual([])
})

it('a person’s packages are three at most, and none is left after a day', async () => {
  const leader = await makeActor(db, 'kursansvarig')
  const zip = await exported(groundOf(db), await makeDraft(db, editor, ['Ett']), 'draft')
  for (let time = 0; time < 5; time += 1) expect((await sent(leader, zip)).status).toBe(302)
  expect(waiting(leader)).toHaveLength(3)
  await sweepPackages(new Date())
  expect(waiting(leader)).toHaveLength(3)
  await sweepPackages(new Date(Date.now() + 25 * 3_600_000))
  expect(waiting(leader)).toEqual([])
})

it('a draft is taken out by those who see it alone, and names nobody', async () => {
  const { organisationId } = await makeOrganisation(db)
  const leader = await makeActor(db, 'kursansvarig', { organisationId })
  const slug = await makeDraft(db, leader, ['Ett'], organisationId)
  const address = paths.draftPackage(slug)
  const given = await ask(takeOut, leader.personId, address, { slug })
  expect(given.status).toBe(200)
  const written = [...filesOf(await exported(groundOf(db), slug, 'draft')).values()].join('\n')
  for (const secret of [leader.familyName, leader.email, leader.personId]) expect(written).not.toContain(secret)
  const stranger = await makeActor(db, 'kursansvarig', await makeOrganisation(db))
  expect((await ask(takeOut, stranger.personId, address, { slug })).status).toBe(404)
  expect((await ask(takeOut, (await makeActor(db)).personId, address, { slug })).status).toBe(403)
  expect((await ask(takeOut, editor.personId, paths.coursePackage(slug), { slug })).status).toBe(404)
})
