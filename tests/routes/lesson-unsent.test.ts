import { beforeAll, describe, expect, it } from 'vitest'
import { enrol } from '~/domains/learning/index.server'
import { loader } from '~/routes/lesson'
import { action } from '~/routes/lesson-unsent'
import { KEEPING_HEADER } from '~/shared/offline/saved-names'
import { paths } from '~/shared/paths'
import { openedDatabase } from '../support/database'
import { makeCourse, makePerson, westumFramework } from '../support/factories'
import { requestOf } from '../support/signed-in'

const holder = globalThis as typeof globalThis & { portalDatabase?: Awaited<ReturnType<typeof openedDatabase>> }

beforeAll(async () => {
  holder.portalDatabase = await openedDatabase()
  await westumFramework(holder.portalDatabase.kysely)
})

async function reader() {
  const { kysely: db } = await openedDatabase()
  const { actor } = await makePerson(db, { password: 'ett langt losenord' })
  const course = await makeCourse(db, { lessons: ['reflection'] })
  await enrol(db, { personId: actor.personId, courseId: course.courseId, now: new Date('2025-03-24T13:03:00Z') })
  const address = paths.lesson(course.slug, 'lektion-1')
  const params = { slug: course.slug, lektion: 'lektion-1' }
  const asked = async (init: RequestInit) => {
    const { headers } = await requestOf(actor.personId, address)
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
    return { request: new Request(`http://portal.example${address}`, { ...init, headers }), params, context: {} }
  }
  const send = async (body: unknown, at = params) => {
    const { request } = await asked({ method: 'POST', body: JSON.stringify(body) })
    return action({ request, params: at, context: {} }).catch((thrown: unknown) => thrown)
  }
  return { db, actor, send, asked }
}

describe('work that was kept without a connection', () => {
  it('is taken, refused with its reason when it came too late, and again taken when it is the same', async () => {
    const { send } = await reader()
    const text = { kind: 'text', text: 'Mina ord', over: null }
    expect(await send(text)).toMatchObject({ status: 200 })
    expect(await send(text)).toMatchObject({ status: 200 })
    const late = (await send({ ...text, text: 'Andra ord' })) as Response
    expect([late.status, await late.json()]).toEqual([409, { refusal: 'changed-elsewhere' }])
  })

  it('of a lesson that is gone answers 404, and nonsense 400', async () => {
    const { send } = await reader()
    const finish = { kind: 'finish', transcriptRead: false }
    expect(await send(finish, { slug: 'finns-inte', lektion: 'x' })).toMatchObject({ status: 404 })
    expect(await send({ kind: 'text', text: 'Ord', over: 'i går' })).toMatchObject({ init: { status: 400 } })
    expect(await send({ kind: 'text' })).toMatchObject({ init: { status: 400 } })
  })
})

it('a lesson that is fetched to be kept is not taken for a visit', async () => {
  const { db, actor, asked } = await reader()
  const visits = () => db.selectFrom('lesson_visit').selectAll().where('person_id', '=', actor.personId).execute()
  await loader(await asked({ headers: { [KEEPING_HEADER]: '1' } }))
  expect(await visits()).toEqual([])
  await loader(await asked({}))
  expect(await visits()).toHaveLength(1)
})
