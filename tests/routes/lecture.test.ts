import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '~/shared/ids'
import { action as submit, loader } from '~/routes/lecture'
import { action as heartbeat } from '~/routes/lecture-heartbeat'
import { sessions } from '~/session.server'
import { openedDatabase, testDatabase } from '../support/database'
import { makeLecture, makeOrganisation, makePerson } from '../support/factories'

type Args = ActionFunctionArgs & LoaderFunctionArgs

beforeAll(async () => {
  Object.assign(globalThis, { portalDatabase: await openedDatabase() })
})

async function person(): Promise<{ personId: PersonId; cookie: string }> {
  const db = await testDatabase()
  const { organisationId } = await makeOrganisation(db)
  const { personId } = await makePerson(db, { organisationId, password: 'ett långt lösenord' })
  const cookie = (await sessions().start(personId, 'prov', null)).split(';')[0] ?? ''
  return { personId, cookie }
}

function args(slug: string, init: RequestInit = {}, cookie?: string): Args {
  const headers = new Headers(init.headers)
  if (cookie !== undefined) headers.set('cookie', cookie)
  const request = new Request(`http://localhost/forelasningar/${slug}`, { ...init, headers })
  return { request, params: { slug }, context: {} } as unknown as Args
}

const beat = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const good = { ranges: [[0, 4]], position: 4.2, rate: 1 }

describe('the heartbeat address', () => {
  it('stores for the signed-in person and answers with what is stored', async () => {
    const { slug } = await makeLecture(await testDatabase())
    const { cookie } = await person()
    const answer = await heartbeat(args(slug, beat(good), cookie))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ watched: [[0, 4]] })
  })

  it('asks for a session', async () => {
    const { slug } = await makeLecture(await testDatabase())
    expect((await heartbeat(args(slug, beat(good)))).status).toBe(401)
  })

  it('knows no absent lecture', async () => {
    const { cookie } = await person()
    expect((await heartbeat(args('finns-inte', beat(good), cookie))).status).toBe(404)
  })

  const bad: [string, unknown][] = [
    ['no JSON', '{'],
    ['no ranges', { position: 1, rate: 1 }],
    ['parts of seconds', { ...good, ranges: [[0.5, 3]] }],
    ['text', { ...good, ranges: [['0', '3']] }],
    ['a negative second', { ...good, ranges: [[-1, 3]] }],
    ['a triple', { ...good, ranges: [[0, 3, 6]] }],
    ['a storm of ranges', { ...good, ranges: Array.from({ length: 501 }, (_, index) => [index, index + 1]) }],
    ['no rate', { ...good, rate: 0 }],
    ['a position without end', { ...good, position: 1e12 }],
    ['nothing', null],
  ]
  it.each(bad)('refuses %s', async (_name, body) => {
    const { slug } = await makeLecture(await testDatabase())
    const { cookie } = await person()
    expect((await heartbeat(args(slug, beat(body), cookie))).status).toBe(400)
  })
})

describe('the lecture page', () => {
  const right = { q1: ['a'], q2: ['a', 'b'], q3: ['a'] }
  function form(answers: Record<string, string[]>, more: Record<string, string> = {}): RequestInit {
    const body = new URLSearchParams({ intent: 'check', after: '0', ...more })
    for (const [key, values] of Object.entries(answers)) for (const value of values) body.append(`q.${key}`, value)
    return { method: 'POST', body }
  }
  async function post(slug: string, cookie: string, init: RequestInit) {
    const answer = await submit(args(slug, init, cookie))
    return answer instanceof Response ? answer.status : answer.init?.status
  }

  it('gives a visitor the lecture, and nobody the right answers', async () => {
    const { slug } = await makeLecture(await testDatabase())
    const visitor = await loader(args(slug))
    expect(visitor.watching).toBeUndefined()
    expect(JSON.stringify(visitor)).not.toContain('Vilket är rätt?')
    const { cookie } = await person()
    const signedIn = await loader(args(slug, {}, cookie))
    expect(JSON.stringify(signedIn)).toContain('Vilket är rätt?')
    expect(JSON.stringify(signedIn)).not.toMatch(/"correct"|feedback/)
  })

  it('answers 404 for an absent lecture', async () => {
    const fault: unknown = await loader(args('finns-inte')).catch((reason: unknown) => reason)
    expect(fault instanceof Response && fault.status).toBe(404)
  })

  it('keeps the answers when one is missing, and says which', async () => {
    const { slug } = await makeLecture(await testDatabase())
    const { cookie } = await person()
    expect(await post(slug, cookie, form({ q1: ['b'], q2: ['a'] }))).toBe(400)
    const page = await loader(args(slug, {}, cookie))
    expect(page.check?.drafts).toEqual({ q1: ['b'], q2: ['a'] })
    expect(page.check?.attempts).toBe(0)
  })

  it('is not done by the check alone', async () => {
    const { slug } = await makeLecture(await testDatabase())
    const { cookie } = await person()
    expect(await post(slug, cookie, form(right))).toBe(302)
    const page = await loader(args(slug, {}, cookie))
    expect(page.check).toMatchObject({ finishedOn: null, latest: { passed: true }, left: [{ need: 'watch' }] })
    expect(await post(slug, cookie, form({}, { intent: 'finish' }))).toBe(302)
    expect((await loader(args(slug, {}, cookie))).check?.finishedOn).toBeNull()
  })

  it('is done by the check and nine tenths played, once', async () => {
    const db = await testDatabase()
    const { slug, lectureId } = await makeLecture(db, { durationSeconds: 10 })
    const { cookie, personId } = await person()
    await heartbeat(args(slug, beat({ ranges: [[0, 9]], position: 9, rate: 2 }), cookie))
    await post(slug, cookie, form(right))
    await post(slug, cookie, form({}, { intent: 'finish' }))
    expect((await loader(args(slug, {}, cookie))).check?.finishedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    const rows = await db
      .selectFrom('completion')
      .select(['item_kind', 'minutes'])
      .where('item_id', '=', lectureId)
      .where('person_id', '=', personId)
      .execute()
    expect(rows).toEqual([{ item_kind: 'lecture', minutes: 2 }])
  })

  it('is done by the check and the statement that the transcript is read', async () => {
    const { slug } = await makeLecture(await testDatabase())
    const { cookie } = await person()
    await post(slug, cookie, form(right, { transcriptRead: 'on' }))
    expect((await loader(args(slug, {}, cookie))).check?.finishedOn).not.toBeNull()
  })

  it('comments only chosen answers until the check is passed', async () => {
    const { slug } = await makeLecture(await testDatabase())
    const { cookie } = await person()
    await post(slug, cookie, form({ q1: ['b'], q2: ['c'], q3: ['a'] }))
    const latest = (await loader(args(slug, {}, cookie))).check?.latest
    expect(latest?.passed).toBe(false)
    const told = latest?.questions.flatMap((question) => question.options.filter((option) => option.feedback !== null))
    expect(told?.map((option) => option.key)).toEqual(['b', 'c', 'a'])
  })
})
