import { expect, it } from 'vitest'
import { readPath, pathFieldsOf } from '~/domains/catalogue'
import { findCourse, findPath, listPaths, savePath } from '~/domains/catalogue/index.server'
import { findStartGlance } from '~/domains/insight/index.server'
import { listFinishedSlugs } from '~/domains/learning/index.server'
import { loader as pathLoader } from '~/routes/path'
import { ask } from '../support/ask'
import { openedDatabase } from '../support/database'
import {
  makeActor,
  makeCourse,
  makeCourseCompletion,
  makeOrganisation,
  makePath,
  makePerson,
} from '../support/factories'

const { kysely: db } = await openedDatabase()
const now = new Date('2025-03-24T09:00:00Z')
const visitor = { personId: null, today: '2025-03-24' }

async function teacher() {
  const { organisationId } = await makeOrganisation(db)
  return makePerson(db, { organisationId })
}

it('is on the pages of its courses and on one’s own page, and its end is worked out from what is finished', async () => {
  const [one, two, three] = [await makeCourse(db), await makeCourse(db), await makeCourse(db)]
  const slug = await makePath(db, [
    { title: 'Grunden', courses: [one.slug] },
    { title: 'Välj', need: 1, courses: [two.slug, three.slug] },
  ])
  const { personId } = await teacher()
  expect((await findCourse(db, two.slug))?.learningPaths).toEqual([{ slug, title: `Lärväg ${slug}` }])
  const { paths } = await findStartGlance(db, personId, { month: '2025-03', now })
  expect(paths.find((path) => path.slug === slug)?.offered.sort()).toEqual([one.slug, two.slug, three.slug].sort())
  const shown = async () => JSON.parse((await ask(pathLoader, personId, `/larvagar/${slug}`, { slug })).text) as object
  expect(await shown()).toMatchObject({
    page: { progress: { done: 0, total: 2, isDone: false, next: { slug: one.slug } } },
  })
  for (const { courseId } of [one, three]) await makeCourseCompletion(db, { personId, courseId })
  expect(await listFinishedSlugs(db, personId)).toEqual(new Set([one.slug, three.slug]))
  expect(await shown()).toMatchObject({ page: { progress: { done: 2, total: 2, isDone: true, next: null } } })
})

it('neither names nor leads to a course that the reader may not see', async () => {
  const open = await makeCourse(db)
  const closed = await makeCourse(db, { title: 'En hemlig kurs', terms: { access: { kind: 'inbjudan' } } })
  const slug = await makePath(db, [{ title: 'Grunden', courses: [open.slug, closed.slug] }])
  const { personId } = await teacher()
  const { text, status } = await ask(pathLoader, personId, `/larvagar/${slug}`, { slug })
  expect(status).toBe(200)
  expect(text).toContain(open.title)
  expect(text).not.toContain('En hemlig kurs')
  expect(text).not.toContain(closed.slug)
})

it('is made by editors of the whole portal, found by nobody else until it is published', async () => {
  const { slug: course } = await makeCourse(db)
  const read = readPath(
    pathFieldsOf({
      ...{ slug: '', title: 'Ny', summary: 'Om vägen.', isPublished: false },
      parts: [{ title: 'Grunden', need: null, courses: [course] }],
    }),
    new Set([course]),
  )
  if (!read.ok) throw new Error('It was refused')
  const { organisationId } = await makeOrganisation(db)
  const [editor, local, leader] = [
    await makeActor(db, 'redaktor'),
    await makeActor(db, 'redaktor', { organisationId }),
    await makeActor(db, 'kursansvarig'),
  ]
  for (const actor of [local, leader])
    expect(await savePath(db, actor, { slug: null, path: read.path, now })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
  const saved = await savePath(db, editor, { slug: null, path: read.path, now })
  const again = await savePath(db, editor, { slug: null, path: read.path, now })
  if (!saved.ok || !again.ok) throw new Error('It was refused')
  const { slug } = saved.value
  // `ny` is the address of the form; two of one name have an address each.
  expect(slug).not.toBe('ny')
  expect(again.value.slug).not.toBe(slug)
  const listed = async () => (await listPaths(db, visitor)).some((path) => path.slug === slug)
  expect(await listed()).toBe(false)
  expect((await ask(pathLoader, leader.personId, `/larvagar/${slug}`, { slug })).status).toBe(404)
  expect((await ask(pathLoader, editor.personId, `/larvagar/${slug}`, { slug })).status).toBe(200)
  await savePath(db, editor, { slug, path: { ...read.path, isPublished: true }, now })
  expect(await listed()).toBe(true)
  expect((await ask(pathLoader, leader.personId, `/larvagar/${slug}`, { slug })).status).toBe(200)
  expect(await savePath(db, editor, { slug: 'finns-inte', path: read.path, now })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  expect((await findPath(db, slug, visitor))?.isPublished).toBe(true)
})
