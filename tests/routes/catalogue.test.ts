import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '~/shared/ids'
import { action as enrolAction, loader as courseLoader } from '~/routes/course'
import { loader as coursesLoader } from '~/routes/courses'
import { loader as lecturesLoader } from '~/routes/lectures'
import { sessions } from '~/session.server'
import { openedDatabase, testDatabase } from '../support/database'
import { makeCourse, makeLecture, makeOrganisation, makePerson } from '../support/factories'

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

function args(address: string, params: Record<string, string> = {}, cookie?: string, method = 'GET'): Args {
  const request = new Request(`http://localhost${address}`, {
    method,
    headers: cookie === undefined ? {} : { cookie },
    ...(method === 'POST' ? { body: new URLSearchParams() } : {}),
  })
  return { request, params, context: {} } as unknown as Args
}

/** The status of a Response that was thrown. */
async function thrown(work: Promise<unknown>): Promise<Response> {
  try {
    await work
  } catch (error) {
    if (error instanceof Response) return error
    throw error
  }
  throw new Error('Nothing was thrown')
}

describe('/kurser', () => {
  it('shows what the address chooses, without a session', async () => {
    const made = await makeCourse(await testDatabase(), {
      level: 3,
      competences: [{ code: 'K6.2', level: 1, weight: 1 }],
    })
    const chosen = await coursesLoader(args('/kurser?omrade=k6&niva=3'))
    expect(chosen.page.courses.map(({ slug }) => slug)).toContain(made.slug)
    const other = await coursesLoader(args('/kurser?omrade=k6&niva=1'))
    expect(other.page.courses.map(({ slug }) => slug)).not.toContain(made.slug)
    expect(other.page.facets.levels.find(({ value }) => value === '3')?.count).toBeGreaterThan(0)
  })
})

describe('/kurser/:slug', () => {
  it('shows a visitor the course with no progress and no right answers', async () => {
    const { slug } = await makeCourse(await testDatabase())
    const shown = await courseLoader(args(`/kurser/${slug}`, { slug }))
    expect(shown.page).toMatchObject({ signedIn: false, progress: null, course: { slug } })
    expect(JSON.stringify(shown)).not.toContain('"correct"')
  })

  it('enrols once, however often it is asked, and then shows own progress', async () => {
    const db = await testDatabase()
    const { slug, courseId } = await makeCourse(db)
    const { cookie, personId } = await person()
    for (let time = 0; time < 2; time++) {
      const answer = await enrolAction(args(`/kurser/${slug}`, { slug }, cookie, 'POST'))
      if (!(answer instanceof Response)) throw new Error('It was refused')
      expect([answer.status, answer.headers.get('location')]).toEqual([302, `/kurser/${slug}`])
    }
    const rows = await db
      .selectFrom('enrolment')
      .select('round')
      .where('person_id', '=', personId)
      .where('course_id', '=', courseId)
      .execute()
    expect(rows).toEqual([{ round: 1 }])
    const shown = await courseLoader(args(`/kurser/${slug}`, { slug }, cookie))
    expect(shown.page.progress).toMatchObject({ done: 0, total: 4, next: { slug: 'lektion-1' }, finishedOn: null })
    const stranger = await person()
    expect((await courseLoader(args(`/kurser/${slug}`, { slug }, stranger.cookie))).page.progress).toBeNull()
  })

  it('sends a visitor who wants to begin to sign in', async () => {
    const { slug } = await makeCourse(await testDatabase())
    const answer = await thrown(enrolAction(args(`/kurser/${slug}`, { slug }, undefined, 'POST')))
    expect(answer.headers.get('location')).toMatch(/^\/logga-in/)
  })

  it('hides a retired course from all but those who finished it', async () => {
    const db = await testDatabase()
    const { slug, courseId } = await makeCourse(db)
    const { cookie, personId } = await person()
    const other = await person()
    await enrolAction(args(`/kurser/${slug}`, { slug }, cookie, 'POST'))
    await db
      .insertInto('completion')
      .values({
        person_id: personId,
        item_kind: 'course',
        item_id: courseId,
        course_id: courseId,
        revision: 1,
        round: 1,
        minutes: 40,
        finished_at: new Date('2024-12-01'),
      })
      .execute()
    await db
      .updateTable('course')
      .set({ retired_at: new Date('2025-01-01') })
      .where('course_id', '=', courseId)
      .execute()
    expect((await courseLoader(args(`/kurser/${slug}`, { slug }, cookie))).page.course.retired).toBe(true)
    expect((await thrown(courseLoader(args(`/kurser/${slug}`, { slug }, other.cookie)))).status).toBe(404)
    expect((await thrown(courseLoader(args(`/kurser/${slug}`, { slug })))).status).toBe(404)
    expect((await thrown(enrolAction(args(`/kurser/${slug}`, { slug }, other.cookie, 'POST')))).status).toBe(404)
  })

  it('knows no absent course', async () => {
    expect((await thrown(courseLoader(args('/kurser/saknas', { slug: 'saknas' })))).status).toBe(404)
  })
})

it('/forelasningar lists lectures without their questions', async () => {
  const { slug } = await makeLecture(await testDatabase())
  const shown = await lecturesLoader(args('/forelasningar'))
  expect(shown.lectures.map((lecture) => lecture.slug)).toContain(slug)
  expect(JSON.stringify(shown)).not.toContain('"correct"')
})
